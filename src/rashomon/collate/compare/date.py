"""The same happening on two days or at two hours. A coarser date that holds the finer one is no difference."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from rashomon.collate.compare.arguments import one_object
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import Key, Kin, same_parties
from rashomon.collate.compare.notes import BEFORE, LATER
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.wording import happening
from rashomon.collate.compare.words import words
from rashomon.collate.kinds import kind_of
from rashomon.lexicon import are_synonyms, class_of, is_a, is_function_word, root_of
from rashomon.records import Claim, Span, TimeInterval, Timex
from rashomon.records.collation import Severity

ALIKE = 0.42
"""Likeness below which two dated claims are not known to be of one happening."""
SURE = 0.6
"""Likeness from which they surely are."""
_VALUE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:-WXX-(\d))?(?:T(\d\d):(\d\d)|T[A-Z]+)?(?!\w|-)")
ABOUT = timedelta(minutes=12)
"""How far a time of day with "about" reaches: about 10:00 and about 10:30 differ, about 10:00 and 10:10 do not."""


_TALK = frozenset({"consultation", "statement"})
"""Kinds of event that happen many times a day."""
_ONLY_MEANT = frozenset({"possible", "hoped", "demanded", "conditional", "denied"})
_SAID = frozenset({"communication", "cognition", "emotion"})
"""Classes of verbs for what is said, thought or felt on any day."""


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of kindred claims whose own dates lie apart."""
    for k in evidence.kinship.closest(lambda c: c.time is not None):
        if k.likeness < ALIKE or k.predicates != "same" or not same_parties(k, evidence) or _is_repeated(k):
            continue
        if _is_moved(k):
            continue
        if k.a.time and k.b.time and apart(k.a.time, k.b.time, evidence) and not _two_sorts(k):
            yield _finding(k.a, k.a.time, k.b, k.b.time, _severity(k), evidence)
    yield from _one_fact(evidence)
    yield from _one_deed(evidence)
    yield from _ends(evidence)
    yield from _clocks(evidence)


def _is_moved(k: Kin) -> bool:
    """Whether one is done and the other only offered, asked for or supposed: then they are two happenings with a day each."""
    return {k.a.modality, k.b.modality} & _ONLY_MEANT != set() and "asserted" in (k.a.modality, k.b.modality)


def _is_repeated(k: Kin) -> bool:
    """Whether it is something that one may do on many days: to say, to know, to meet."""
    return not k.aligned and (class_of(k.a.predicate, "v") in _SAID or kind_of(root(k.a.predicate)).name in _TALK)


def _one_fact(evidence: Evidence) -> Iterator[Finding]:
    """One fact dated twice: alignment has said that it is one, so the days alone must differ."""
    for k in evidence.kinship.told_twice():
        a, b = k.a.time, k.b.time
        if a and b and apart(a, b, evidence) and not _two_sorts(k) and not _is_moved(k):
            yield _finding(k.a, a, k.b, b, "medium", evidence)


def _two_sorts(k: Kin) -> bool:
    """Whether things of two sorts are said to have done it ("a quake", "an aftershock"), which then happened twice."""
    ours, theirs = ([r for r in c.roles if r.role == "agent"] for c in (k.a, k.b))
    if len(ours) != 1 or len(theirs) != 1 or ours[0].entity or theirs[0].entity:
        return False
    one, other = ours[0].head.lower(), theirs[0].head.lower()
    if is_function_word(one) or is_function_word(other) or (is_a(one, "person") and is_a(other, "person")):
        return False
    return root(one) != root(other) and not are_synonyms(one, other, "n")


def _one_deed(evidence: Evidence) -> Iterator[Finding]:
    """What one doer does once in each report, on two days."""
    for k in evidence.kinship.one_deed():
        a, b = k.a.time, k.b.time
        if a and b and a.value[:4] == b.value[:4] and apart(a, b, evidence):
            yield _finding(k.a, a, k.b, b, "medium", evidence)


def _ends(evidence: Evidence) -> Iterator[Finding]:
    """What lasts until another day ("closed until Friday", "until Sunday"); in a later report the end has been moved."""
    for k in evidence.kinship.alike(ALIKE):
        a, b = (_end(c, evidence) for c in (k.a, k.b))
        one = k.a.polarity == k.b.polarity and same_parties(k, evidence) and one_object(k.a, k.b, evidence)
        if not (a and b and one and _are_two(a, b)):
            continue
        moved = evidence.is_later(k.b.span, k.a.span) or evidence.is_later(k.a.span, k.b.span)
        if not moved:
            yield _finding(k.a, a, k.b, b, "medium", evidence)
            continue
        (before, x), (after, y) = sorted(((k.a, a), (k.b, b)), key=lambda s: evidence.published(s[0].span))
        yield Finding(kind="update", severity="soft", sides=(side(x.span, BEFORE, before), side(y.span, LATER, after)))


