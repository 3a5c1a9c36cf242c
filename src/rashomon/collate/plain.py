"""A claim in one plain sentence: its witness's own words, with what they lean on put in square brackets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.records import Claim, Entity, Fact, Mention, Role, Span, Token, Witness

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"WP", "WDT"})
_KEPT = frozenset(
    {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "you", "your", "yours"}
    | {"himself", "herself", "itself", "themselves", "ourselves", "yourself"}
)
"""Pronouns that stay: a speaker's own, in the speaker's words, and those that look back within the clause."""
_OF_ONE = frozenset({"he", "him", "his", "she", "her"})
"""Pronouns that are told within somebody's own words, too: whom a speaker means by "they" or "it" is seldom certain."""
_PRESUPPOSING = frozenset({"that", "as", "when", "while", "after", "since", "because", "though", "although", "where"})
"""What brings a clause in that is stated as so: without it, the clause is a sentence. Not "if", and not "before"."""
_CONNECTIVES = frozenset({"however", "but", "and", "so", "yet", "meanwhile"})
_APOSTROPHES = ("'", "’")
_SUBJECTS = frozenset({"agent", "patient"})
_LONGEST_SUBJECT = 60
"""Characters of a subject without an entity that are still repeated in brackets."""
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))
_FULL = 2
"""Words that a clause has at least."""
_GOOD_LENGTH = 90
"""Characters of a clause that says enough and is read at a glance."""
_ACRONYM = 6
"""Letters of the longest name that is set in capitals for being one."""
_LOOSE_ENDS = " \t\n,;:–—-"
_LEANS_ON_A_CLAUSE = frozenset(
    {"who", "whom", "whose", "which", "that", "when", "while", "where", "why", "what", "how", "as", "if", "to", "than"}
)
"""First words of a clause that is not understood without the one it belongs to."""
_POINTS_BACK = frozenset({"it", "he", "she", "they", "we", "i", "this", "these", "those"})
"""First words of a clause that is not understood without what stands before it."""


