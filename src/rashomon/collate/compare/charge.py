"""What somebody is charged with, convicted of or pleads to: another offence in another report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.words import words
from rashomon.lexicon import are_synonyms, is_a
from rashomon.records import Claim, Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Offence:
    """A word for a crime ("fraud"), what narrows it down ("visa"), and where both stand."""

    crime: str
    sort: frozenset[str]
    span: Span
    claim: Claim


def compare(evidence: Evidence) -> Iterator[Finding]:
    """The offences that two reports tie to one person by one word of law, where they have none in common; or one of two sorts."""
    for (entity, _), by_article in sorted(_charged(evidence).items()):
        for one, other in combinations(sorted(by_article), 2):
            ours, theirs = by_article[one], by_article[other]
            if _of_two_sorts(ours, theirs) or not any(_alike(a.crime, b.crime) for a in ours for b in theirs):
                yield _finding(ours[0], theirs[0], entity, evidence)


def _of_two_sorts(ours: list[Offence], theirs: list[Offence]) -> bool:
    """Whether each report has one offence only, the same, and another word before it ("tax fraud", "wire fraud")."""
    one, other = ours[0], theirs[0]
    return len(ours) == len(theirs) == 1 and bool(one.sort and other.sort) and not one.sort & other.sort


def _finding(a: Offence, b: Offence, entity: str, evidence: Evidence) -> Finding:
    return Finding(
        kind="identity",
        severity="soft" if a.crime == b.crime else "medium",
        sides=tuple(side(x.span, evidence.text(x.span), x.claim) for x in (a, b)),
        topic=evidence.entity_name(entity),
    )


def _charged(evidence: Evidence) -> dict[tuple[str, str], dict[str, list[Offence]]]:
    """By person and step of the law, the offences of each report."""
    found: dict[tuple[str, str], dict[str, list[Offence]]] = defaultdict(lambda: defaultdict(list))
    for c in evidence.claims:
        step = next((s for s in ("charged", "pleads", "convicted") if c.predicate in words("law", s)), "")
        if not step or c.polarity == "negative":
            continue
        roles = {"agent"} if step == "pleads" else {"patient", "topic"}
        for entity in {r.entity for r in c.roles if r.role in roles and r.entity}:
            if evidence.entity_type(entity) == "PERSON" and not evidence.is_anonymous(entity):
                found[entity, step][c.span.article] += _offences(c, evidence)
    return {k: {a: o for a, o in v.items() if o} for k, v in found.items()}


def _offences(claim: Claim, evidence: Evidence) -> list[Offence]:
    """The crimes named in what hangs on the claim's verb by a preposition."""
    read = evidence.predicate(claim)
    if read is None:
        return []
    sentence, trigger = read
    found = []
    for prep in (t for t in sentence.subtree(trigger) if t.lower in words("law", "preps") and t.index > trigger.index):
        if sentence.head(prep) == trigger or sentence.head(sentence.head(prep)) == trigger:
            for noun in sentence.subtree(prep):
                if noun.pos in {"NOUN", "PROPN"} and _is_crime(noun):
                    found.append(_offence(noun, sentence, claim))
    return found


def _offence(noun: Token, sentence: Sentence, claim: Claim) -> Offence:
    """The crime with its sort, and with the "charge" or "count" that it is the crime of."""
    sort = [c for c in sentence.children(noun) if c.dep == "compound"]
    head = sentence.head(noun)
    if noun.dep == "compound":
        sort += [c for c in sentence.children(head) if c.dep == "compound" and c.index < noun.index]
    phrase = [*sort, noun, *([head] if noun.dep == "compound" else [])]
    return Offence(
        crime=noun.lemma.lower(),
        sort=frozenset(c.lower for c in sort if not _is_crime(c)),
        span=sentence.span_of(tuple(sorted(phrase, key=lambda t: t.start))),
        claim=claim,
    )


def _is_crime(t: Token) -> bool:
    return t.lemma.lower() not in words("law", "general") and (
        is_a(t.lemma.lower(), "crime") or t.lemma.lower() in words("law", "crimes")
    )


def _alike(a: str, b: str) -> bool:
    return a == b or are_synonyms(a, b, "n") or is_a(a, b) or is_a(b, a)
