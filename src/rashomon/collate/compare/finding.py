"""Differences made from what the comparators find: ids from content, one entry for what several pairs show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.notes import note
from rashomon.records import Claim, Difference, Side, Span
from rashomon.records.collation import DifferenceKind, Severity

OF_WORDS = frozenset({"quotation", "attribution"})
"""Kinds that say all about two quotations: what else differs in them differs because the wording does."""
RANK = {"hard": 0, "medium": 1, "soft": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a comparator saw. `topic` is what the sides speak of, as it fits after "has" ("the call"), or a name, or empty."""

    kind: DifferenceKind
    severity: Severity
    sides: tuple[Side, ...]
    topic: str = ""


def side(span: Span, value: str, claim: Claim | None = None, source: str | None = None) -> Side:
    """A side that stands at `span`; its source is the claim's voice unless given."""
    if source is None:
        source = (claim.voice.entity or claim.voice.name) if claim else ""
    return Side(span=span, value=" ".join(value.split()), source=source, claim=claim.id if claim else None)


def differences(findings: Iterable[Finding], evidence: Evidence) -> tuple[Difference, ...]:
    """Hardest first, then in the order of the text; of two that join the same places the harder one stays."""
    kept: list[Finding] = []
    # Which findings come together must not hang on the order of the reports, so articles go by their ids here.
    for f in sorted(findings, key=lambda f: (*_weight(f), sorted(_places(f, str)), f.kind)):
        if any(_same_places(f, k) for k in kept):
            continue
        twin = next((i for i, k in enumerate(kept) if _one_entry(f, k)), None)
        if twin is None:
            kept.append(f)
        else:
            kept[twin] = _together(kept[twin], f, evidence)
    kept.sort(key=lambda f: (*_weight(f), _places(f, evidence.siglum), f.kind))
    return tuple(_difference(f, evidence) for f in kept)


def _weight(f: Finding) -> tuple[int, bool]:
    return RANK[f.severity], f.kind not in OF_WORDS


def difference_id(kind: str, sides: Sequence[Side]) -> str:
    """The same in every run and whatever the order of the articles."""
    places = sorted(f"{s.span.article}:{s.span.start}:{s.span.end}" for s in sides)
    return "d" + sha256("\n".join([kind, *places]).encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _difference(f: Finding, evidence: Evidence) -> Difference:
    facts = {evidence.fact_of[s.claim] for s in f.sides if s.claim in evidence.fact_of}
    return Difference(
        id=difference_id(f.kind, f.sides),
        kind=f.kind,
        severity=f.severity,
        scope="within" if len({s.span.article for s in f.sides}) == 1 else "across",
        note=note(f.kind, f.topic, f.sides, evidence),
        sides=f.sides,
        facts=tuple(sorted(facts)),
    )


def _same_places(one: Finding, other: Finding) -> bool:
    """Whether every side of each finding overlaps a side of the other."""
    return all(any(s.span.overlaps(o.span) for o in other.sides) for s in one.sides) and all(
        any(s.span.overlaps(o.span) for o in one.sides) for s in other.sides
    )


def _one_entry(one: Finding, other: Finding) -> bool:
    """Whether two findings are one difference told by three: a side in common, and the same kind and weight.

    One utterance has one wording in each report: two there are two utterances. What two reports leave out are two things.
    """
    if one.kind != other.kind or one.severity != other.severity or one.kind == "omission":
        return False
    new = [s for s in other.sides if not any(s.span.overlaps(o.span) for o in one.sides)]
    if len(new) == len(other.sides):
        return False
    return one.kind != "quotation" or all(_fits(s, one) for s in new)


def _fits(new: Side, one: Finding) -> bool:
    """Whether the report of `new` has no side yet, or one in the same words."""
    own = [s.value.lower() for s in one.sides if s.span.article == new.span.article]
    return not own or new.value.lower() in own


def _together(one: Finding, other: Finding, evidence: Evidence) -> Finding:
    """One finding with the sides of both, each place once, and the fuller topic."""
    new = tuple(s for s in other.sides if not any(s.span.overlaps(o.span) for o in one.sides))
    sides = sorted((*one.sides, *new), key=lambda s: (evidence.siglum(s.span.article), s.span.start))
    return replace(one, sides=tuple(sides), topic=max(one.topic, other.topic, key=lambda t: (len(t), t)))


def _places(f: Finding, name: Callable[[str], str]) -> list[tuple[str, int, int]]:
    return [(name(s.span.article), s.span.start, s.span.end) for s in f.sides]
