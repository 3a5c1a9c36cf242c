"""Which event each claim is about."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Claim, Event, Witness


def group_events(claims: Sequence[Claim], witnesses: Sequence[Witness]) -> tuple[Event, ...]:
    """The events of a story; a claim is about one event at most."""
    return ()
