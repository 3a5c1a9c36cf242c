"""One comparator a slot, each in a file of its own; here they are called in turn."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Claim, Difference, Event, Fact, Witness


def find_differences(
    claims: Sequence[Claim], events: Sequence[Event], facts: Sequence[Fact], witnesses: Sequence[Witness]
) -> tuple[Difference, ...]:
    """The differences of a story, hardest first."""
    return ()
