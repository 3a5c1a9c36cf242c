"""From what the words of a time expression mean to its TIMEX3 type and value, given where the reader stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from rashomon.annotate.times.calendar import (
    SEASON_MONTH,
    day_of,
    holiday_in,
    month_length,
    moved,
    week_text,
    year_text,
)
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


def resolve(label: str, meaning: Meaning, at: Standpoint) -> Resolved | None:
    """The reading of a group of words that the rules labelled DATE, TIME, DURATION or SET; None if there is none."""
    mod = meaning.get("mod")
    mod = None if mod == "NONE" else mod
    if label == "DURATION":
        value = duration_value(meaning)
        return Resolved(type="DURATION", value=value, mod=mod) if value else None
    if label == "SET":
        return Resolved(type="SET", value=_set_value(meaning))
    if label == "TIME":
        return _time(meaning, at, mod)
    return _date(meaning, at, mod)


# --- lengths and sets


def duration_value(meaning: Meaning) -> str | None:
    """ "P2Y", "PT5H30M", "PXD"; None where the number is out of all proportion."""
    unit, n = meaning["unit"], meaning.get("n", 1)
    if "plus_length" in meaning:
        return _summed(meaning)
    if n == "X":
        return _vague(unit, meaning.get("times", 1))
    amount = (n + meaning.get("plus", 0)) * meaning.get("times", 1)
    if amount > 1e9:
        return None
    whole = int(amount)
    if unit in ("H", "MIN") and amount != whole:
        return _clock_length(round(amount * (60 if unit == "H" else 1) * 60))
    number = str(whole) if amount == whole else f"{amount:.4g}"
    if unit in ("H", "MIN", "S"):
        return f"PT{number}{unit[0]}"
    return f"P{number}{unit}"


def _summed(meaning: Meaning) -> str | None:
    """ "two years and three months": P2Y3M."""
    parts = [duration_value({k: v for k, v in m.items() if k != "plus_length"}) for m in (meaning, meaning["plus_length"])]  # fmt: skip
    if None in parts or any("X" in (p or "") for p in parts):
        return parts[0]
    one, other = (p or "" for p in parts)
    if one.startswith("PT") and other.startswith("PT"):
        return one + other[2:]
    return one + (other[1:] if "T" not in one else "")


def _clock_length(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return "PT" + "".join(f"{n}{u}" for n, u in ((hours, "H"), (minutes, "M"), (seconds, "S")) if n)


def _vague(unit: str, times: int) -> str:
    if unit in ("H", "MIN", "S"):
        return f"PTX{unit[0]}"
    return {100: "PXC", 1000: "PXL"}.get(times, f"PX{unit}")


def _set_value(meaning: Meaning) -> str:
    tod = f"T{meaning['tod']}" if "tod" in meaning else ""
    if "each_at" in meaning:
        tod = _clock(meaning).removesuffix(":00")
        if "weekday" not in meaning:
            return tod
    if "weekday" in meaning:
        return f"XXXX-WXX-{meaning['weekday']}{tod}"
    if "month" in meaning:
        day = f"-{meaning['day']:02d}" if "day" in meaning else ""
        return f"XXXX-{meaning['month']:02d}{day}"
    if "season" in meaning:
        return f"XXXX-{meaning['season']}"
    if tod:
        return f"XXXX-XX-XX{tod}"
    return duration_value(meaning) or "P1D"


# --- dates


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


Found = tuple[str, Point | None] | None


def _nudged(found: tuple[str, Point | None], days: int) -> tuple[str, Point | None]:
    """The day before or after what was found."""
    start = found[1].start() if days and found[1] is not None and found[1].day else None
    return (_of_day(moved(start, days=days)) or found) if start else found


def _of_day(day: date | None) -> Found:
    return (day.isoformat(), Point(year=day.year, month=day.month, day=day.day)) if day else None


def _base(meaning: Meaning, at: Standpoint) -> Point | None:
    """What relative words are reckoned from: the date of writing, or for "that", "the following" the one spoken of."""
    told = _told(meaning, at)
    return told or at.today if meaning.get("from") == "last" else at.today or told


def _told(meaning: Meaning, at: Standpoint) -> Point | None:
    """The date spoken of last that is exact enough to count from: "the next day" wants a day."""
    unit = meaning.get("unit") or meaning.get("offset", {}).get("unit", "Y")
    if "weekday" in meaning or "weekend" in meaning or meaning.get("shifted") == "day" or unit in ("D", "W", "H", "MIN", "S"):  # fmt: skip
        return at.last_day or at.last
    return at.last_month or at.last if unit in ("M", "Q") else at.last


def _stated_year(meaning: Meaning, at: Standpoint) -> int | None:
    """The year that the words themselves give, outright or as "last year"."""
    if "year" in meaning:
        return -meaning["year"] if meaning.get("era") == "BC" else int(meaning["year"])
    if "year2" in meaning:
        return _near_century(meaning["year2"], at)
    if meaning.get("unit") == "Y" and "shift" in meaning:
        base = _base(meaning, at)
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


def _month_day(meaning: Meaning, at: Standpoint) -> Found:
    month, day = meaning["month"], meaning.get("day")
    year = _stated_year(meaning, at)
    if year is None:
        year = _likely_year(meaning, at)
    if day is not None and day > month_length(year if year and year > 0 else 2000, month):
        leap_day = day == 29 and month == 2 and _stated_year(meaning, at) is None
        return (f"XXXX-{month:02d}-{day:02d}", None) if leap_day else None
    text = f"{year_text(year) if year is not None else 'XXXX'}-{month:02d}"
    text += f"-{day:02d}" if day is not None else ""
    return text, Point(year=year, month=month, day=day) if year is not None else None


def _likely_year(meaning: Meaning, at: Standpoint) -> int | None:
    """The year of a month or day named without one."""
    month, day = meaning["month"], meaning.get("day") or 15
    shift = meaning.get("shift")
    if meaning.get("from") == "last" and at.last is not None:
        return _stepped(at.last, month, shift or 0)
    if at.now is None:
        return _narrated_year(month, at)
    today = at.now.date()
    if shift is not None:
        return _stepped(Point(year=today.year, month=today.month), month, shift)
    if "weekday" in meaning and "day" in meaning:
        for year in sorted(range(today.year - 3, today.year + 4), key=lambda y: abs(y - today.year)):
            candidate = day_of(year, month, day)
            if candidate is not None and candidate.isoweekday() == meaning["weekday"]:
                return year
    return _nearest(lambda y: day_of(y, month, min(day, 28)), today, at.tense())


def _stepped(base: Point, month: int, shift: int) -> int:
    if shift < 0:
        return base.year if month < (base.month or 1) else base.year - 1
    if shift > 0:
        return base.year if month > (base.month or 12) else base.year + 1
    return base.year


def _narrated_year(month: int, at: Standpoint) -> int | None:
    """A story goes on in the year it is in; a month long past by then is the next year's."""
    if at.last is None:
        return None
    if at.last.month is not None and at.last.month >= 11 and month <= 2:
        return at.last.year + 1
    return at.last.year