class Plain:
    """Says claims of one collation plainly.

    `it struck a barge` becomes `[The Senn Maiden] struck a barge`: only what stands in brackets is not the witness's.
    """

    def __init__(self, witnesses: Sequence[Witness], entities: Sequence[Entity]) -> None:
        self._texts = {w.article.id: w.article.text for w in witnesses}
        self._names = {e.id: e.name for e in entities if e.names or e.anonymous}
        self._mentions: dict[str, list[Mention]] = {
            w.article.id: sorted(w.annotation.mentions, key=lambda m: (m.span.start, m.span.end)) for w in witnesses
        }
        self._with_article: dict[str, set[str]] = {w.article.id: set(_said_with_the(w)) for w in witnesses}
        self._quotes = {w.article.id: [q.span for q in w.annotation.quotes if q.kind != "label"] for w in witnesses}
        self._tokens: dict[str, dict[int, Token]] = {
            w.article.id: {t.start: t for s in w.annotation.sentences for t in s.tokens} for w in witnesses
        }

    def leans(self, claim: Claim) -> bool:
        """Whether a claim says something only within its sentence: its subject is neither in it nor known, or a pronoun that nobody is
        known to stand behind."""
        known = (role := self._shared_subject(claim)) is not None and self._words(role) is not None
        bare = len(claim.text.split()) < _FULL and (not known or self._begins_with_relative(claim))
        if claim.nominal or bare:
            return True
        begin = self._begin(claim)
        first = self._texts[claim.span.article][begin : claim.span.end].split()[0].lower()
        token = self._tokens[claim.span.article].get(begin)
        determines = token is not None and token.pos == "DET"
        if first in _LEANS_ON_A_CLAUSE and not determines:
            return not (known and self._begins_with_relative(claim))
        points_back = first in _POINTS_BACK and not determines and self(claim).lower().startswith(first)
        return points_back or (lacks_subject(claim) and not known)

    def unclear(self, claim: Claim) -> float:
        """How far a claim is from a full clause in the narrator's words that names what it speaks of, neither long nor short."""
        within = list(self._within(claim.span))
        named = {m.entity for m in within if m.kind == "name"}
        pronouns = sum(m.kind == "pronoun" and not self._referent(m) for m in within)
        shouted = claim.text.isupper() and len(claim.text) > _ACRONYM
        faults = 2 * self.leans(claim) + claim.nominal + pronouns + 2 * shouted + (claim.part != "body") / 2
        told = claim.voice.quoted + (claim.modality != "asserted") + (claim.tense == "")
        return faults + told - len(named) - len(claim.quantities) / 2 + abs(len(claim.text) - _GOOD_LENGTH) / 60

    def __call__(self, claim: Claim) -> str:
        """The claim as a sentence without its full stop."""
        text, span = self._texts[claim.span.article], claim.span
        said, at = "", self._begin(claim)
        for start, end, words in self._brackets(claim):
            if start >= at:
                said += text[at:start] + words
                at = end
        said = _tidy(said + text[at : self._end(span)], text[span.end : span.end + 1])
        speaker = self._names.get(claim.voice.entity or "") if self._in_marks(span) else None
        return f"{speaker}: “{said}”" if speaker else said

    def _begin(self, claim: Claim) -> int:
        """Where a claim begins by itself: after "just days after", "when" or "however", before its subject or, without one, its verb."""
        subject = min((r.span.start for r in claim.roles if r.role in _SUBJECTS), default=claim.span.start)
        subject = min(subject, claim.trigger.start)
        tokens, text = self._tokens[claim.span.article], self._texts[claim.span.article]
        lead = [t for i in range(claim.span.start, subject) if (t := tokens.get(i))]
        if lead and claim.modality == "asserted" and lead[-1].lower in _PRESUPPOSING:
            return subject
        if lead and lead[0].lower in _CONNECTIVES:
            rest = text[lead[0].end : claim.span.end]
            return lead[0].end + len(rest) - len(rest.lstrip(", "))
        return claim.span.start

    def _in_marks(self, span: Span) -> bool:
        return any(q.contains(span) for q in self._quotes[span.article])

    def _end(self, span: Span) -> int:
        """Where a claim ends without its full stop; the point of an abbreviation is part of its word."""
        last = self._tokens[span.article].get(span.end - 1)
        return span.end - 1 if last is not None and last.text == "." else span.end

    def _brackets(self, claim: Claim) -> Iterator[tuple[int, int, str]]:
        """What is replaced, in the order of the text: the subject that is missing, and each pronoun of someone whom the claim has
        not named before it."""
        named: set[str] = set()
        if (role := self._shared_subject(claim)) and (words := self._words(role)):
            relative = self._begins_with_relative(claim)
            after = claim.span.start + (len(claim.text.split()[0]) if relative else 0)
            yield claim.span.start, after, f"[{words}]" + " " * (not relative)
            named.add(role.entity or "")
        for m in self._within(claim.span):
            if m.kind == "pronoun" and m.entity not in named and (words := self._referent(m)):
                yield m.span.start, m.span.end, f"[{words}]"
                named.add(m.entity)
            elif m.kind != "pronoun":
                named.add(m.entity)

    def _referent(self, mention: Mention) -> str:
        """What to put for a pronoun; "" where a name would not tell more or would not fit ("we", "himself", "he'd")."""
        article = mention.span.article
        token = self._tokens[article].get(mention.span.start)
        if mention.entity not in self._names or token is None or token.tag not in {"PRP", "PRP$"}:
            return ""
        if token.lower not in _OF_ONE and self._in_marks(mention.span):
            return ""
        if token.lower in _KEPT or self._texts[article][token.end : token.end + 1] in _APOSTROPHES:
            return ""
        name = self._named(mention.entity, article)
        return _possessive(name) if token.tag == "PRP$" else name

    def _within(self, span: Span) -> Iterator[Mention]:
        own = self._mentions[span.article]
        for m in own[bisect_left(own, span.start, key=lambda m: m.span.start) :]:
            if m.span.start >= span.end:
                return
            if m.span.end <= span.end:
                yield m

    def _begins_with_relative(self, claim: Claim) -> bool:
        first = self._tokens[claim.span.article].get(claim.span.start)
        return first is not None and first.tag in _RELATIVE

    def _shared_subject(self, claim: Claim) -> Role | None:
        """The subject that stands in a clause before ("the board met and [the board] rejected …"), of a verb that can take one."""
        if not lacks_subject(claim):
            return None
        verb = self._tokens[claim.span.article].get(claim.trigger.start)
        role = next((r for r in claim.roles if r.role in _SUBJECTS and r.span.end <= claim.span.start), None)
        return role if verb is not None and verb.tag in _FINITE else None

    def _words(self, role: Role) -> str | None:
        """A name for who fills a role, or the words themselves where they are few and tell it."""
        text = self._texts[role.span.article]
        token = self._tokens[role.span.article].get(role.span.start)
        if role.entity in self._names:
            return self._named(role.entity, role.span.article)
        words = role.span.of(text)
        pronoun = token is not None and token.pos == "PRON"
        return None if pronoun or len(words) > _LONGEST_SUBJECT or "\n" in words else words

    def _named(self, entity: str, article: str) -> str:
        """The name of an entity, with "the" where the article sets it before that name."""
        name = self._names[entity]
        determined = name.lower().startswith(("the ", "a ", "an "))
        return f"the {name}" if name in self._with_article[article] and not determined else name


def worded(facts: Sequence[Fact], claims: Sequence[Claim], plain: Plain) -> tuple[Fact, ...]:
    """The facts, each in the words of the claim that tells it best."""
    by_id = {c.id: c for c in claims}

    def told(fact: Fact) -> Fact:
        main = min((by_id[c] for c in fact.claims), key=lambda c: (plain.unclear(c), c.id))
        return replace(fact, main=main.id, text=plain(main))

    return tuple(told(f) for f in facts)


def lacks_subject(claim: Claim) -> bool:
    """Whether none of those who take part stand before the verb within the claim."""
    return bool(claim.roles) and not any(claim.span.start <= r.span.start < claim.trigger.start for r in claim.roles)


def _said_with_the(witness: Witness) -> Iterator[str]:
    """The names and nominals that a report sets "the" before."""
    text = witness.article.text
    for m in witness.annotation.mentions:
        if m.kind != "pronoun" and text[max(0, m.span.start - 4) : m.span.start].lower() == "the ":
            yield m.span.of(text)
        elif m.kind == "nominal":
            yield m.span.of(text).lower().removeprefix("the ")


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _tidy(said: str, following: str) -> str:
    """On one line, brackets and marks in pairs, without what hangs loose at the ends."""
    said = " ".join(said.split()).strip(_LOOSE_ENDS)
    for opening, closing in _PAIRS:
        spare = said.count(opening) - said.count(closing)
        if spare == 1 and following == closing:
            said += closing
        else:
            said = said.replace(opening, "", max(0, spare)).replace(closing, "", max(0, -spare))
    if said.count('"') % 2:
        at = said.rindex('"')
        said = said + '"' if following == '"' else said[:at] + said[at + 1 :]
    return said.strip(_LOOSE_ENDS)
