"""The same happening on two days or at two hours. A coarser date that holds the finer one is no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import Kin, same_parties
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.wording import happening
from rashomon.collate.compare.words import words
from rashomon.collate.kinds import kind_of
from rashomon.lexicon import class_of
from rashomon.records import Claim, TimeInterval, Timex
from rashomon.records.collation import Severity

ALIKE = 0.42
"""Likeness below which two dated claims are not known to be of one happening."""
SURE = 0.6
"""Likeness from which they surely are."""
_VALUE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:-WXX-(\d))?(?:T(\d\d):(\d\d)|T[A-Z]+)?(?!\w|-)")
ABOUT = timedelta(minutes=12)
"""How far a time of day with "about" reaches: about 10:00 and about 10:30 differ, about 10:00 and 10:10 do not."""


_SAID = frozenset({"communication", "cognition", "emotion"})
"""Classes of verbs for what is said, thought or felt on any day."""


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of kindred claims whose own dates lie apart."""
    for k in evidence.kinship.closest(lambda c: c.time is not None):
        if k.likeness < ALIKE or k.predicates != "same" or not same_parties(k, evidence) or _is_repeated(k):
            continue
        if k.a.time and k.b.time and apart(k.a.time, k.b.time, evidence):
            yield _finding(k.a, k.a.time, k.b, k.b.time, _severity(k), evidence)
    yield from _one_fact(evidence)
    yield from _one_deed(evidence)


def _is_repeated(k: Kin) -> bool:
    """Whether it is something that one may do on many days: to say, to know, to meet."""
    return not k.aligned and (
        class_of(k.a.predicate, "v") in _SAID or kind_of(root(k.a.predicate)).name in {"consultation", "statement"}
    )


def _one_fact(evidence: Evidence) -> Iterator[Finding]:
    """One fact dated twice: alignment has said that it is one, so the days alone must differ."""
    for k in evidence.kinship.told_twice():
        a, b = k.a.time, k.b.time
        if a and b and apart(a, b, evidence):
            yield _finding(k.a, a, k.b, b, "medium", evidence)


def _one_deed(evidence: Evidence) -> Iterator[Finding]:
    """What one doer does once in each report, on two days."""
    for k in evidence.kinship.one_deed():
        a, b = k.a.time, k.b.time
        if a and b and a.value[:4] == b.value[:4] and apart(a, b, evidence):
            yield _finding(k.a, a, k.b, b, "medium", evidence)


def _finding(one: Claim, a: Timex, other: Claim, b: Timex, severity: Severity, evidence: Evidence) -> Finding:
    return Finding(
        kind="date",
        severity=severity,
        sides=(side(a.span, evidence.text(a.span), one), side(b.span, evidence.text(b.span), other)),
        topic=happening(one, evidence),
    )


def apart(a: Timex, b: Timex, evidence: Evidence) -> bool:
    """Whether two times cannot be one, as far as both are known: by their stretches of time, else by the parts of their values.

    The same weekday in two reports is the same day: which week it was reckoned from is the less certain part. Not so for two
    days told by their numbers.
    """
    if any(t.type not in {"DATE", "TIME"} or _begins_a_period(t, evidence) for t in (a, b)):
        return False
    one, other = CalendarParts.of(a.value), CalendarParts.of(b.value)
    numbered = all(any(c.isdigit() for c in evidence.text(t.span)) for t in (a, b) if t.type == "DATE")
    if (
        not numbered
        and "explicit" not in (a.reference, b.reference)
        and one
        and other
        and one.weekday
        and one.weekday == other.weekday
    ):
        return one.clocks_differ(other)
    if a.interval is not None and b.interval is not None:
        return not _reach(a, a.interval).overlaps(_reach(b, b.interval))
    return one is not None and other is not None and one.differ(other)


def _begins_a_period(t: Timex, evidence: Evidence) -> bool:
    """Whether the time is an end of a stretch ("since 2007", "between 2011 and 2014"), not the day of anything."""
    sentence = evidence.sentence(t.span)
    before = [x for x in sentence.tokens if x.end <= t.span.start] if sentence else []
    return bool(before) and before[-1].lower in words("date", "ends")


@dataclass(frozen=True, slots=True)
class CalendarParts:
    """What a TIMEX3 value says of a time, each None where it is left open ("XXXX-11-18" has no year)."""

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    minute: int | None

    @classmethod
    def of(cls, value: str) -> CalendarParts | None:
        """The parts of a value such as 2021-03-05T10:30, XXXX-11-18 or XXXX-WXX-1; None for other forms."""
        m = _VALUE.match(value)
        if m is None:
            return None
        year, month, day, weekday, hour, minute = (int(g) if g and g.isdigit() else None for g in m.groups())
        if year and month and day:
            weekday = date(year, month, day).isoweekday()
        return cls(year, month, day, weekday, None if hour is None else 60 * hour + (minute or 0))

    def differ(self, other: CalendarParts) -> bool:
        """Whether a part known of both is not the same in both; a clock time may be about."""
        for a, b in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if a is not None and b is not None and a != b:
                return True
        if self.weekday is not None and other.weekday is not None and self.weekday != other.weekday:
            return True
        return self.clocks_differ(other)

    def clocks_differ(self, other: CalendarParts) -> bool:
        """Whether both give a time of day, and not about the same."""
        if self.minute is None or other.minute is None:
            return False
        return abs(self.minute - other.minute) > 2 * ABOUT.seconds // 60


def _reach(t: Timex, i: TimeInterval) -> TimeInterval:
    if i.begin is None or i.end is None:
        return i
    about = ABOUT if t.type == "TIME" else timedelta(days=1) if t.mod == "APPROX" else timedelta()
    return replace(i, begin=i.begin - about, end=i.end + about)


def _severity(k: Kin) -> Severity:
    """What is still to come may have been moved; what is past happened once."""
    past = k.a.modality == k.b.modality == "asserted"
    return "hard" if past and k.likeness >= SURE else "medium" if past else "soft"