_AGAINST = {-1: 300, 0: 60, 1: 300}
"""Days that a date against the direction of the verb's tense has to be nearer to be meant all the same; a report without
a clear tense speaks of the past more than of the future."""


def _nearest(day_in: Callable[[int], date | None], today: date, tense: int) -> int:
    years = [y for y in (today.year - 1, today.year, today.year + 1) if day_in(y) is not None]

    def distance(year: int) -> float:
        days = ((day_in(year) or today) - today).days
        against = days < 0 if tense > 0 else days > 0
        return abs(days) + (_AGAINST[tense] if against else 0)

    return min(years, key=distance, default=today.year)


def _weekday(meaning: Meaning, at: Standpoint) -> Found:
    wanted = meaning["weekday"]
    base = _base(meaning, at)
    today = base.start() if base and base.day else None
    if today is None:
        return f"XXXX-WXX-{wanted}", None
    if meaning.get("unit") == "W":
        monday = moved(today, days=7 * meaning.get("shift", 0) - today.isoweekday() + 1)
        return _of_day(moved(monday, days=wanted - 1) if monday else None)
    if "day" in meaning:
        return _weekday_and_day(wanted, meaning["day"], today)
    back = (today.isoweekday() - wanted) % 7
    shift = meaning.get("shift")
    if shift is None:
        days = (7 - back) % 7 if at.tense() > 0 else -back
    elif shift < 0:
        days = -(back or 7)
    elif shift > 0:
        days = (7 - back) or 7 if meaning.keys() & {"from", "near"} else wanted - today.isoweekday() + 7
    else:
        days = wanted - today.isoweekday()
    return _of_day(moved(today, days=days + 7 * meaning.get("weeks", 0)))


