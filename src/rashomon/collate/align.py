"""Claims of one event and aspect put together into facts."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Claim, Event, Fact, Witness


def align(claims: Sequence[Claim], events: Sequence[Event], witnesses: Sequence[Witness]) -> tuple[Fact, ...]:
    """The facts of a story, origins still open; every claim belongs to one fact. In doubt claims stay apart."""
    return ()
