"""The same happening in two places. A place inside the other, or a part of the way, is no difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rashomon.collate.compare import measure
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import Kin, same_parties
from rashomon.collate.compare.measure import Measure
from rashomon.collate.compare.strangers import strangers
from rashomon.collate.compare.wording import happening
from rashomon.collate.compare.words import words
from rashomon.lexicon import are_synonyms, class_of, is_a
from rashomon.records import Claim, Role, Span, Token

ALIKE = 0.45
LONGEST_PASSAGE = 100
"""Characters from which the words from a deed to its place are no longer read at a glance."""
_PLACES = ("place", "goal", "source")


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of kindred claims with one place each, and not the same one."""
    for k in evidence.kinship.closest(lambda c: any(_only(c, role) for role in _PLACES)):
        if k.likeness >= ALIKE and k.predicates == "same" and same_parties(k, evidence):
            for role in _PLACES:
                a, b = _only(k.a, role), _only(k.b, role)
                if a and b and apart(a, b, evidence):
                    yield _finding(k, a, b, evidence)
    yield from _one_fact(evidence)
    yield from _directions(evidence)
    yield from _deaths(evidence)


def _one_fact(evidence: Evidence) -> Iterator[Finding]:
    """One fact that each report puts in places of its own ("fell from a ridge", "fell down a gully")."""
    for k in evidence.kinship.told_twice():
        ours, theirs = (_places(c, evidence) for c in (k.a, k.b))
        said = class_of(k.a.predicate, "v") == "communication"
        if ours and theirs and not said and all(apart(a, b, evidence) for a in ours for b in theirs):
            yield _finding(k, ours[0], theirs[0], evidence)


def _places(c: Claim, evidence: Evidence) -> list[Role]:
    """Where it was, from and to where; of two places with names one may hold the other."""
    return [r for r in c.roles if r.role in _PLACES and r.entity is None and _is_place(r, evidence)]


def _deaths(evidence: Evidence) -> Iterator[Finding]:
    """The one death that each report places, at two stations ("at the scene", "on the way to the hospital")."""
    placed: dict[str, list[tuple[Role, Claim]]] = defaultdict(list)
    for c in evidence.claims:
        for r in c.roles if _dies(c) else ():
            if r.role in _PLACES and r.head.lower() in words("place", "stations"):
                placed[c.span.article].append((r, c))
    for one, other in combinations(sorted(placed), 2):
        if len(placed[one]) == len(placed[other]) == 1:
            (a, dead), (b, other_dead) = placed[one][0], placed[other][0]
            if a.head.lower() != b.head.lower() and not strangers(dead, other_dead, evidence):
                yield Finding(
                    kind="place",
                    severity="medium",
                    sides=tuple(side(r.span, evidence.text(r.span), c) for r, c in (placed[one][0], placed[other][0])),
                    topic="the death",
                )


def _directions(evidence: Evidence) -> Iterator[Finding]:
    """The same distance in two directions ("20 miles east", "20 miles west"); of neighbouring ones, soft."""
    for m in measure.agreeing(evidence):
        a, b = _direction(m.a), _direction(m.b)
        if a and b and a.lower != b.lower:
            spans = [x.quantity.span.cover(x.sentence.span_of((t,))) for x, t in ((m.a, a), (m.b, b))]
            opposed = {a.lower, b.lower} in ({"east", "west"}, {"north", "south"})
            yield Finding(
                kind="place",
                severity="hard" if opposed else "soft",
                sides=tuple(side(s, evidence.text(s), x.claim) for s, x in zip(spans, (m.a, m.b), strict=True)),
            )


def _direction(m: Measure) -> Token | None:
    """The compass word right after a distance."""
    after = (t for t in m.sentence.tokens if 0 <= t.start - m.quantity.span.end <= 2)
    return next((t for t in after if t.lower in words("measure", "compass")), None)


def _dies(c: Claim) -> bool:
    """Whether one person died, and not another besides."""
    several = any(not q.unit and (q.interval.low or 0) > 1 for q in c.quantities)
    outright = c.polarity == "positive" and c.modality == "asserted" and c.tense == "past"
    further = words("measure", "part") & set(c.text.lower().split())
    return c.predicate in words("place", "ends") and outright and not several and not further


def apart(a: Role, b: Role, evidence: Evidence) -> bool:
    """Whether two places are surely two: neither names, nor is a kind of, nor shares a word with the other."""
    if a.entity and a.entity == b.entity:
        return False
    if bool(a.entity) != bool(b.entity):
        return False
    if evidence.entities_in(a.span) & evidence.entities_in(b.span):
        return False
    if not (_is_place(a, evidence) and _is_place(b, evidence)):
        return False
    one, other = a.head.lower(), b.head.lower()
    return one != other and not are_synonyms(one, other, "n") and not is_a(one, other) and not is_a(other, one)


def _is_place(r: Role, evidence: Evidence) -> bool:
    if r.entity and evidence.entity_type(r.entity):
        return evidence.entity_type(r.entity) in {"GPE", "LOC", "FAC"}
    return class_of(r.head.lower(), "n") in {"location", "object"} or is_a(r.head.lower(), "structure")


def _only(claim: Claim, role: str) -> Role | None:
    """The claim's one filler of a role; with several, one may hold the other."""
    found = [r for r in claim.roles if r.role == role]
    return found[0] if len(found) == 1 else None


def _finding(k: Kin, a: Role, b: Role, evidence: Evidence) -> Finding:
    return Finding(
        kind="place",
        severity="soft",
        sides=tuple(side(_from_deed(r, c), evidence.text(r.span), c) for r, c in ((a, k.a), (b, k.b))),
        topic=happening(k.a, evidence),
    )


def _from_deed(r: Role, claim: Claim) -> Span:
    """The words from what happened to where ("fell from a ridge"): of a place alone nobody sees what it was the place of."""
    whole = claim.trigger.cover(r.span)
    return whole if len(whole) <= LONGEST_PASSAGE else r.span
