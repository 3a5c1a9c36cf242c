"""What happened when, and what is still expected."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Claim, Fact, TimelineEntry, Witness


def timeline(claims: Sequence[Claim], facts: Sequence[Fact], witnesses: Sequence[Witness]) -> tuple[TimelineEntry, ...]:
    """Dated claims in the order of time, claims of one fact as one entry."""
    return ()
