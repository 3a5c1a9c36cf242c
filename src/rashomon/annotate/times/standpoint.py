"""Where the reader of a time expression stands, and what can be told from there: base, year, nearest date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from rashomon.annotate.times.calendar import day_of
from rashomon.annotate.times.grammar import Meaning
from rashomon.records.annotation import TimexType


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A date as exactly as it is known: year, perhaps month, perhaps day."""

    year: int
    month: int | None = None
    day: int | None = None

    def start(self) -> date | None:
        """Its first day, if the calendar has it."""
        return day_of(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """Where the reader stands at an expression.

    `now`: what "today" is, None while not known. `last`: the date spoken of last; `last_month`, `last_day`: the last that
    was as exact. `quarter`: the quarter of a year that a business report is about, `quarter_fresh` if it was just named.
    `tense`: -1, 0 (not clear), 1 for the verb that the expression belongs to.
    """

    now: datetime | None
    last: Point | None = None
    last_month: Point | None = None
    last_day: Point | None = None
    quarter: tuple[int, int] | None = None
    quarter_fresh: bool = False
    tense: Callable[[], int] = lambda: 0

    @property
    def today(self) -> Point | None:
        return Point(year=self.now.year, month=self.now.month, day=self.now.day) if self.now else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Type, value and mod of an expression, and the date that it makes the next expressions stand on."""

    type: TimexType
    value: str
    mod: str | None = None
    point: Point | None = None


Found = tuple[str, Point | None] | None


def of_day(day: date | None) -> Found:
    return (day.isoformat(), Point(year=day.year, month=day.month, day=day.day)) if day else None


def base_of(meaning: Meaning, at: Standpoint) -> Point | None:
    """What relative words are reckoned from: the date of writing, or for "that", "the following" the one spoken of."""
    told = _told(meaning, at)
    return told or at.today if meaning.get("from") == "last" else at.today or told


def _told(meaning: Meaning, at: Standpoint) -> Point | None:
    """The date spoken of last that is exact enough to count from: "the next day" wants a day."""
    unit = meaning.get("unit") or meaning.get("offset", {}).get("unit", "Y")
    if "weekday" in meaning or "weekend" in meaning or meaning.get("shifted") == "day" or unit in ("D", "W", "H", "MIN", "S"):  # fmt: skip
        return at.last_day or at.last
    return at.last_month or at.last if unit in ("M", "Q") else at.last


def stated_year(meaning: Meaning, at: Standpoint) -> int | None:
    """The year that the words themselves give, outright or as "last year"."""
    if "year" in meaning:
        return -meaning["year"] if meaning.get("era") == "BC" else int(meaning["year"])
    if "year2" in meaning:
        return _near_century(meaning["year2"], at)
    if meaning.get("unit") == "Y" and "shift" in meaning:
        base = base_of(meaning, at)
        return base.year + meaning["shift"] if base else None
    return None


def _near_century(year2: int, at: Standpoint) -> int:
    base = at.today or at.last
    if base is None:
        return 1900 + year2 if year2 > 30 else 2000 + year2
    if at.now is None:
        near = base.year // 100 * 100 + year2
        return min((near - 100, near, near + 100), key=lambda y: abs(y - base.year))
    century = base.year // 100 * 100
    return century + year2 if century + year2 <= base.year + 20 else century - 100 + year2


def stepped(base: Point, month: int, shift: int) -> int:
    if shift < 0:
        return base.year if month < (base.month or 1) else base.year - 1
    if shift > 0:
        return base.year if month > (base.month or 12) else base.year + 1
    return base.year


_AGAINST = {-1: 300, 0: 60, 1: 300}
"""Days that a date against the direction of the verb's tense has to be nearer to be meant all the same; a report without
a clear tense speaks of the past more than of the future."""


def nearest(day_in: Callable[[int], date | None], today: date, tense: int) -> int:
    years = [y for y in (today.year - 1, today.year, today.year + 1) if day_in(y) is not None]

    def distance(year: int) -> float:
        days = ((day_in(year) or today) - today).days
        against = days < 0 if tense > 0 else days > 0
        return abs(days) + (_AGAINST[tense] if against else 0)

    return min(years, key=distance, default=today.year)
