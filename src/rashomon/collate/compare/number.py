"""Two figures for the same thing that cannot both be right: counts, sums, magnitudes, distances, ages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from rashomon.collate.compare import measure
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.measure import Match, Measure
from rashomon.collate.compare.wording import noun_of
from rashomon.collate.compare.words import words
from rashomon.records import Side
from rashomon.records.collation import Severity

SURE = 0.45
"""Score from which two measures are surely of one thing."""
NEAR = 1 + 2 * measure.HEDGED
"""Ratio of two figures up to which a hedge may yet make them one in their writers' minds."""
LONGEST_GAP = 40
"""Characters between a number and what it counts, for both to be shown as one."""


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Differing figures other than lengths of time."""
    for m in measure.differing(evidence, "other"):
        if m.a.quantity.span.article != m.b.quantity.span.article:
            yield _grown(m, evidence) or finding(m, evidence, "number")


def _grown(m: Match, evidence: Evidence) -> Finding | None:
    """The update that a toll makes which a later report has higher: more have died, been hurt or been held since."""
    low, high = sorted((m.a, m.b), key=measure.middle)
    if not (measure.is_toll(low) and measure.is_toll(high)):
        return None
    if not evidence.is_later(high.quantity.span, low.quantity.span):
        return None
    found = finding(Match(low, high, m.score, m.ratio), evidence, "number")
    return replace(found, kind="update", severity="soft")


def finding(m: Match, evidence: Evidence, kind: Literal["number", "duration"]) -> Finding:
    """The difference that a pair of measures makes."""
    counted = measure.dimension(m.a) in {"", "scale"}
    return Finding(
        kind=kind,
        severity=severity(m),
        sides=(_side(m.a, counted, evidence), _side(m.b, counted, evidence)),
        topic="" if counted else topic(m),
    )


def severity(m: Match) -> Severity:
    """Hard for two definite figures; medium where one is a bound, of a sort of the other's kind, or the two not surely of one thing."""
    if measure.more_of_a_sort(m.a, m.b) or measure.more_of_a_sort(m.b, m.a):
        return "medium"
    if "APPROX" in {m.a.quantity.mod, m.b.quantity.mod} and m.ratio < NEAR:
        return "medium"
    if measure.bounded(m.a.quantity) or measure.bounded(m.b.quantity) or m.score < SURE:
        return "medium"
    return "hard"


def topic(m: Match) -> str:
    """What is measured, in the first report's words."""
    if m.a.quantity.measured_lemma:
        return f"the {m.a.quantity.measured_lemma}"
    if m.a.governor in words("measure", "lasting"):
        thing = measure.what_lasted(m.a)
        return f"the {thing}" if thing else ""
    noun = noun_of(m.a.governor)
    return f"the {noun}" if noun else ""


def _side(m: Measure, counted: bool, evidence: Evidence) -> Side:
    """The figure as printed; a count with what it counts ("three boats")."""
    span = m.quantity.span
    measured = m.quantity.measured
    if counted and measured is not None and span.end <= measured.start <= span.end + LONGEST_GAP:
        span = span.cover(measured)
    return side(span, in_words(evidence.text(span)), m.claim)


def in_words(figure: str) -> str:
    """A figure as it reads by itself: "two-hour" is "two hours", "10-metre-long" is "10 metres"."""
    parts = [p for p in figure.replace("–", "-").split("-") if p != "long"]
    if len(parts) != 2 or not parts[1].isalpha():
        return figure
    number, unit = parts
    return f"{number} {unit}" if number.lower() in {"one", "1", "a"} or unit.endswith("s") else f"{number} {unit}s"
