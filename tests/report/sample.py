"""A collation made by hand of an invented event, with something of everything that a report shows."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.records import (
    Annotation,
    Article,
    Attribution,
    Claim,
    Collation,
    Dating,
    Difference,
    Edge,
    Entity,
    Fact,
    Mention,
    Node,
    Origin,
    Part,
    Quote,
    Reject,
    Relay,
    Side,
    Span,
    Stemma,
    Story,
    TimelineEntry,
    Token,
    Voice,
    Witness,
    make_sentence,
)  # fmt: skip

HERALD = """Fire guts Hollen observatory
By Ada Finch, Hollen Herald, 4 May 2027

HOLLEN — Fire destroyed the dome of the Hollen observatory on Monday night and injured three people.
The fire burned for six hours, fire chief Omar Lindqvist said. A short circuit caused it.
“We lost a hundred years of glass plates,” director Yelena Markova said.
All the glass plates were lost. The night porter, Sam Pell, raised the alarm. The site stays shut until June.
The telescope will be rebuilt, Markova said.
"""

TIMES = """Observatory fire: four hurt

Three people were hurt — four, the hospital said later — when fire destroyed the dome of Hollen's observatory.
The blaze lasted less than two hours, according to the news agency Borealis. Firefighters saved some of the plates.
“We have lost a century of plates,” deputy director Piet Anders told Borealis.
A student, Lea Wirth, raised the alarm. Arson is suspected, Borealis reported, citing a detective.
The fire began on Sunday night in the workshop. No sprinklers went off.
Contributing: Borealis.
"""

WEEKLY = """What burned at Hollen

