"""Days, weeks, quarters, holidays: arithmetic on the calendar, with None for what lies outside it.

Years before the common era are negative here (241 BC is -241) and written "BC0241", as TIMEX2 and TIMEX3 do.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which a season of the northern half of the earth begins (the meteorological one)."""


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None if there is no such day (February 31) or Python cannot count it (241 BC)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, *, days: int = 0, months: int = 0) -> date | None:
    """`day` shifted; within a shorter month the last day that it has."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    start = date(year, month + 1, min(day.day, month_length(year, month + 1)))
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def month_length(year: int, month: int) -> int:
    """Days in a month of the Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def year_text(year: int) -> str:
    """ "1998", "BC0241", "0070"."""
    return f"{year:04d}" if year >= 0 else f"BC{-year:04d}"


def week_text(day: date) -> str:
    """ "1998-W08", by ISO 8601."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> date | None:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876)."""
    if not 1 <= year <= 9999:
        return None
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday_in(year: int, holiday: Mapping[str, Any]) -> date | None:
    """The day of a holiday (an entry of holidays.toml) in `year`."""
    if "easter" in holiday:
        sunday = easter(year)
        return moved(sunday, days=holiday["easter"]) if sunday else None
    if "nth" not in holiday:
        return day_of(year, holiday["month"], holiday["day"])
    return weekday_in(year, holiday["month"], holiday["weekday"], holiday["nth"])


def weekday_in(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of a month, -1 the last; None if it has no fifth."""
    first = day_of(year, month, 1)
    if first is None:
        return None
    days = [first + timedelta(days=n) for n in range(month_length(year, month))]
    found = [d for d in days if d.isoweekday() == weekday]
    return found[nth - (nth > 0)] if nth <= len(found) else None
