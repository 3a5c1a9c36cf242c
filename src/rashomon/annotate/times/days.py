"""Which day, week or weekend an expression names, seen from where the reader stands."""

from __future__ import annotations

from datetime import date

from rashomon.annotate.times.calendar import day_of, holiday_in, month_length, moved, week_text, weekday_in, year_text
from rashomon.annotate.times.grammar import Meaning
from rashomon.annotate.times.standpoint import Found, Point, Standpoint, base_of, nearest, of_day, stated_year, stepped
from rashomon.annotate.times.steps import step


def month_day(meaning: Meaning, at: Standpoint) -> Found:
    """ "4 July", "July 1998", "last April"."""
    month, day = meaning["month"], meaning.get("day")
    year = stated_year(meaning, at)
    if year is None:
        year = _likely_year(meaning, at)
    if day is not None and day > month_length(year if year and year > 0 else 2000, month):
        leap_day = day == 29 and month == 2 and stated_year(meaning, at) is None
        return (f"XXXX-{month:02d}-{day:02d}", None) if leap_day else None
    text = f"{year_text(year) if year is not None else 'XXXX'}-{month:02d}"
    text += f"-{day:02d}" if day is not None else ""
    return text, Point(year=year, month=month, day=day) if year is not None else None


def _likely_year(meaning: Meaning, at: Standpoint) -> int | None:
    """The year of a month or day named without one."""
    month, day = meaning["month"], meaning.get("day") or 15
    shift = meaning.get("shift")
    if meaning.get("from") == "last" and at.last is not None:
        return stepped(at.last, month, shift or 0)
    if at.now is None:
        return _narrated_year(month, at)
    today = at.now.date()
    if shift is not None:
        return stepped(Point(year=today.year, month=today.month), month, shift)
    if "weekday" in meaning and "day" in meaning:
        for year in sorted(range(today.year - 3, today.year + 4), key=lambda y: abs(y - today.year)):
            candidate = day_of(year, month, day)
            if candidate is not None and candidate.isoweekday() == meaning["weekday"]:
                return year
    return nearest(lambda y: day_of(y, month, min(day, 28)), today, at.tense())


def _narrated_year(month: int, at: Standpoint) -> int | None:
    """A story goes on in the year it is in; a month long past by then is the next year's."""
    if at.last is None:
        return None
    if at.last.month is not None and at.last.month >= 11 and month <= 2:
        return at.last.year + 1
    return at.last.year


def day_of_month(meaning: Meaning, at: Standpoint) -> Found:
    """ "on the 20th" of the month spoken of, "the 15th of next month"."""
    base = at.last_month or at.today
    if meaning.get("unit") == "M":
        here = at.today or base
        there = step(here, "M", meaning["shift"]) if here else None
        base = there[1] if there else None
        meaning = {"day": meaning["day"]}
    if base is None or base.month is None:
        return f"XXXX-XX-{meaning['day']:02d}", None
    return month_day({"year": abs(base.year), "era": "BC" if base.year < 0 else "AD", "month": base.month, **meaning}, at)  # fmt: skip


def nth_weekday(meaning: Meaning, at: Standpoint) -> Found:
    """ "the first Monday in May", "the last Friday of next month"."""
    named = month_day(meaning, at) if "month" in meaning else step(at.today, "M", meaning["shift"]) if at.today else None  # fmt: skip
    month = named[1] if named else None
    if month is None or month.month is None:
        return f"XXXX-XX-WXX-{meaning['weekday']}", None
    return of_day(weekday_in(month.year, month.month, meaning["weekday"], meaning["nth"]))


def deictic_day(meaning: Meaning, at: Standpoint) -> Found:
    """ "yesterday", "today", "tomorrow"."""
    if at.now is None:
        return "XXXX-XX-XX", None
    return of_day(moved(at.now.date(), days=meaning["days"]))


def weekday(meaning: Meaning, at: Standpoint) -> Found:
    """ "Friday", "next Friday", "Friday next week", "Friday the 13th"."""
    wanted = meaning["weekday"]
    base = base_of(meaning, at)
    today = base.start() if base and base.day else None
    if today is None:
        return f"XXXX-WXX-{wanted}", None
    if meaning.get("unit") == "W":
        monday = moved(today, days=7 * meaning.get("shift", 0) - today.isoweekday() + 1)
        return of_day(moved(monday, days=wanted - 1) if monday else None)
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
    return of_day(moved(today, days=days + 7 * meaning.get("weeks", 0)))


def _weekday_and_day(weekday: int, day: int, today: date) -> Found:
    """ "Tuesday the eleventh": the nearest month in which they fall together."""
    for months in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6):
        first = moved(today.replace(day=1), months=months)
        candidate = day_of(first.year, first.month, day) if first else None
        if candidate is not None and candidate.isoweekday() == weekday:
            return of_day(candidate)
    return f"XXXX-WXX-{weekday}", None


def holiday(meaning: Meaning, at: Standpoint) -> Found:
    """ "Christmas 1963", "last Thanksgiving", "Easter week"."""
    year = stated_year(meaning, at)
    base = base_of(meaning, at)
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
            year = nearest(lambda y: holiday_in(y, meaning["holiday"]), today, tense)
    elif year is None and base is not None:
        year = base.year
    day = holiday_in(year or 0, meaning["holiday"])
    if "weekend_of" in meaning and day is not None:
        saturday = moved(day, days=(6 - day.isoweekday()) if day.isoweekday() >= 3 else -day.isoweekday() - 1)
        return (week_text(saturday) + "-WE", None) if saturday else None
    if meaning.get("week_of") and day is not None:
        return week_text(day), None
    return of_day(day)


def week_of(meaning: Meaning, at: Standpoint) -> Found:
    """ "the week of March 6"."""
    found = month_day({k: v for k, v in meaning.items() if k != "week_of"}, at)
    day = found[1].start() if found and found[1] else None
    return (week_text(day), None) if day else found


def week(meaning: Meaning, at: Standpoint) -> Found:
    """ "week 27 of last year"."""
    base, year = base_of(meaning, at), stated_year(meaning, at)
    year = year if year is not None else base.year if base else None
    if meaning["week"] < 0 and year is not None:
        return (week_text(last), None) if (last := day_of(year, 12, 28)) else None
    return f"{year_text(year) if year is not None else 'XXXX'}-W{meaning['week']:02d}", None


def weekend(meaning: Meaning, at: Standpoint) -> Found:
    """ "the weekend", "last weekend"."""
    base = base_of(meaning, at)
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
