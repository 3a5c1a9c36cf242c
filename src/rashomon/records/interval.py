"""Ranges of numbers and of time; a missing bound is infinite or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A range of real numbers. "near hour-long" is (50, 60], "more than three" is (3, None)."""

    low: float | None = None
    high: float | None = None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval must satisfy low <= high, not [{self.low}, {self.high}]")

    def overlaps(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (self._before(other) or other._before(self))

    def contains(self, other: Interval) -> bool:
        """Whether every number of `other` lies in this interval."""
        low_ok = self.low is None or (
            other.low is not None
            and (self.low < other.low or (self.low == other.low and (self.low_closed or not other.low_closed)))
        )
        high_ok = self.high is None or (
            other.high is not None
            and (self.high > other.high or (self.high == other.high and (self.high_closed or not other.high_closed)))
        )
        return low_ok and high_ok

    def _before(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_closed and other.low_closed)
        return self.high < other.low


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeInterval:
    """A half-open stretch of time [begin, end). Naive datetimes: UTC where the text gives a zone, else the text's own clock."""

    begin: datetime | None = None
    end: datetime | None = None

    def __post_init__(self) -> None:
        if self.begin is not None and self.end is not None and self.begin > self.end:
            raise ValueError(f"a stretch of time must not end before it begins: [{self.begin}, {self.end})")

    def overlaps(self, other: TimeInterval) -> bool:
        """Whether some instant lies in both."""
        return not (
            (self.end is not None and other.begin is not None and self.end <= other.begin)
            or (other.end is not None and self.begin is not None and other.end <= self.begin)
        )

    def contains(self, other: TimeInterval) -> bool:
        """Whether every instant of `other` lies in this stretch."""
        return (self.begin is None or (other.begin is not None and self.begin <= other.begin)) and (
            self.end is None or (other.end is not None and other.end <= self.end)
        )