Jelena Markowa, who has run the observatory badly for ten years, hopes that the telescope can be rebuilt.
Fire destroyed the dome of the Hollen observatory on Monday night and injured three people. It began in the library.
The sprinklers went off as they should, an insurer said. Markova may resign in June.
"""


NARRATOR = Voice()


class Report:
    """A report of the sample, with its words to be found in it."""

    def __init__(self, siglum: str, outlet: str, text: str, published: Dating | None) -> None:
        self.siglum, self.outlet, self.text, self.published = siglum, outlet, text, published
        self.id = f"report-{siglum.lower()}"

    def at(self, words: str, nth: int = 0) -> Span:
        start = [m.start() for m in re.finditer(re.escape(words), self.text)][nth]
        return Span(article=self.id, start=start, end=start + len(words))

    def claim(self, words: str, *, voice: Voice = NARRATOR) -> Claim:
        span = self.at(words)
        return Claim(
            id=f"claim-{self.siglum}-{span.start}",
            span=span,
            trigger=span,
            text=words,
            predicate="",
            tense="",
            voice=voice,
        )

    def side(self, words: str, value: str, source: str = "") -> Side:
        return Side(span=self.at(words), value=value, source=source)

    def article(self) -> Article:
        return Article(id=self.id, text=self.text, input=f"{self.siglum}.txt", outlet=self.outlet, parts=self.parts())

    def parts(self) -> tuple[Part, ...]:
        kinds = {0: "headline", 1: "byline" if self.siglum == "A" else "body"}
        found, at = [], 0
        for n, line in enumerate(self.text.split("\n")):
            if line:
                kind = "credit" if line.startswith("Contributing") else kinds.get(n, "body")
                found.append(Part(kind=kind, span=Span(article=self.id, start=at, end=at + len(line))))
            at += len(line) + 1
        return tuple(found)

    def annotation(self, **found: object) -> Annotation:
        sentences = [
            self._sentence(i, m) for i, m in enumerate(re.finditer(r"[^\s][^\n]*?(?:[.”](?=\s)|(?=\n))", self.text))
        ]
        return replace(
            Annotation(article=self.id, parts=self.parts(), sentences=tuple(sentences), published=self.published),
            **found,
        )

    def _sentence(self, index: int, m: re.Match[str]):
        tokens = tuple(
            Token(i, t[0], m.start() + t.start(), m.start() + t.end(), t[0].lower(), "X", "X", "dep", 0, "", "", False)
            for i, t in enumerate(re.finditer(r"\S+", m[0]))
        )
        return make_sentence(index, index, "body" if index else "headline", self.id, tokens)


A = Report("A", "Hollen Herald", HERALD, None)
A.published = Dating(value="2027-05-04", explicit=True, evidence=(A.at("4 May 2027"),), because="byline")
B = Report("B", "North Times", TIMES, Dating(value="2027-05-04", explicit=False, because="siblings"))
C = Report("C", "The Weekly Lens", WEEKLY, None)

MARKOVA, LINDQVIST, ANDERS, DETECTIVE, BOREALIS = "markova", "lindqvist", "anders", "detective", "borealis"


def sample() -> Collation:
    """Three witnesses, all fourteen kinds of difference, facts with one and with two origins, a relay, a timeline, a reject."""
    dome = [A.claim("Fire destroyed the dome of the Hollen observatory on Monday night"),
            B.claim("fire destroyed the dome of Hollen's observatory"),
            C.claim("Fire destroyed the dome of the Hollen observatory on Monday night")]  # fmt: skip
    hurt = [A.claim("injured three people"), B.claim("Three people were hurt"), C.claim("injured three people")]
    plates = [A.claim("We lost a hundred years of glass plates", voice=Voice(entity=MARKOVA, name="Yelena Markova")),
              B.claim("We have lost a century of plates", voice=Voice(entity=ANDERS, name="Piet Anders"))]  # fmt: skip
    alone = [
        A.claim("The site stays shut until June"),
        B.claim("Arson is suspected"),
        C.claim("Markova may resign in June"),
    ]
    facts = (
        _fact("dome", "Fire destroyed the dome of the Hollen observatory", dome, "agree", 2),
        _fact("hurt", "Three people were hurt", hurt, "agree_partial", 1),
        _fact("plates", "A hundred years of plates were lost", plates, "agree", 1),
        *(_fact(f"alone-{c.id}", c.text, [c], "single", 0) for c in alone),
    )
    return Collation(
        story=Story(id="hollen", title="Fire guts Hollen observatory", begin="2027-05-04", end="2027-05-06"),
        witnesses=tuple(_witness(r) for r in (A, B, C)),
        entities=(
            Entity(id=MARKOVA, type="PERSON", name="Yelena Markova", names=(("Markova", 3), ("Jelena Markowa", 1)),
                   mentions=(A.at("Markova"), A.at("Markova", 1), C.at("Jelena Markowa"), C.at("Markova"))),
            Entity(id=LINDQVIST, type="PERSON", name="Omar Lindqvist", names=(("Omar Lindqvist", 1),),
                   mentions=(A.at("Omar Lindqvist"),)),
            Entity(id=ANDERS, type="PERSON", name="Piet Anders", names=(("Piet Anders", 1),), mentions=(B.at("Piet Anders"),)),
            Entity(id=BOREALIS, type="ORG", name="Borealis", names=(("Borealis", 4),), mentions=(B.at("Borealis"),)),
            Entity(id=DETECTIVE, type="PERSON", name="a detective", names=(), mentions=(B.at("a detective"),), anonymous=True),
        ),
        claims=(*dome, *hurt, *plates, *alone),
        facts=facts,
        differences=_differences(),
        stemma=_stemma(),
        timeline=(
            TimelineEntry(when="2027-05-02", precision="day", status="past", text="The fire began on Sunday night",
                          evidence=(B.at("Sunday night"),)),
            TimelineEntry(when="2027-05-03", precision="day", status="past", text="Fire destroyed the dome", fact="dome",
                          evidence=(A.at("on Monday night"), C.at("on Monday night"))),
            TimelineEntry(when="2027-06", precision="month", status="possible", text="Markova may resign in June",
                          evidence=(C.at("in June"),)),
        ),
        rejects=(Reject(input="notes.bin", reason="not a text"),),
        notes=("The Weekly Lens carries no date.",),
    )  # fmt: skip


def _fact(name: str, text: str, claims: list[Claim], relation: str, origins: int) -> Fact:
    return Fact(
        id=name, text=text, event=None, relation=relation, claims=tuple(c.id for c in claims),
        witnesses=tuple(dict.fromkeys(c.span.article for c in claims)), independent_origins=origins,
        origins=tuple(
            Origin(id=f"origin-{i}", kind="agency", name=("Borealis", "Hollen Herald")[i], claims=()) for i in range(origins)
        ),
        why="the same verb of the same thing",
    )  # fmt: skip


def _differences() -> tuple[Difference, ...]:
    return (
        _difference("number", "soft", "within", A.side("three people", "3"), B.side("four", "4", "the hospital")),
        _difference("duration", "hard", "across", A.side("six hours", "6 hours", LINDQVIST),
                    B.side("less than two hours", "under 2 hours", BOREALIS)),
        _difference("date", "hard", "across", A.side("Monday night", "2027-05-03"), B.side("Sunday night", "2027-05-02"),
                    C.side("Monday night", "2027-05-03")),
        _difference("place", "hard", "across", B.side("in the workshop", "workshop"), C.side("in the library", "library")),
        _difference("identity", "hard", "across", A.side("Sam Pell", "Sam Pell"), B.side("Lea Wirth", "Lea Wirth")),
        _difference("attribution", "medium", "across", A.side("Markova said", MARKOVA), B.side("Piet Anders told", ANDERS)),
        _difference("quotation", "medium", "across", A.side("We lost a hundred years of glass plates", "hundred years", MARKOVA),
                    B.side("We have lost a century of plates", "century", ANDERS)),
        _difference("polarity", "hard", "across", B.side("No sprinklers went off", "did not"),
                    C.side("The sprinklers went off", "did", "an insurer")),
        _difference("modality", "soft", "across", A.side("will be rebuilt", "certain", MARKOVA),
                    C.side("can be rebuilt", "hoped", MARKOVA)),
        _difference("reason", "medium", "across", A.side("A short circuit", "short circuit"), B.side("Arson", "arson", DETECTIVE)),
        _difference("extent", "medium", "across", A.side("All the glass plates were lost", "all"),
                    B.side("saved some of the plates", "some")),
        _difference("stance", "soft", "across", A.side("director", "neutral"), C.side("has run the observatory badly", "critical")),
        _difference("update", "soft", "within", B.side("Three people were hurt", "3"), B.side("four, the hospital said", "4")),
        _difference("omission", "soft", "across", A.side("The site stays shut until June", "told by A alone")),
    )  # fmt: skip


def _difference(kind: str, severity: str, scope: str, *sides: Side) -> Difference:
    return Difference(
        id=kind, kind=kind, severity=severity, scope=scope, note=f"A note on the {kind}.", sides=sides,
        facts=("hurt",) if kind in ("number", "update") else (),
    )  # fmt: skip


def _witness(r: Report) -> Witness:
    annotation = r.annotation()
    if r is A:
        quote = A.at("We lost a hundred years of glass plates,")
        annotation = r.annotation(
            quotes=(Quote(span=quote, kind="full", utterance=0, speaker=A.at("Markova"), cue=A.at("said", 1), entity=MARKOVA),),
            attributions=(
                Attribution(source=(A.at("Omar Lindqvist"),), cue=(A.at("said"),), content=(A.at("The fire burned for six hours"),),
                            entity=LINDQVIST),
            ),
            mentions=(Mention(span=A.at("Markova"), kind="name", type="PERSON", entity=MARKOVA),),
        )  # fmt: skip
    if r is B:
        relay = Relay(name="Borealis", span=B.at("Borealis reported"), entity=BOREALIS)
        annotation = r.annotation(
            attributions=(
                Attribution(source=(B.at("a detective"),), cue=(B.at("citing"),), content=(B.at("Arson is suspected"),),
                            entity=DETECTIVE, relay=(relay,)),
            ),
        )  # fmt: skip
    return Witness(siglum=r.siglum, article=r.article(), annotation=annotation, outlet=r.outlet, published=r.published)


def _stemma() -> Stemma:
    return Stemma(
        nodes=(
            *(Node(id=r.id, kind="article", name=r.outlet) for r in (A, B, C)),
            Node(id="agency:borealis", kind="agency", name="Borealis"),
            Node(id="person:detective", kind="person", name="a detective"),
        ),
        edges=(
            Edge(source=B.id, target="agency:borealis", kind="credit", evidence=(B.at("Contributing: Borealis."),)),
            Edge(source="agency:borealis", target="person:detective", kind="attribution", evidence=(B.at("citing a detective"),)),
            Edge(source=C.id, target=A.id, kind="reuse", certainty="likely",
                 evidence=(C.at("Fire destroyed the dome of the Hollen observatory on Monday night and injured three people."),)),
        ),
    )  # fmt: skip


def one_text(text: str) -> Collation:
    """A collation of one report that has `text` wherever a text can stand."""
    article = Article(id="x", text=text, outlet=text[:20], headline=text[:50])
    parts = (Part(kind="body", span=Span(article="x", start=0, end=len(text))),) if text else ()
    annotation = Annotation(article="x", parts=parts, sentences=())
    witness = Witness(siglum="A", article=replace(article, parts=parts), annotation=annotation, outlet=text[:20])
    return Collation(story=Story(id="x", title=text[:80]), witnesses=(witness,), notes=(text,))


def noted(note: str) -> Collation:
    """The sample with a note on its first report."""
    collation = sample()
    first, *others = collation.witnesses
    first = replace(first, annotation=replace(first.annotation, notes=(note,)))
    return replace(collation, witnesses=(first, *others))


def contested() -> Collation:
    """The sample with one difference alone: a number on which the two claims of the fact "plates" are at odds."""
    whole = sample()
    plates = next(f for f in whole.facts if f.id == "plates")
    of = {c.id: c for c in whole.claims}
    sides = tuple(Side(span=of[i].span, value=str(n), claim=i) for n, i in enumerate(plates.claims))
    number = Difference(id="n", kind="number", severity="hard", scope="across", note="", sides=sides, facts=("plates",))
    return replace(whole, differences=(number,))
