"""Two figures for the same thing that cannot both be right: counts, sums, magnitudes, distances, ages."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collate.compare import measure
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.measure import Match
from rashomon.records.collation import Severity


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Differing figures other than lengths of time."""
    for m in measure.differing(evidence, "other"):
        if m.a.quantity.span.article != m.b.quantity.span.article:
            yield finding(m, evidence, "number")


def finding(m: Match, evidence: Evidence, kind: str) -> Finding:
    """The difference that a pair of measures makes."""
    sides = tuple(side(x.quantity.span, evidence.text(x.quantity.span), x.claim) for x in (m.a, m.b))
    return Finding(
        kind="duration" if kind == "duration" else "number",
        severity=severity(m),
        sides=sides,
        topic=topic(m),
    )


def severity(m: Match) -> Severity:
    """Hard for two definite figures; medium where one is a bound or the two are not surely of one thing."""
    if measure.bounded(m.a.quantity) or measure.bounded(m.b.quantity) or m.score < 0.45:
        return "medium"
    return "hard"


def topic(m: Match) -> str:
    """What is measured, in the first report's words."""
    return f"the {m.a.quantity.measured_lemma}" if m.a.quantity.measured_lemma else ""
