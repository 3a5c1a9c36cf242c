"""One comparator a slot, each in a file of its own; here they are called in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rashomon.collate.compare import (
    attribution,
    charge,
    date,
    duration,
    exclusive,
    extent,
    frames,
    identity,
    modality,
    number,
    omission,
    place,
    polarity,
    quotation,
    reason,
    several,
    stance,
    tally,
    update,
    zone,
)
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, differences
from rashomon.records import Claim, Difference, Event, Fact, Witness

COMPARATORS: tuple[Callable[[Evidence], Iterator[Finding]], ...] = (
    number.compare,
    tally.compare,
    several.compare,
    duration.compare,
    date.compare,
    zone.compare,
    place.compare,
    polarity.compare,
    exclusive.compare,
    frames.compare,
    modality.compare,
    quotation.compare,
    attribution.compare,
    identity.compare,
    charge.compare,
    extent.compare,
    reason.compare,
    stance.compare,
    update.compare,
    omission.compare,
)
"""A comparator is one function over the evidence; add a file beside the others and name it here."""


def find_differences(
    claims: Sequence[Claim], events: Sequence[Event], facts: Sequence[Fact], witnesses: Sequence[Witness]
) -> tuple[Difference, ...]:
    """The differences of a story, hardest first."""
    evidence = Evidence(claims, events, facts, witnesses)
    return differences((f for compare in COMPARATORS for f in compare(evidence)), evidence)
