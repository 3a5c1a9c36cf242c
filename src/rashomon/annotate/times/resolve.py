"""From what the words of a time expression mean to its TIMEX3 type and value, given where the reader stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from rashomon.annotate.times.calendar import moved, year_text
from rashomon.annotate.times.clock import clock_text, opening
from rashomon.annotate.times.days import (
    day_of_month,
    deictic_day,
    holiday,
    month_day,
    nth_weekday,
    week,
    week_of,
    weekday,
    weekend,
)
from rashomon.annotate.times.grammar import Meaning
from rashomon.annotate.times.lengths import duration_value, set_value
from rashomon.annotate.times.periods import century, decade, half, quarter, same_quarter, season, year
from rashomon.annotate.times.standpoint import Found, Point, Resolved, Standpoint, base_of, of_day
from rashomon.annotate.times.steps import shifted, step
from rashomon.records.annotation import TimexType


def resolve(label: str, meaning: Meaning, at: Standpoint) -> Resolved | None:
    """The reading of a group of words that the rules labelled DATE, TIME, DURATION or SET; None if there is none."""
    mod = meaning.get("mod")
    mod = None if mod == "NONE" else mod
    if label == "DURATION":
        value = duration_value(meaning)
        return Resolved(type="DURATION", value=value, mod=mod) if value else None
    if label == "SET":
        return Resolved(type="SET", value=set_value(meaning))
    if label == "TIME":
        return _time(meaning, at, mod)
    return _date(meaning, at, mod)


def _date(meaning: Meaning, at: Standpoint, mod: str | None) -> Resolved | None:
    if "ref" in meaning:
        return Resolved(type="DATE", value=meaning["ref"], mod=mod)
    for applies, reader in _READERS:
        if applies in meaning:
            found = reader(meaning, at)
            if found is None:
                return None
            value, point = _nudged(found, meaning.get("nudge", 0))
            kind: TimexType = "TIME" if "T" in value.replace("FUTURE", "").replace("PAST", "") else "DATE"
            return Resolved(type=kind, value=value, mod=mod, point=point)
    return None


def _nudged(found: tuple[str, Point | None], days: int) -> tuple[str, Point | None]:
    """The day before or after what was found."""
    start = found[1].start() if days and found[1] is not None and found[1].day else None
    return (of_day(moved(start, days=days)) or found) if start else found


def _offset(meaning: Meaning, at: Standpoint) -> Found:
    """ "two weeks ago", "three days later"."""
    offset, sign = meaning["offset"], meaning.get("dir", -1)
    n, unit = offset.get("n", 1), offset["unit"]
    if n == "X":
        return ("PAST_REF" if sign < 0 else "FUTURE_REF"), None
    if unit == "Y" and n == 1 and at.quarter_fresh and at.quarter and sign < 0:
        return f"{year_text(at.quarter[0] - 1)}-Q{at.quarter[1]}", None
    if "base" in meaning:
        found = _date(meaning["base"], at, None)
        if found is None:
            return None
        if found.point is None:
            return found.value, None
        return step(found.point, unit, sign * n * offset.get("times", 1), finest=True)
    base = at.today if unit == "Y" and sign < 0 and at.now else base_of(meaning, at)
    if base is None:
        return {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX"}.get(unit, "XXXX-XX-XX"), None
    amount = n * offset.get("times", 1)
    if unit in ("H", "MIN", "S") and at.now is not None:
        try:
            moment = at.now + sign * timedelta(seconds=amount * {"H": 3600, "MIN": 60, "S": 1}[unit])
        except OverflowError:
            return None
        return moment.strftime("%Y-%m-%dT%H:%M"), None
    return step(base, unit, sign * amount, finest="fine" in meaning)


Reader = Callable[[Meaning, Standpoint], Found]
_READERS: tuple[tuple[str, Reader], ...] = (
    ("holiday", holiday),
    ("week_of", week_of),
    ("nth", nth_weekday),
    ("weekend", weekend),
    ("base", _offset),
    ("month", month_day),
    ("same", same_quarter),
    ("quarter", quarter),
    ("half", half),
    ("season", season),
    ("week", week),
    ("weekday", weekday),
    ("decade_of", decade),
    ("decade2", decade),
    ("decade", decade),
    ("century", century),
    ("days", deictic_day),
    ("offset", _offset),
    ("day", day_of_month),
    ("year", year),
    ("year2", year),
    ("unit", shifted),
)
"""Which word of a meaning decides how it is read: the first that is there."""


def _time(meaning: Meaning, at: Standpoint, mod: str | None) -> Resolved | None:
    found = _day_part(meaning, at)
    if found is None:
        return None
    day, point = found
    if "opens" in meaning:
        opens, closes = opening(meaning)
        return Resolved(
            type="TIME", value=f"{day}{clock_text(opens)}:00/{day}{clock_text(closes)}:00", mod=mod, point=point
        )
    if "hour" in meaning:
        clock = clock_text(meaning)
    elif "tod" in meaning:
        clock = f"T{meaning['tod']}"
    else:
        return None
    return Resolved(type="TIME", value=day + clock, mod=mod, point=point)


_CLOCK_KEYS = frozenset({"tod", "hour", "minute", "second", "ampm", "zone", "mod", "opens", "closes", "short_of"})


def _day_part(meaning: Meaning, at: Standpoint) -> Found:
    own = {k: v for k, v in meaning.items() if k not in _CLOCK_KEYS}
    if meaning.get("shifted") == "day":
        base = base_of(meaning, at)
        start = base.start() if base and base.day else None
        if start is None:
            return "XXXX-XX-XX", None
        return of_day(moved(start, days=meaning.get("shift", 0)))
    for applies, reader in _READERS:
        if applies in own:
            return reader(own, at)
    base = at.today if at.now is not None and "zone" not in meaning else at.last_day or at.today
    if base is None:
        return "XXXX-XX-XX", None
    return f"{year_text(base.year)}-{base.month or 1:02d}-{base.day or 1:02d}", None
