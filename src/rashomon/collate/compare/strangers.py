"""Claims that speak of different people, days or places in the same part: never compared, however alike their words."""

from __future__ import annotations

from rashomon.collate.compare.evidence import Evidence
from rashomon.records import Claim, Sentence

_PARTS = (("agent", "patient"), ("partner", "recipient"))
"""Agent and patient in one: "the man was killed" and "the man died" have him in different roles."""
_EVERYONE = ("agent", "patient", "recipient", "partner")
_PLACES = frozenset({"GPE"})
_APART = ("PERSON",)


def strangers(a: Claim | None, b: Claim | None, evidence: Evidence) -> bool:
    """Whether two claims name different persons for the same part, or two companies that share one person only."""
    if a is None or b is None:
        return False
    if any(_apart(_people(a, roles, evidence), _people(b, roles, evidence), evidence) for roles in _PARTS):
        return True
    ours, theirs = (_people(c, _EVERYONE, evidence) for c in (a, b))
    return len(ours) > 1 and len(theirs) > 1 and not (ours <= theirs or theirs <= ours)


def of_others(a: Claim | None, b: Claim | None, evidence: Evidence) -> bool:
    """Whether two claims speak of what belongs to different persons ("her tax rate", "Berg's rate")."""
    if a is None or b is None:
        return False
    return _apart(_owners(a, evidence), _owners(b, evidence), evidence)


def _owners(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """The persons spoken of in whatever does or suffers it, and whoever is said to own that ("the brothers' share")."""
    spans = [r.span for r in claim.roles if r.role in ("agent", "patient", "attribute")]
    sentence = evidence.sentence(claim.trigger)
    owning = (
        [t for t in sentence.tokens if t.dep == "poss" and any(s.start <= t.start < s.end for s in spans)]
        if sentence
        else []
    )
    found = frozenset[str]().union(*(evidence.entities_in(s) for s in spans))
    persons = frozenset(e for e in found if evidence.entity_type(e) in _APART)
    owners = {evidence.entity_at(claim.span.article, t) for t in owning} - {None}
    return frozenset(e for e in (*persons, *owners) if e is not None and not evidence.is_anonymous(e))


def elsewhere(a: Sentence, b: Sentence, evidence: Evidence) -> bool:
    """Whether two sentences name places, and none in common: what is counted in one town is not what is counted in another."""
    return _apart(_towns(a, evidence), _towns(b, evidence), evidence)


def _towns(sentence: Sentence, evidence: Evidence) -> frozenset[str]:
    return frozenset(e for e in evidence.named_in(sentence.span) if evidence.entity_type(e) in _PLACES)


def _people(claim: Claim, roles: tuple[str, ...], evidence: Evidence) -> frozenset[str]:
    """The named persons in these roles."""
    entities = (r.entity for r in claim.roles if r.role in roles and r.entity)
    return frozenset(e for e in entities if evidence.entity_type(e) in _APART and not evidence.is_anonymous(e))


def _apart(a: frozenset[str], b: frozenset[str], evidence: Evidence) -> bool:
    """Whether both name someone, nobody in both, and no name of one is a shorter form of a name of the other."""
    return bool(a and b) and not a & b and not any(_one_name(x, y, evidence) for x in a for y in b)


def _one_name(one: str, other: str, evidence: Evidence) -> bool:
    a, b = (set(evidence.entity_name(e).lower().split()) for e in (one, other))
    return bool(a and b) and (a <= b or b <= a)
