"""The same words in another mouth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.quotation import Wording, is_cut_of, wordings
from rashomon.collate.compare.wording import kernel, names_overlap
from rashomon.lexicon import class_of, is_function_word
from rashomon.records import Claim, Span, Voice
from rashomon.records.collation import Severity

TELLING = 3
"""Content words that two quotations must share to be known as the same words."""


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Quotations of the same words, and facts, that two reports have from two speakers."""
    for a, b in combinations(wordings(evidence), 2):
        if a.quote.span.article != b.quote.span.article and _same_words(a, b):
            named = [_is_named(w, evidence) for w in (a, b)]
            left_open = any(_is_left_open(w, evidence) for w in (a, b))
            if all(named) and _two_speakers(a, b, evidence):
                yield _in_two_mouths((a, b), "medium", evidence)
            elif any(named) and left_open and a.quote.entity != b.quote.entity:
                yield _in_two_mouths((a, b), "soft", evidence)
    yield from _informants(evidence)


def _is_left_open(w: Wording, evidence: Evidence) -> bool:
    """Whether a full quotation has no speaker beside it: none at all, or a pronoun of another paragraph, who may be somebody else."""
    if w.quote.speaker is None or w.quote.kind != "full":
        return w.quote.kind == "full"
    said, speaker = evidence.sentence(w.quote.span), evidence.sentence(w.quote.speaker)
    far = said is not None and speaker is not None and said.line != speaker.line
    return far and not evidence.named_in(w.quote.speaker)


def _in_two_mouths(pair: tuple[Wording, Wording], severity: Severity, evidence: Evidence) -> Finding:
    """The difference that one wording makes; who is not named beside the words does not count as their speaker."""
    spans = [w.quote.span for w in pair]
    sources = [(w.quote.entity or "") if _is_named(w, evidence) else "" for w in pair]
    return Finding(
        kind="attribution",
        severity=severity,
        sides=tuple(side(s, evidence.text(s), source=source) for s, source in zip(spans, sources, strict=True)),
    )


def _informants(evidence: Evidence) -> Iterator[Finding]:
    """One fact that each of two reports has from one person or body, and not from the same."""
    taken: set[tuple[str, str]] = set()
    for k in evidence.kinship.told_twice():
        ends = ((k.a.id, k.b.span.article), (k.b.id, k.a.span.article))
        a, b = k.a.voice, k.b.voice
        if taken.intersection(ends) or a.quoted or b.quoted or k.a.polarity != k.b.polarity:
            continue
        stated = _is_stated(k.a, evidence) and _is_stated(k.b, evidence)
        if not (stated and _telling(a, evidence) and _telling(b, evidence)):
            continue
        taken.update(ends)
        if _apart(k.a, k.b, evidence):
            yield Finding(
                kind="attribution",
                severity="soft",
                sides=tuple(side(kernel(c, evidence), c.text, c) for c in (k.a, k.b)),
            )


def _is_stated(c: Claim, evidence: Evidence) -> bool:
    """Whether the clause says that something is so: who says that is no question for what is spoken of in passing."""
    outright = bool(c.tense) and c.modality not in {"conditional", "denied"}
    return outright and evidence.is_told(c) and class_of(c.predicate, "v") != "communication"


def _telling(v: Voice, evidence: Evidence) -> bool:
    """Whether a voice is someone in particular: a person by name, or somebody unnamed of whom more is said than a bare word."""
    if v.entity is None or not v.name:
        return False
    if evidence.is_anonymous(v.entity):
        return sum(not is_function_word(w) for w in v.name.split()) > 1
    return evidence.entity_type(v.entity) == "PERSON"


def _apart(one: Claim, other: Claim, evidence: Evidence) -> bool:
    """Whether neither can be the other, nor have told the other: who is named beside a voice may be that voice."""
    a, b = one.voice, other.voice
    if a.entity in _named_beside(other, evidence) or b.entity in _named_beside(one, evidence):
        return False
    links = {r.entity for r in (*a.relay, *b.relay)}
    if a.entity == b.entity or {a.entity, b.entity} & links:
        return False
    ours, theirs = ({w for w in v.name.lower().split() if not is_function_word(w)} for v in (a, b))
    return not ours & theirs and not names_overlap(a.entity or "", b.entity or "", evidence)


def _named_beside(c: Claim, evidence: Evidence) -> set[str]:
    """The entities that are called by name in the sentence of a claim's voice, outside the claim."""
    sentence = evidence.sentence(c.voice.span) if c.voice.span is not None else None
    mentions = evidence.mentions_in(sentence.span) if sentence is not None else []
    return {m.entity for m in mentions if m.kind == "name" and not m.span.overlaps(c.span)}


def _is_named(w: Wording, evidence: Evidence) -> bool:
    """Whether the report has the name of a person beside the words, or in their paragraph as the only person there.

    Whom else "he" or "the president" stands for is less sure than that the same words come from one mouth.
    """
    speaker, entity = w.quote.speaker, w.quote.entity
    if speaker is None or entity is None or evidence.entity_type(entity) != "PERSON":
        return False
    return entity in evidence.named_in(speaker) or _named_around(speaker, evidence) == {entity}


def _named_around(span: Span, evidence: Evidence) -> set[str]:
    """The persons whom the paragraph of a span calls by name, outside the words that it quotes."""
    annotation = evidence.by_article[span.article].annotation
    here = evidence.sentence(span)
    around = [s.span for s in annotation.sentences if here is not None and s.line == here.line]
    named = (m for s in around for m in evidence.mentions_in(s) if m.kind == "name" and m.type == "PERSON")
    return {m.entity for m in named if not any(q.span.contains(m.span) for q in annotation.quotes)}


def _same_words(a: Wording, b: Wording) -> bool:
    short, full = sorted((a.words, b.words), key=len)
    return sum(not is_function_word(w) for w in short) >= TELLING and is_cut_of(short, full)


def _two_speakers(a: Wording, b: Wording, evidence: Evidence) -> bool:
    """Someone named in both, and not the same. "An official" may be the very one whom the other report names."""
    one, other = a.quote.entity, b.quote.entity
    if one is None or other is None:
        return False
    return (
        one != other
        and not names_overlap(one, other, evidence)
        and not evidence.is_anonymous(one)
        and not evidence.is_anonymous(other)
    )
