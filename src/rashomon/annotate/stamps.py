"""Date stamps: calendar dates as bylines, date lines and datelines print them ("Updated: 4 July 2025, 6.04pm BST")."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from rashomon.annotate.date_lines import date_lines

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH}\s{{0,3}}{_DAY}\b(?:\s{{0,3}},?\s{{0,3}}(?P<year>[12]\d{{3}})\b)?",
        rf"\b{_DAY}\s{{1,3}}(?:of\s)?{_MONTH}(?:,?\s{{0,3}}(?P<year>[12]\d{{3}})\b)?",
        r"\b(?P<year>[12]\d{3})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?=\b|T)",
        r"\b(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>[12]\d{3}|\d{2})\b",
    )
)
_FOREIGN = re.compile(
    r"\b(?P<day>\d{1,2})(?:\.|er|º)?\s{1,3}(?:del?\s)?(?P<month>[^\W\d_]{3,10})\.?\s{1,3}(?:del?\s)?(?P<year>[12]\d{3})\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:\b|(?<=T))(?P<hour>\d{1,2})"
    r"(?:\s?(?P<mark>h)(?:\s?(?P<past>\d{2}))?(?![^\W_])"
    r"|(?:[:.](?P<minute>\d{2}))?(?::\d{2})?\s{0,2}(?P<half>[ap]\.?m\b\.?|(?:uhr|uur)\b)?)",
    re.IGNORECASE,
)
"""Also "18h20" and "18 Uhr", which no text of English has beside a date."""
_ZONE = re.compile(r"(?::\d{2}(?:\.\d{1,6})?)?\s{0,2}\(?(?:(?P<offset>[+-]\d{2}:?\d{2})\b|(?P<name>[A-Z]{1,4})\b)")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
_AMERICAN = re.compile(r"\b(?:[ECMP][SD]?T)\b")
_NAMES_OF_DAYS = "monday tuesday wednesday thursday friday saturday sunday tues weds thur thurs"
STAMP_FILLERS = frozenset(
    f"{_NAMES_OF_DAYS} {' '.join(WEEKDAYS)} published posted updated update last first modified revised created date on at "
    "of the and was this article story a.m am p.m pm t z et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist "
    "cet cest eet eest msk jst kst aest aedt sgt hkt local time".split()
)
"""Words that may stand beside a date in a line that is a date line and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date at text[start:end]: month and day, the days it may mean (two where 4/9/2007 leaves it open, none without a
    year), the clock time beside it with its zone ("+02:00", "" where none is given), and whether it dates a revision."""

    start: int
    end: int
    month: int
    day: int
    days: tuple[date, ...]
    clock: str | None = None
    zone: str = ""
    updated: bool = False


def find_stamps(text: str) -> tuple[Stamp, ...]:
    """The dates in `text`, in order."""
    found = sorted(_matches(text), key=lambda m: (m.start(), -m.end()))
    kept: list[re.Match[str]] = []
    for m in found:
        if not kept or m.start() >= kept[-1].end():
            kept.append(m)
    bounds = [0, *(m.end() for m in kept)], [*(m.start() for m in kept), len(text)]
    stamps = (_stamp(text, m, after, before) for m, after, before in zip(kept, bounds[0], bounds[1][1:], strict=False))
    return tuple(s for s in stamps if s is not None)


def without_stamps(text: str, stamps: tuple[Stamp, ...]) -> list[str]:
    """The stretches of `text` that say something else than when: stamps, clock times and the words beside them taken out."""
    pieces, at = [], 0
    for s in stamps:
        pieces.append(text[at : s.start])
        at = s.end
    pieces.append(text[at:])
    return [p for p in pieces if any(_says_something(w.lower().rstrip(".")) for w in _WORD.findall(p))]


def _says_something(word: str) -> bool:
    """Whether a word is none of those that stand beside a date."""
    return word not in STAMP_FILLERS and word not in date_lines().beside


def has_clock(text: str) -> bool:
    """Whether `text` holds a clock time."""
    return next(_clocks(text), None) is not None


def _matches(text: str) -> Iterator[re.Match[str]]:
    for form in _FORMS:
        yield from form.finditer(text)
    for m in _FOREIGN.finditer(text):
        if m["month"].lower() in date_lines().months:
            yield m


def _stamp(text: str, m: re.Match[str], after: int, before: int) -> Stamp | None:
    around = text[after:before]
    options = [(month, day) for month, day in _month_and_day(m, around) if 1 <= month <= 12 and 1 <= day <= 31]
    year = m.groupdict().get("year")
    days = tuple(d for month, day in options if year for d in _date(int(year), month, day)) if year else ()
    if not options or (year and not days):
        return None
    clock, zone = _clock(text[after : m.start()], text[m.end() : before])
    return Stamp(
        start=m.start(),
        end=m.end(),
        month=options[0][0],
        day=options[0][1],
        days=days,
        clock=clock,
        zone=zone,
        updated=date_lines().updated.search(text, after, m.start()) is not None,
    )


def _month_and_day(m: re.Match[str], around: str) -> list[tuple[int, int]]:
    groups = m.groupdict()
    if groups.get("first"):
        american, other = (int(m["first"]), int(m["second"])), (int(m["second"]), int(m["first"]))
        if _AMERICAN.search(around):
            return [american]
        return [american] if american == other else [american, other]
    name = m["month"].lower()
    if m.re is _FOREIGN:
        return [(date_lines().months[name], int(m["day"]))]
    return [(int(name) if name.isdigit() else MONTHS.index(name[:3]) + 1, int(m["day"]))]


def _date(year: int, month: int, day: int) -> tuple[date, ...]:
    if year < 100:
        # Two digits mean the century that news on the web is from.
        year += 2000 if year < 70 else 1900
    try:
        return (date(year, month, day),)
    except ValueError:
        return ()


def _clock(left: str, right: str) -> tuple[str | None, str]:
    """The clock time nearest to the date, of those left and right of it, as HH:MM, and its zone."""
    label = date_lines().label
    left, right = label.split(left)[-1], label.split(right)[0]  # what stands beyond "Updated" is another date's
    near = [(len(left) - end, time, zone) for _, end, time, zone in _clocks(left)] + [
        (begin, time, zone) for begin, _, time, zone in _clocks(right)
    ]
    return min(near)[1:] if near else (None, "")


def _clocks(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Begin, end, HH:MM and zone of the clock times in `text`; a bare number is none."""
    for m in _CLOCK.finditer(text):
        hour, half, minute = int(m["hour"]), (m["half"] or "").lower()[:1], m["minute"] or m["past"]
        if not half and not minute and not m["mark"]:
            continue
        if half in ("a", "p") and hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour < 24 and int(minute or 0) < 60:
            yield m.start(), m.end(), f"{hour:02d}:{minute or '00'}", _zone(text, m.end())


def _zone(text: str, at: int) -> str:
    """The zone that stands right behind a clock time, as "+02:00"; nothing where none does, or one that may mean several."""
    m = _ZONE.match(text, at)
    if m is None:
        return ""
    if m["offset"]:
        return f"{m['offset'][:3]}:{m['offset'][-2:]}"
    east = _zones().get(m["name"])
    if east is None:
        return ""
    hours, minutes = divmod(abs(east), 60)
    return f"{'-' if east < 0 else '+'}{hours:02d}:{minutes:02d}"


@cache
def _zones() -> dict[str, int]:
    """Minutes east of Greenwich by the abbreviations that mean one zone."""
    return tomllib.loads(resources.files("rashomon.annotate").joinpath("zones.toml").read_text("utf-8"))
