"""The same thing hoped for in one report, expected in another, possible or done in a third."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collate.compare.arguments import object_in_common, one_object, one_subject
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import Kin, parties, same_parties
from rashomon.collate.compare.notes import DONE
from rashomon.collate.compare.wording import happening, kernel
from rashomon.lexicon import class_of
from rashomon.records import Claim
from rashomon.records.collation import DifferenceKind, Severity

ALIKE = 0.3
"""Likeness below which two claims are not known to be of one happening."""
SURE = 0.5
"""Likeness from which they surely are."""
AHEAD = frozenset({"planned", "expected", "likely", "hoped"})
UNSURE = frozenset({"possible", "likely", "reported"})
"""What a condition speaks of, it does not state: "if it is allowed" has no place here."""
FORESEEN = frozenset({"planned", "expected"})
"""Not held against each other: what someone will do is planned and expected, and "would" tells which of them by its subject alone."""
_WORDS = {"asserted": DONE, "planned": "planned", "expected": "expected", "likely": "likely", "possible": "possible",
          "hoped": "hoped for", "demanded": "demanded", "reported": "hearsay"}  # fmt: skip


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of kindred claims that differ in how they are meant; planned against done is an update."""
    open_yet = evidence.kinship.closest(lambda c: c.polarity == "positive" and (c.modality in AHEAD or _is_unsure(c)))
    held = (k for k in evidence.kinship.alike(ALIKE) if _same_company(k, evidence))
    for k in dict.fromkeys((*open_yet, *evidence.closest, *held, *evidence.kinship.told_twice())):
        if (
            k.likeness >= ALIKE
            and k.a.polarity == k.b.polarity
            and (_one_deed_told(k) or (k.predicates == "same" and same_parties(k, evidence)))
            and (_same_company(k, evidence) or _of_one_thing(k, evidence))
        ):
            kind = _kind(k.a, k.b)
            if kind == "update" and _done_before(k, evidence):
                continue
            if kind and not evidence.is_asked(k.a) and not evidence.is_asked(k.b):
                yield _finding(k, kind, evidence)


def _done_before(k: Kin, evidence: Evidence) -> bool:
    """Whether the report that has it done is the earlier one: then it is to be done again."""
    meant, done = (k.a, k.b) if k.b.modality == "asserted" else (k.b, k.a)
    return evidence.is_later(meant.span, done.span)


def _of_one_thing(k: Kin, evidence: Evidence) -> bool:
    """Whether both are of one doer and, unless alignment has put them into one fact, of one object.

    What only shares its verb is done by many: somebody or something must fill a core role in both, and what is said in passing
    ("who worked for the port") must have the very same object.
    """
    if not (one_subject(k.a, k.b, evidence) and (k.aligned or one_object(k.a, k.b, evidence))):
        return False
    if not (k.shared_heads() or parties(k.a, evidence) & parties(k.b, evidence)):
        return False
    return (evidence.is_told(k.a) and evidence.is_told(k.b)) or object_in_common(k.a, k.b, evidence)


def _kind(a: Claim, b: Claim) -> DifferenceKind | None:
    one, other = a.modality, b.modality
    if one == other or {one, other} <= FORESEEN or {one, other} & {"denied", "demanded", "conditional"}:
        return None
    if "asserted" in (one, other):
        meant, done = (a, b) if other == "asserted" else (b, a)
        if meant.modality in AHEAD:
            return "update" if done.tense == "past" and _is_deed(done) else None
        if meant.modality == "reported" and done.voice.name:
            return None
        return "modality" if _is_unsure(meant) and not done.nominal and done.tense else None
    return "modality" if all(_is_unsure(c) or c.modality in AHEAD for c in (a, b)) else None


def _is_deed(c: Claim) -> bool:
    """Whether something happened, that can first lie ahead and then be done."""
    return c.polarity == "positive" and class_of(c.predicate, "v") not in {"cognition", "perception", "stative"}


def _is_unsure(c: Claim) -> bool:
    """Whether the claim leaves open if it is so; "could see" tells of an ability."""
    if c.modality != "possible":
        return c.modality in UNSURE
    words = set(c.text.lower().split())
    return bool(words & {"may", "might", "possibly", "perhaps", "maybe"}) or "could have" in c.text.lower()


def _one_deed_told(k: Kin) -> bool:
    """Whether both are claims of one fact, and of more than that somebody spoke."""
    return k.aligned and all(class_of(c.predicate, "v") != "communication" for c in (k.a, k.b))


def _same_company(k: Kin, evidence: Evidence) -> bool:
    """Whether two take part in both, the same two."""
    return len(parties(k.a, evidence) & parties(k.b, evidence)) > 1


def _one_mouth(k: Kin) -> bool:
    """Whether nobody, or one and the same, says both: two speakers may each be as sure as they like."""
    one, other = k.a.voice, k.b.voice
    if not one.name or not other.name:
        return True
    return one.name == other.name or (one.entity is not None and one.entity == other.entity)


def _finding(k: Kin, kind: DifferenceKind, evidence: Evidence) -> Finding:
    claims = (k.a, k.b)
    if kind == "update" and k.a.modality == "asserted":
        claims = (k.b, k.a)
    sure = k.likeness >= SURE or _same_company(k, evidence)
    severity: Severity = "medium" if kind == "modality" and sure and _one_mouth(k) else "soft"
    return Finding(
        kind=kind,
        severity=severity,
        sides=tuple(side(kernel(c, evidence), _WORDS.get(c.modality, c.modality), c) for c in claims),
        topic=happening(k.a, evidence),
    )