def _weekday_and_day(weekday: int, day: int, today: date) -> Found:
    """ "Tuesday the eleventh": the nearest month in which they fall together."""
    for months in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6):
        first = moved(today.replace(day=1), months=months)
        candidate = day_of(first.year, first.month, day) if first else None
        if candidate is not None and candidate.isoweekday() == weekday:
            return _of_day(candidate)
    return f"XXXX-WXX-{weekday}", None


def _season(meaning: Meaning, at: Standpoint) -> Found:
    season, month = meaning["season"], SEASON_MONTH[meaning["season"]]
    year = _stated_year(meaning, at)
    if year is None:
        base = _base(meaning, at)
        if base is None:
            return f"XXXX-{season}", None
        shift = meaning.get("shift")
        if shift is not None:
            year = _stepped(base, month, shift)
        elif at.now is None or meaning.get("from") == "last":
            year = base.year
        else:
            year = _nearest(lambda y: day_of(y, month, 15), at.now.date(), at.tense() or -1)
    return f"{year_text(year)}-{season}", Point(year=year, month=month)


def _quarter(meaning: Meaning, at: Standpoint) -> Found:
    quarter = meaning["quarter"]
    year = _stated_year(meaning, at)
    if year is None and at.now is not None:
        begun = (quarter - 1) * 3 < at.now.month
        year = at.now.year if begun or at.tense() > 0 else at.now.year - 1
    elif year is None and at.last is not None:
        year = at.last.year
    if year is None:
        return f"XXXX-Q{quarter}", None
    if "offset" in meaning:
        year -= 1
    return f"{year_text(year)}-Q{quarter}", Point(year=year, month=quarter * 3 - 2)


