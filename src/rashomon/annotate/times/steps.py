"""Moving on from a date by whole units: "last week", "the following year"."""

from __future__ import annotations

from rashomon.annotate.times.calendar import moved, week_text, year_text
from rashomon.annotate.times.grammar import Meaning
from rashomon.annotate.times.standpoint import Found, Point, Standpoint, base_of, of_day


def shifted(meaning: Meaning, at: Standpoint) -> Found:
    """ "last week", "the following year", "that day"."""
    unit, steps = meaning["unit"], meaning.get("shift", 0)
    base = base_of(meaning, at)
    if base is None:
        return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "Q": "XXXX-QX"}.get(unit, "XXXX"), None
    return step(base, unit, steps * meaning.get("times", 1), meaning.get("times", 1))


def step(base: Point, unit: str, steps: float, coarse: int = 1, *, finest: bool = False) -> Found:
    """`base` moved by whole units, as exactly as the unit is; `coarse`: years to the unit for decades and centuries.

    `finest`: as exactly as `base` is ("two weeks before 15 May" is a day).
    """
    steps = int(steps)
    if finest and base.day is not None and unit in ("W", "M", "Y") and abs(steps) < 10_000 and (start := base.start()):
        months = {"W": 0, "M": 1, "Y": 12}[unit]
        return of_day(moved(start, months=months * steps, days=7 * steps if unit == "W" else 0))
    if unit == "Y":
        year = base.year + steps
        if not -9999 <= year <= 9999 or year == 0:
            return None
        text = year_text(year)
        return (text[: -(len(str(coarse)) - 1)], None) if coarse in (10, 100) else (text, Point(year=year))
    start = base.start()
    if start is None or (unit in ("D", "H", "MIN", "S", "W") and base.day is None):
        return {"M": f"{year_text(base.year)}-XX", "W": f"{year_text(base.year)}-WXX"}.get(unit, f"{year_text(base.year)}-XX-XX"), None  # fmt: skip
    if unit in ("M", "Q"):
        day = moved(start, months=steps * (3 if unit == "Q" else 1))
        if day is None:
            return None
        if unit == "Q":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}", Point(year=day.year, month=day.month)
        return f"{day.year:04d}-{day.month:02d}", Point(year=day.year, month=day.month)
    if unit == "W":
        day = moved(start, days=7 * steps) if abs(steps) < 600000 else None
        return (week_text(day), None) if day else None
    return of_day(moved(start, days=steps) if abs(steps) < 4000000 else None)
