"""The same happening on two days or at two hours. A coarser date that holds the finer one is no difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import Kin
from rashomon.collate.compare.wording import happening
from rashomon.records import Claim, TimeInterval, Timex
from rashomon.records.collation import Severity

ALIKE = 0.42
"""Likeness below which two dated claims are not known to be of one happening."""
SURE = 0.6
"""Likeness from which they surely are."""
ABOUT = timedelta(minutes=12)
"""How far a time of day with "about" reaches: about 10:00 and about 10:30 differ, about 10:00 and 10:10 do not."""


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of kindred claims whose own dates lie apart."""
    for k in evidence.closest:
        if k.likeness >= ALIKE and k.predicates == "same" and k.a.time and k.b.time and apart(k.a.time, k.b.time):
            yield Finding(
                kind="date",
                severity=_severity(k),
                sides=(_side(k.a, k.a.time, evidence), _side(k.b, k.b.time, evidence)),
                topic=happening(k.a, evidence),
            )


def apart(a: Timex, b: Timex) -> bool:
    """Whether two times cannot be one. What is vague (a season, "recently") or not known is apart from nothing."""
    if a.type not in {"DATE", "TIME"} or b.type not in {"DATE", "TIME"} or a.interval is None or b.interval is None:
        return False
    return not _reach(a, a.interval).overlaps(_reach(b, b.interval))


def _reach(t: Timex, i: TimeInterval) -> TimeInterval:
    if t.mod != "APPROX" or i.begin is None or i.end is None:
        return i
    about = ABOUT if t.type == "TIME" else timedelta(days=1)
    return replace(i, begin=i.begin - about, end=i.end + about)


def _severity(k: Kin) -> Severity:
    """What is still to come may have been moved; what is past happened once."""
    past = k.a.modality == k.b.modality == "asserted"
    return "hard" if past and k.likeness >= SURE else "medium" if past else "soft"


def _side(claim: Claim, time: Timex, evidence: Evidence):  # type: ignore[no-untyped-def]
    return side(time.span, evidence.text(time.span), claim)
