"""Two lengths of time for the same thing. "Near hour-long" and "two-hour" differ; "two years" and "more than two years" do not."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collate.compare import measure
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding
from rashomon.collate.compare.measure import Match
from rashomon.collate.compare.number import finding


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Differing lengths of time, also inside one report (a caption against the body)."""
    for m in measure.differing(evidence, "duration"):
        if m.a.quantity.span.article != m.b.quantity.span.article or _apart_in_print(m, evidence):
            yield finding(m, evidence, "duration")


def _apart_in_print(m: Match, evidence: Evidence) -> bool:
    """Whether two measures of one report stand in different parts of it: in its body two lengths are mostly of two things."""
    return evidence.part(m.a.quantity.span) != evidence.part(m.b.quantity.span)
