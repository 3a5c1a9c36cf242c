"""What a difference is called."""

from __future__ import annotations

import pytest

from rashomon.records import Difference
from rashomon.records.collation import DifferenceKind, Severity


@pytest.mark.parametrize(
    ("kind", "severity", "contradicts"),
    [("number", "hard", True), ("stance", "hard", False), ("number", "medium", False), ("stance", "soft", False)],
)
def test_two_speakers_who_dispute_are_no_contradiction(
    kind: DifferenceKind, severity: Severity, contradicts: bool
) -> None:
    told = Difference(id="d", kind=kind, severity=severity, scope="across", note="", sides=())
    assert told.contradicts is contradicts