def _same_quarter(meaning: Meaning, at: Standpoint) -> Found:
    """ "the latest quarter", "the year-earlier period": the quarter that the report is about, or that of another year."""
    base = at.quarter
    if base is None and at.now is not None:
        before = moved(at.now.date(), months=-3)
        base = (before.year, (before.month + 2) // 3) if before else None
    if base is None:
        return "XXXX-QX", None
    year, quarter = base
    if "offset" in meaning:
        year -= 1 if at.now is None or year >= at.now.year - 1 else 0
    else:
        year = _stated_year(meaning, at) or year
    return f"{year_text(year)}-Q{quarter}", Point(year=year, month=quarter * 3 - 2)


def _half(meaning: Meaning, at: Standpoint) -> Found:
    if "decade2" in meaning or "decade_of" in meaning:
        return _decade(meaning, at)
    year = _stated_year(meaning, at)
    base = _base(meaning, at)
    if year is None and base is not None:
        year = base.year
    half = meaning["half"]
    if year is None:
        return f"XXXX-H{half}", None
    return f"{year_text(year)}-H{half}", Point(year=year, month=half * 6 - 5)


def _decade(meaning: Meaning, at: Standpoint) -> Found:
    if "decade_of" in meaning:
        year = meaning["decade_of"]
    else:
        digit = meaning["decade"] if "decade" in meaning else meaning["decade2"] // 10
        base = at.today or at.last
        century = base.year // 100 if base and base.year > 0 else 19
        if at.now is not None and century * 100 + digit * 10 > at.now.year:
            century -= 1
        year = century * 100 + digit * 10
    return year_text(year)[:-1], None


def _century(meaning: Meaning, _at: Standpoint) -> Found:
    return ("BC" if meaning.get("era") == "BC" else "") + f"{meaning['century'] - 1:02d}", None


def _year(meaning: Meaning, at: Standpoint) -> Found:
    year = _stated_year(meaning, at)
    return (year_text(year), Point(year=year)) if year is not None else None


def _deictic_day(meaning: Meaning, at: Standpoint) -> Found:
    if at.now is None:
        return "XXXX-XX-XX", None
    return _of_day(moved(at.now.date(), days=meaning["days"]))


def _holiday(meaning: Meaning, at: Standpoint) -> Found:
    year = _stated_year(meaning, at)
    base = _base(meaning, at)
    if year is None and base is None:
        return "XXXX-XX-XX", None
    if year is None and at.now is not None:
        today, shift = at.now.date(), meaning.get("shift")
        tense = shift if shift is not None else at.tense()
        years = [y for y in (today.year - 1, today.year, today.year + 1) if holiday_in(y, meaning["holiday"])]
        past = [y for y in years if (holiday_in(y, meaning["holiday"]) or today) < today]
        if shift is not None and shift != 0:
            year = (past or years)[-1] if shift < 0 else (past or years)[-1] + 1
        else:
            year = _nearest(lambda y: holiday_in(y, meaning["holiday"]), today, tense)
    elif year is None and base is not None:
        year = base.year
    day = holiday_in(year or 0, meaning["holiday"])
    if meaning.get("week_of") and day is not None:
        return week_text(day), None
    return _of_day(day)


def _week_of(meaning: Meaning, at: Standpoint) -> Found:
    found = _month_day({k: v for k, v in meaning.items() if k != "week_of"}, at)
    day = found[1].start() if found and found[1] else None
    return (week_text(day), None) if day else found


def _week(meaning: Meaning, at: Standpoint) -> Found:
    base, year = _base(meaning, at), _stated_year(meaning, at)
    year = year if year is not None else base.year if base else None
    return f"{year_text(year) if year is not None else 'XXXX'}-W{meaning['week']:02d}", None


def _weekend(meaning: Meaning, at: Standpoint) -> Found:
    base = _base(meaning, at)
    today = base.start() if base and base.day else None
    if today is None:
        return "XXXX-WXX-WE", None
    shift = meaning.get("shift")
    if shift is None:
        shift = 0 if at.tense() > 0 or today.isoweekday() >= 6 else -1
    elif shift < 0 and today.isoweekday() >= 6:
        shift = -1
    saturday = moved(today, days=7 * shift + 6 - today.isoweekday())
    return (week_text(saturday) + "-WE", None) if saturday else None


def _shifted(meaning: Meaning, at: Standpoint) -> Found:
    """ "last week", "the following year", "that day"."""
    unit, steps = meaning["unit"], meaning.get("shift", 0)
    base = _base(meaning, at)
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
        return _of_day(moved(start, months=months * steps, days=7 * steps if unit == "W" else 0))
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
    return _of_day(moved(start, days=steps) if abs(steps) < 4000000 else None)


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
    base = at.today if unit == "Y" and sign < 0 and at.now else _base(meaning, at)
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
    ("holiday", _holiday),
    ("week_of", _week_of),
    ("weekend", _weekend),
    ("base", _offset),
    ("month", _month_day),
    ("same", _same_quarter),
    ("quarter", _quarter),
    ("half", _half),
    ("season", _season),
    ("week", lambda m, at: _week(m, at)),
    ("weekday", _weekday),
    ("decade_of", _decade),
    ("decade2", _decade),
    ("decade", _decade),
    ("century", _century),
    ("days", _deictic_day),
    ("offset", _offset),
    ("day", lambda m, at: _day_of_month(m, at)),
    ("year", _year),
    ("year2", _year),
    ("unit", _shifted),
)
"""Which word of a meaning decides how it is read: the first that is there."""


