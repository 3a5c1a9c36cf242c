"""The stretch of time that a TIMEX3 value denotes, and the length of a duration."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone

from rashomon.annotate.hedges import bounded
from rashomon.annotate.times.calendar import SEASON_MONTH, moved
from rashomon.records import Interval, TimeInterval

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)
_CLOCK = re.compile(r"T(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?::(?P<second>\d\d))?(?P<zone>Z|[+-]\d\d:\d\d)?")
_DURATION = re.compile(r"P(?P<t>T)?(?P<n>\d+(?:\.\d+)?)(?P<unit>Y|M|Q|WE|W|D|H|S)(?:(?P<minutes>\d+)M)?")
_TOD = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 22), "NI": (18, 30), "DT": (6, 18)}
"""Hours from and to; a night runs into the next day."""

_SECONDS = {"S": 1.0, "MIN": 60.0, "H": 3600.0, "D": 86400.0, "WE": 172800.0, "W": 604800.0, "M": 2629746.0, "Q": 7889238.0, "Y": 31556952.0}  # fmt: skip
"""Lengths of the units; months, quarters and years by their Gregorian mean."""

_PARTS = {"START": (0.0, 1 / 3), "MID": (1 / 3, 2 / 3), "END": (2 / 3, 1.0)}


def stretch_of(value: str, mod: str | None = None) -> TimeInterval | None:
    """The half-open stretch of a DATE or TIME value; None where it leaves something open (XXXX) or is a reference."""
    first, slash, last = value.partition("/")
    if slash:
        return _from_one_to(stretch_of(first), stretch_of(last))
    day_text, mark, clock_text = value.partition("T")
    whole = _days(day_text)
    if whole is None or whole.begin is None:
        return None
    if mark:
        return _within_day(whole.begin, "T" + clock_text)
    if mod in _PARTS and whole.end is not None:
        low, high = _PARTS[mod]
        length = whole.end - whole.begin
        begin, end = whole.begin + length * low, whole.begin + length * high
        if length >= timedelta(days=3):
            begin, end = _midnight(begin), _midnight(end)
        return TimeInterval(begin=begin, end=end)
    return whole


def _from_one_to(opens: TimeInterval | None, closes: TimeInterval | None) -> TimeInterval | None:
    """From the beginning of one to that of the other, on the next day if the clock says so: "10 p.m. to 2 a.m."."""
    if opens is None or closes is None or opens.begin is None or closes.begin is None:
        return None
    try:
        end = closes.begin if closes.begin >= opens.begin else closes.begin + timedelta(days=1)
    except OverflowError:
        return None
    return TimeInterval(begin=opens.begin, end=end)


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time())


def _days(text: str) -> TimeInterval | None:
    if re.fullmatch(r"\d{2,3}", text):
        scale = 10 ** (4 - len(text))
        return _from_to(date(max(int(text) * scale, 1), 1, 1), 12 * scale)
    m = _DATE.fullmatch(text)
    if m is None or m["year"] == "0000":
        return None
    try:
        return _of_parts(m)
    except (ValueError, OverflowError):
        return None


def _of_parts(m: re.Match[str]) -> TimeInterval | None:
    year = int(m["year"])
    if m["week"]:
        monday = date.fromisocalendar(year, int(m["week"]), 1)
        if m["end"]:
            return _run_of(monday + timedelta(days=5), 2)
        return _run_of(monday, 7)
    if m["quarter"]:
        return _from_to(date(year, int(m["quarter"]) * 3 - 2, 1), 3)
    if m["half"]:
        return _from_to(date(year, int(m["half"]) * 6 - 5, 1), 6)
    if m["season"]:
        return _from_to(date(year, SEASON_MONTH[m["season"]], 1), 3)
    if m["day"]:
        return _run_of(date(year, int(m["month"]), int(m["day"])), 1)
    return _from_to(date(year, int(m["month"] or 1), 1), 1 if m["month"] else 12)


def _from_to(first: date, months: int) -> TimeInterval:
    after = moved(first, months=months)
    return TimeInterval(begin=datetime.combine(first, time()), end=datetime.combine(after, time()) if after else None)


def _run_of(first: date, days: int) -> TimeInterval:
    after = moved(first, days=days)
    return TimeInterval(begin=datetime.combine(first, time()), end=datetime.combine(after, time()) if after else None)


def _within_day(midnight: datetime, text: str) -> TimeInterval | None:
    part = _TOD.get(text[1:])
    try:
        if part is not None:
            return TimeInterval(begin=midnight + timedelta(hours=part[0]), end=midnight + timedelta(hours=part[1]))
        m = _CLOCK.fullmatch(text)
        if m is None:
            return None
        begin = midnight + timedelta(hours=int(m["hour"]), minutes=int(m["minute"] or 0), seconds=int(m["second"] or 0))
        begin -= _offset(m["zone"])
        length = timedelta(seconds=1) if m["second"] else timedelta(minutes=1) if m["minute"] else timedelta(hours=1)
        return TimeInterval(begin=begin, end=begin + length)
    except (OverflowError, ValueError):
        return None


def _offset(zone: str | None) -> timedelta:
    if not zone or zone == "Z":
        return timedelta()
    moment = datetime.strptime(zone.replace(":", ""), "%z").tzinfo or timezone.utc  # noqa: UP017
    return moment.utcoffset(None) or timedelta()


def seconds_of(unit: str) -> float:
    """The length of a unit of the lexicon ("MIN", "H", "D" …) in seconds."""
    return _SECONDS[unit]


def length_of(value: str, mod: str | None) -> Interval | None:
    """The length of a DURATION value in seconds, as its mod bounds it; None for a vague one (PXD)."""
    m = _DURATION.fullmatch(value)
    if m is None:
        return None
    unit = "MIN" if m["t"] and m["unit"] == "M" else m["unit"]
    seconds = float(m["n"]) * _SECONDS[unit] + float(m["minutes"] or 0) * 60
    return bounded(seconds, mod)