def _are_two(a: Timex, b: Timex) -> bool:
    """Whether two times lie apart, by their stretches where both are known, else by the parts of their values."""
    if a.interval is not None and b.interval is not None:
        return not a.interval.overlaps(b.interval)
    one, other = CalendarParts.of(a.value), CalendarParts.of(b.value)
    return one is not None and other is not None and one.differ(other)


def _end(c: Claim, evidence: Evidence) -> Timex | None:
    """The day until which something lasts."""
    found = (t for t in c.times if t.type in {"DATE", "TIME"} and _word_before(t, evidence) in words("date", "until"))
    return next(found, None)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day that a report gives for something that happened, with the day and minute, and the claim that has it."""

    time: Timex
    parts: CalendarParts
    claim: Claim


def _clocks(evidence: Evidence) -> Iterator[Finding]:
    """The one time of day that each of two reports gives for a kind of event, whatever verb tells of it ("opened fire", "shots")."""
    taken: set[tuple[Span, Span]] = set()
    for _, told in sorted(_clocks_by_kind(evidence).items()):
        for one, other in combinations(sorted(told), 2):
            if len(told[one]) == len(told[other]) == 1:
                a, b = told[one][0], told[other][0]
                if _on_one_day(a, b) and a.parts.clocks_differ(b.parts) and (a.time.span, b.time.span) not in taken:
                    taken.add((a.time.span, b.time.span))
                    ours, theirs = (_spoken_of(x.claim, evidence) for x in (a, b))
                    severity: Severity = "medium" if ours & theirs else "soft"
                    yield _finding(a.claim, a.time, b.claim, b.time, severity, evidence)


def _clocks_by_kind(evidence: Evidence) -> dict[str, dict[str, list[Clock]]]:
    """By kind of event, the times of day of each report, those that agree once."""
    found: dict[str, dict[str, list[Clock]]] = defaultdict(lambda: defaultdict(list))
    for c in evidence.claims:
        parts = CalendarParts.of(c.time.value) if c.time is not None and c.time.type == "TIME" else None
        if c.time is None or parts is None or parts.minute is None or not _is_told_of(c):
            continue
        for kind in _kinds_in(c, evidence):
            clocks = found[kind][c.span.article]
            if not any(not parts.clocks_differ(k.parts) for k in clocks):
                clocks.append(Clock(c.time, parts, c))
    return found


def _is_told_of(c: Claim) -> bool:
    """Whether the claim tells of what took place, not of who said when that it did."""
    return c.modality == "asserted" and c.polarity == "positive" and class_of(c.predicate, "v") != "communication"


def _kinds_in(claim: Claim, evidence: Evidence) -> frozenset[str]:
    """The kinds of event that the sentence of a claim names, by verb, noun of action or doer ("the shooter")."""
    sentence = evidence.sentence(claim.trigger)
    kinds = (
        (kind_of(root_of(t.lemma.lower(), t.pos)) for t in sentence.tokens if t.pos in {"VERB", "NOUN"})
        if sentence
        else ()
    )
    return frozenset(k.name for k in kinds if not k.general and k.name not in _TALK)


def _spoken_of(claim: Claim, evidence: Evidence) -> frozenset[Key]:
    sentence = evidence.sentence(claim.trigger)
    keys = (evidence.key(claim.span.article, t) for t in sentence.tokens) if sentence else ()
    return frozenset(k for k in keys if k is not None)


def _on_one_day(a: Clock, b: Clock) -> bool:
    """Whether the days may be one: a time of day without its day is reckoned from the day of the report."""
    days = [x.interval.begin for x in (a.time, b.time) if x.interval is not None and x.interval.begin is not None]
    return len(days) < 2 or abs(days[0] - days[1]) < timedelta(days=1, hours=12)


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
    reached = [t if t.interval is None else replace(t, interval=_reach(t, t.interval)) for t in (a, b)]
    return _are_two(*reached)


def _begins_a_period(t: Timex, evidence: Evidence) -> bool:
    """Whether the time is an end of a stretch ("since 2007", "between 2011 and 2014"), not the day of anything."""
    return _word_before(t, evidence) in words("date", "ends")


def _word_before(t: Timex, evidence: Evidence) -> str:
    sentence = evidence.sentence(t.span)
    before = [x for x in sentence.tokens if x.end <= t.span.start] if sentence else []
    return before[-1].lower if before else ""


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