def _day_of_month(meaning: Meaning, at: Standpoint) -> Found:
    base = at.last_month or at.today
    if base is None or base.month is None:
        return f"XXXX-XX-{meaning['day']:02d}", None
    return _month_day({"year": abs(base.year), "era": "BC" if base.year < 0 else "AD", "month": base.month, **meaning}, at)  # fmt: skip


# --- times of day


def _time(meaning: Meaning, at: Standpoint, mod: str | None) -> Resolved | None:
    found = _day_part(meaning, at)
    if found is None:
        return None
    day, point = found
    if "opens" in meaning:
        opens, closes = _opening(meaning)
        return Resolved(type="TIME", value=f"{day}{_clock(opens)}:00/{day}{_clock(closes)}:00", mod=mod, point=point)
    if "hour" in meaning:
        clock = _clock(meaning)
    elif "tod" in meaning:
        clock = f"T{meaning['tod']}"
    else:
        return None
    return Resolved(type="TIME", value=day + clock, mod=mod, point=point)


_CLOCK_KEYS = frozenset({"tod", "hour", "minute", "second", "ampm", "zone", "mod", "opens", "closes"})


def _opening(meaning: Meaning) -> tuple[Meaning, Meaning]:
    """Both clock times of "3 to 8 p.m.": the first takes the half of the day from the second where it can."""
    closes, opens = meaning["closes"], meaning["opens"]
    opens = dict(opens) if isinstance(opens, Mapping) else {"hour": opens, "minute": 0}
    if "ampm" in closes and "ampm" not in opens and opens["hour"] <= 12:
        opens["ampm"] = closes["ampm"]
        if clock_minutes(opens) > clock_minutes(closes):
            opens["ampm"] = 12 - closes["ampm"]
    return opens, closes


def _day_part(meaning: Meaning, at: Standpoint) -> Found:
    own = {k: v for k, v in meaning.items() if k not in _CLOCK_KEYS}
    if meaning.get("shifted") == "day":
        base = _base(meaning, at)
        start = base.start() if base and base.day else None
        if start is None:
            return "XXXX-XX-XX", None
        return _of_day(moved(start, days=meaning.get("shift", 0)))
    for applies, reader in _READERS:
        if applies in own:
            return reader(own, at)
    base = at.today if at.now is not None and "zone" not in meaning else at.last_day or at.today
    if base is None:
        return "XXXX-XX-XX", None
    return f"{year_text(base.year)}-{base.month or 1:02d}-{base.day or 1:02d}", None


def clock_minutes(meaning: Meaning) -> int:
    """Minutes after midnight of a clock time on its own clock."""
    hour: Any = meaning["hour"]
    if "ampm" in meaning:
        hour = hour % 12 + meaning["ampm"] if hour <= 12 else hour
    elif "tod" in meaning and hour <= 12:
        late = meaning["tod"] in ("AF", "EV") or (meaning["tod"] == "NI" and hour >= 6)
        hour = hour % 12 + (12 if late else 0)
    return int(hour * 60 + meaning.get("minute", 0))


def _clock(meaning: Meaning) -> str:
    hour, minute = divmod(clock_minutes(meaning), 60)
    text = f"T{hour:02d}:{minute:02d}"
    if "second" in meaning:
        text += f":{meaning['second']:02d}"
    return text + ("Z" if meaning.get("zone") == 0 else "")
