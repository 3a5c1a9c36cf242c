"""Counts that no number gives: "a launcher" in one report is one, "launchers" in another are several, "two launchers" two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import OF_ONE_FACT, Kin
from rashomon.collate.compare.words import words
from rashomon.lexicon import class_of
from rashomon.records import Claim, Interval, Sentence, Span, Token

_COUNTED = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "conj", "pobj", "appos"})
_UNCOUNTED = frozenset({"location", "group", "time", "quantity", "cognition", "communication", "attribute", "state"})
"""Classes of nouns whose number says little: "the area" and "the areas", "a few days"."""
_ONE = Interval(low=1, high=1)
_SEVERAL = Interval(low=2)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a thing a claim speaks of, where it stands, whose or of which name it is, and whether a number tells it."""

    noun: str
    many: Interval
    span: Span
    named: frozenset[str]
    numbered: bool


def compare(evidence: Evidence) -> Iterator[Finding]:
    """One thing of one fact, of which two reports have another number, told by its article or its ending in one at least."""
    for k in evidence.kinship.alike(OF_ONE_FACT):
        if k.aligned and _of_what_was(k.a) and _of_what_was(k.b):
            yield from _differing(k, evidence)


def _of_what_was(c: Claim) -> bool:
    """Whether the claim tells of what took place: of what may or will be, anything is told in general ("ambulances would come")."""
    return c.modality == "asserted" and c.tense in {"past", ""}


def _differing(k: Kin, evidence: Evidence) -> Iterator[Finding]:
    ours, theirs = (_counts(c, evidence) for c in (k.a, k.b))
    for a, b in product(ours, theirs):
        if a.noun != b.noun or a.named != b.named or (a.numbered and b.numbered):
            continue
        if any(x.noun == y.noun and x.many.overlaps(y.many) for x, y in product(ours, theirs)):
            continue
        yield Finding(
            kind="number",
            severity="soft",
            sides=(side(a.span, evidence.text(a.span), k.a), side(b.span, evidence.text(b.span), k.b)),
        )


def _counts(claim: Claim, evidence: Evidence) -> list[Count]:
    """The counted things of a claim, those left out whose place is meant rather than they themselves ("to a hospital")."""
    sentence = evidence.sentence(claim.trigger)
    if sentence is None:
        return []
    inside = (t for t in sentence.tokens if claim.span.start <= t.start and t.end <= claim.span.end)
    return [c for t in inside if t.pos == "NOUN" and (c := _count(t, sentence, claim)) is not None]


def _count(t: Token, sentence: Sentence, claim: Claim) -> Count | None:
    if t.dep not in _COUNTED or class_of(t.lemma.lower(), "n") in _UNCOUNTED or _is_setting(t, sentence):
        return None
    many = _many(t, sentence, claim)
    if many is None:
        return None
    before = [c for c in sentence.subtree(t) if c.index < t.index]
    return Count(
        noun=t.lemma.lower(),
        many=many,
        span=sentence.span_of((*before, t)),
        named=frozenset(c.lower for c in before if c.dep == "poss" or (c.text[:1].isupper() and not c.text.isupper())),
        numbered=any(c.dep == "nummod" for c in before),
    )


def _is_setting(t: Token, sentence: Sentence) -> bool:
    """Whether the noun only tells where or when: it hangs on a preposition, and is no act ("to a charge")."""
    over = sentence.head(t)
    meant = over.lower in words("several", "prepositions") or class_of(t.lemma.lower(), "n") == "act"
    return t.dep == "pobj" and not meant


def _many(t: Token, sentence: Sentence, claim: Claim) -> Interval | None:
    """By its number, its article or its ending; "the boats" and "his boats" may be any that were spoken of."""
    below = sentence.children(t)
    counted = next((q for q in claim.quantities if q.measured is not None and q.measured.end == t.end), None)
    if counted is not None:
        part = {c.lower for c in below} & words("measure", "part")
        return None if counted.unit or counted.mod or part else counted.interval
    if any(c.dep in {"poss", "nummod", "predet", "neg"} for c in below):
        return None
    told = {c.lower for c in below if c.dep in {"det", "amod"}}
    if t.tag == "NN" and told & {"a", "an"}:
        return _ONE
    return _SEVERAL if t.tag == "NNS" and not told & words("several", "open") else None
