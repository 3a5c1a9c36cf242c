"""Stretches of a text, found by place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from rashomon.records import Span


class Places:
    """Stretches in the order of their starts; where they overlap the longest reaches on."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in stretches]
        self.ends = list(accumulate((end for _, end in stretches), max))

    def at(self, place: int) -> int | None:
        """The number of the last stretch that starts no later than `place`, if a stretch reaches over it."""
        i = bisect_right(self.starts, place) - 1
        return i if i >= 0 and place < self.ends[i] else None

    def within(self, span: Span) -> bool:
        """Whether the first stretch from `span`'s start on ends inside it."""
        i = bisect_right(self.starts, span.start - 1)
        return i < len(self.starts) and self.ends[i] <= span.end + 1
