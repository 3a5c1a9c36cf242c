"""Plain words for what the records say in terms: kinds, counts, origins, dates."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from rashomon.records import Fact, Witness

_NUMERALS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS_OF_DAY = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
_CALENDAR = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(?:(\d{2}:\d{2})|(MO|AF|EV|NI|DT))?(?:.*?(Z|[+-]\d{2}:\d{2}))?.*)?"
)
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_ORIGINS_NAMED = 3


@cache
def labels() -> dict[str, dict[str, str]]:
    """The table of reader's words, by section."""
    return tomllib.loads(files("rashomon.report").joinpath("labels.toml").read_text("utf-8"))


def label(section: str, term: str) -> str:
    """The reader's word for a term of the records; the term itself where the table has none."""
    return labels()[section].get(term, term)


@cache
def statuses_ahead() -> frozenset[str]:
    """The statuses of what has not happened yet."""
    return frozenset(labels()["timeline"]["ahead"])


def count(n: int, thing: str, things: str | None = None) -> str:
    """ "three reports", "1 report", "14 reports": numerals up to twelve in words."""
    number = _NUMERALS[n] if n < len(_NUMERALS) else f"{n:,}"
    return f"{number} {thing if n == 1 else things or thing + 's'}"


def capital(text: str) -> str:
    """`text` with its first letter capital and the rest untouched."""
    return text[:1].upper() + text[1:]


def say_origins(fact: Fact, witnesses: Sequence[Witness], claims: Collection[str]) -> str:
    """How many outlets state a fact and on how many independent origins that rests: "3 outlets, 1 origin (Reuters)".

    `witnesses` and `claims` (their ids) are those that agree: a fact may hold others.
    """
    outlets = {w.outlet for w in witnesses}
    n = len(witnesses)
    by_outlet = None not in outlets and len(outlets) == n
    told = f"{n} {'outlet' if by_outlet else 'report'}{'' if n == 1 else 's'}"
    concerned = [o for o in fact.origins if not o.claims or not set(claims).isdisjoint(o.claims)]
    # What the reports only may share is no origin to be counted.
    origins = [o for o in concerned if o.certainty != "may"]
    if not origins:
        return f"{told}, origin not traced"
    shared = ", ".join(o.name for o in concerned if o.certainty == "may" and o.name)
    names = list(dict.fromkeys(say_party(o.id, o.name) for o in origins if o.name))
    k = min(fact.independent_origins, len(origins))
    shown = names[:_ORIGINS_NAMED]
    named = f" ({', '.join(shown)}{' …' if max(k, len(names)) > len(shown) else ''})" if shown else ""
    perhaps = f"; may share {shared}" if shared and k > 1 else ""
    return f"{told}, {k} origin{'' if k == 1 else 's'}{named}{perhaps}"


def say_party(party: str, name: str) -> str:
    """The name of an origin or speaker by its id; a body that only a noun names has its article: "the rescue service"."""
    return f"the {name}" if party.startswith("org:") and name[:1].islower() else name


def say_when(when: str) -> str:
    """An ISO date, a bound or a range of them in words; what is none of these stays as it is."""
    if "/" in when:
        return " – ".join(say_when(p) for p in when.split("/", 1))
    if when[:1] in "<>" and len(when) > 1:
        return ("before " if when[0] == "<" else "after ") + say_when(when[1:])
    if m := _WEEK.fullmatch(when):
        return _say_week(int(m[1]), int(m[2])) or when
    if m := _SEASON.fullmatch(when):
        return f"{_SEASONS[m[2]]} {m[1]}"
    if m := _CALENDAR.fullmatch(when):
        return _say_calendar(m) or when
    return when


def say_span_of_days(begin: str | None, end: str | None) -> str:
    """ "12–14 March 2026", as short as it can be said."""
    if not begin or not end or begin == end:
        return say_when(begin or end or "")
    first, last = say_when(begin).split(" "), say_when(end).split(" ")
    if len(first) == len(last) == 3:
        while len(first) > 1 and first[-1] == last[len(first) - 1]:
            first.pop()
    return f"{' '.join(first)}–{' '.join(last)}" if len(first) == 1 else f"{' '.join(first)} – {' '.join(last)}"


def _say_week(year: int, week: int) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return f"week of {monday.day} {_MONTHS[monday.month - 1]} {monday.year}"


def _say_calendar(m: re.Match[str]) -> str | None:
    year, month, day, clock, part, zone = m.groups()
    if month and not 1 <= int(month) <= 12:
        return None
    said = year if not month else f"{_MONTHS[int(month) - 1]} {year}"
    if day:
        said = f"{int(day)} {said}"
    if not (clock or part):
        return said
    return f"{said}, {clock or _PARTS_OF_DAY[part]}{_say_zone(zone) if clock and zone else ''}"


def _say_zone(zone: str) -> str:
    """ "10:00 (UTC−4)": the clock that a time is told by."""
    if zone in {"Z", "+00:00"}:
        return " (UTC)"
    hours, _, minutes = zone[1:].partition(":")
    sign = "−" if zone[0] == "-" else "+"
    return f" (UTC{sign}{int(hours)}{'' if minutes == '00' else ':' + minutes})"
