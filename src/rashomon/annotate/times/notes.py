"""What a note means by a stretch of time: one value with both its ends.

A report says of what happened that it lasted "from 3 to 12 May", and TIMEX3 marks two dates in it and a length in "the next
three days". In a line by itself ("out from 3 to 12 May", "sales of the last three weeks") the stretch is what is meant.
Telling such colloquial texts from news and from histories is the practice of HeidelTime: Strötgen and Gertz, "Temporal
tagging on different domains", LREC 2012.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from rashomon.annotate.atoms import Atoms
from rashomon.annotate.times.calendar import moved
from rashomon.annotate.times.chunks import Chunk
from rashomon.annotate.times.grammar import Meaning
from rashomon.annotate.times.intervals import stretch_of
from rashomon.records import Article, Sentence, Span, TimeInterval, Timex

Read = tuple[Chunk, Meaning, Timex]
"""A time expression of the sentence: its words, what they mean, and what they were read as."""

_MOST_WORDS = 40
_JOINTS = frozenset({"-", "to", "until", "till", "through", "thru", "~"})
_STARTING = frozenset({"starting", "beginning", "commencing", ",", "from", "on"})
_STEPS = {"D": (0, 1), "W": (0, 7), "M": (1, 0), "Q": (3, 0), "Y": (12, 0)}
"""Months and days of a unit."""
_SECONDS = {"H": 3600, "MIN": 60, "S": 1}
_MIDNIGHT = time()


def is_note(article: Article, sentences: Sequence[Sentence]) -> bool:
    """A text of one line without a headline: a message, a query, an entry, not a report."""
    if article.headline or len({s.line for s in sentences}) != 1:
        return False
    return sum(len(s.tokens) for s in sentences) <= _MOST_WORDS and all(s.part == "body" for s in sentences)


def as_in_a_note(found: Sequence[Read], atoms: Atoms, now: datetime | None) -> Iterator[Timex]:
    """The times of one sentence, two ends of a stretch as one, and counted stretches with their ends."""
    i = 0
    while i < len(found):
        one, other = found[i], found[i + 1] if i + 1 < len(found) else None
        whole = (_joined(one, other, atoms, now) or _started(one, other, atoms)) if other else None
        counted = _counted(one[1], one[2], now) if now is not None else None
        yield whole or counted or one[2]
        i += 2 if whole else 1


def _joined(one: Read, other: Read, atoms: Atoms, now: datetime | None) -> Timex | None:
    """ "from 3 May to 12 June", "2014-2018", "between April and now"."""
    between = atoms.words[one[0].end : other[0].start]
    opened = atoms.words[one[0].start - 1] if one[0].start else ""
    if not between or between[1:] not in ((), ("the",)) or one[2].type != "DATE" or other[2].type != "DATE":
        return None
    if between[0] not in _JOINTS and (between[0], opened) != ("and", "between"):
        return None
    begin, end = _day(one[2], now), _day(other[2], now)
    if begin is not None and end is not None and begin > end:
        begin, end = _in_order(begin, end, one, other, atoms)
    return _stretch(one[2], other[2], begin, end)


def _day(timex: Timex, now: datetime | None) -> date | None:
    """The day at which a stretch that begins or ends with `timex` does so."""
    if timex.value == "PRESENT_REF":
        return now.date() if now is not None else None
    whole = stretch_of(timex.value)
    if whole is None or whole.begin is None or whole.end is None:
        return None
    part = {"MID": 0.5, "END": 1.0}.get(timex.mod or "", 0.0)
    return (whole.begin + (whole.end - whole.begin) * part).date()


def _in_order(begin: date, end: date, one: Read, other: Read, atoms: Atoms) -> tuple[date | None, date | None]:
    """ "Nov-Feb 2017", "next Monday to Friday": the end that does not say its year or week gives way."""
    if "weekday" in other[1] and "month" not in other[1]:
        return begin, moved(end, days=7 * ((begin - end).days // 7 + 1))
    if not _says_year(one, atoms):
        return moved(begin, months=-12), end
    return begin, end if _says_year(other, atoms) else moved(end, months=12)


def _says_year(read: Read, atoms: Atoms) -> bool:
    return any(len(w) == 4 and w.isdecimal() for w in atoms.words[read[0].start : read[0].end])


def _started(one: Read, other: Read, atoms: Atoms) -> Timex | None:
    """ "two weeks starting 20 May", "for three days, from today"."""
    between = atoms.words[one[0].end : other[0].start]
    if not between or not _STARTING.issuperset(between) or one[2].type != "DURATION" or other[2].type != "DATE":
        return None
    begin = _day(other[2], None)
    return _stretch(one[2], other[2], begin, _on(begin, one[1], 1)) if begin is not None else None


def _stretch(first: Timex, last: Timex, begin: date | None, end: date | None) -> Timex | None:
    if begin is None or end is None or begin >= end:
        return None
    span = Span(article=first.span.article, start=first.span.start, end=last.span.end)
    interval = TimeInterval(begin=datetime.combine(begin, _MIDNIGHT), end=datetime.combine(end, _MIDNIGHT))
    return Timex(span=span, type="DATE", value=f"{begin}/{end}", interval=interval, reference=last.reference)


def _counted(meaning: Meaning, timex: Timex, now: datetime) -> Timex | None:
    """ "the next three days", "within nine months", "the last five minutes"."""
    side, n, unit = meaning.get("side") or meaning.get("within", 0), meaning.get("n"), meaning.get("unit")
    if timex.type != "DURATION" or not side or not isinstance(n, int) or meaning.keys() & {"plus_length", "ignored"}:
        return None
    if unit in _SECONDS:
        return _by_the_clock(timex, now, side * n * _SECONDS[unit])
    today = now.date()
    if unit == "Q":
        today = date(now.year, (now.month - 1) // 3 * 3 + 1, 1)
    elif side > 0 and "within" not in meaning:
        today = moved(today, days=1) or today
    if unit == "Q" and side > 0:
        today = moved(today, months=3) or today
    there = _on(today, meaning, side)
    return _stretch(timex, timex, *sorted((today, there))) if there is not None else None


def _on(day: date, meaning: Meaning, side: int) -> date | None:
    """`day` and a length of time on."""
    n, unit, times = meaning.get("n"), meaning.get("unit"), meaning.get("times", 1)
    if not isinstance(n, int) or unit not in _STEPS or n * times > 9999:
        return None
    months, days = (side * n * times * step for step in _STEPS[unit])
    return moved(day, months=months, days=days)


def _by_the_clock(timex: Timex, now: datetime, seconds: int) -> Timex | None:
    try:
        there = now + timedelta(seconds=seconds)
    except OverflowError:
        return None
    begin, end = sorted((now, there))
    value = "/".join(f"{moment:%Y-%m-%dT%H:%M:%S}" for moment in (begin, end))
    return replace(timex, type="TIME", value=value, interval=TimeInterval(begin=begin, end=end), length=None)
