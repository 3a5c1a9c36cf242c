"""What an article's words tell of the day it was written: the days it names, and which way it looks at them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from rashomon.collate.dating.direction import UNTOLD, Direction, direction_of
from rashomon.records import Annotation, Article, Sentence, Span, Timex

ClueKind = Literal["day", "weekday", "near"]

_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)(?:T|\Z)")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T|\Z)")
_FULL = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T|\Z)")
_NEAR = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
}
_LEAD_SENTENCES = 3
_GENERIC = frozenset(["ask", "be", "come", "do", "find", "get", "give", "go", "have", "know", "let", "make", "new", "one", "other", "people", "person", "say", "see", "take", "tell", "thing", "think", "time", "use", "want", "way", "year"])  # fmt: skip
_OPEN = {"PROPN": 2.0, "NOUN": 1.0, "VERB": 1.0, "NUM": 1.0, "ADJ": 0.5}
"""What a shared word weighs by its part of speech: a name tells more of an event than a verb."""

Words = dict[str, float]
"""The words of a sentence that say what it is about, with their weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """A day that an undated article names: a day of the year, a weekday, or one reckoned from its own ("yesterday").

    `lead`: it stands in the first sentences. `quoted`: inside a quotation, whose own day is another matter.
    """

    span: Span
    kind: ClueKind
    month: int = 0
    day: int = 0
    weekday: int = 0
    offset: int = 0
    direction: Direction = UNTOLD
    lead: bool = False
    quoted: bool = False
    words: Words

    def days(self, written: date) -> tuple[date, ...]:
        """The days it can mean if the article was written on `written`."""
        if self.kind == "near":
            return (written + timedelta(days=self.offset),)
        if self.kind == "day":
            return in_years(written, self.month, self.day)
        back = (written.isoweekday() - self.weekday) % 7
        behind, ahead = written - timedelta(days=back), written + timedelta(days=(7 - back) % 7)
        if self.direction.sign:
            return (behind,) if self.direction.sign < 0 else (ahead,)
        return (behind, ahead) if behind != ahead else (behind,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A day that a dated article names, and what its sentence is about."""

    span: Span
    day: date
    words: Words


def clues_of(article: Article, annotation: Annotation) -> list[Clue]:
    """The days that the article names and that depend on when it was written, in the order of its text."""
    spoken = [q.span for q in annotation.quotes if q.kind != "label"]
    found: list[Clue] = []
    for timex, sentence in _placed(annotation):
        clue = _clue(article, timex, sentence, any(q.contains(timex.span) for q in spoken))
        if clue is not None:
            found.append(clue)
    return found


def known_days(annotation: Annotation) -> list[Known]:
    """The days that a dated article names."""
    found: list[Known] = []
    for timex, sentence in _placed(annotation):
        m = _FULL.match(timex.value) if timex.type in ("DATE", "TIME") else None
        if m:
            found.append(Known(span=timex.span, day=date(*map(int, m.groups())), words=words_of(sentence)))
    return found


def words_of(sentence: Sentence) -> Words:
    """The words of a sentence that tell what it is about."""
    return {
        t.lemma.lower(): _OPEN[t.pos]
        for t in sentence.tokens
        if t.pos in _OPEN and t.lemma.lower() not in _GENERIC and not t.lower.startswith(("http", "@"))
    }


def _clue(article: Article, timex: Timex, sentence: Sentence, quoted: bool) -> Clue | None:
    day, weekday = _DAY.match(timex.value), _WEEKDAY.match(timex.value)
    surface = timex.span.of(article.text).lower()
    near = next((n for words, n in _NEAR.items() if words in surface), None)
    kind: ClueKind
    if day:
        kind = "day"
    elif weekday:
        kind = "weekday"
    elif near is not None and timex.value.startswith("XXXX-XX-XX"):
        kind = "near"
    else:
        return None
    inside = tuple(t for t in sentence.tokens if t.start < timex.span.end and timex.span.start < t.end)
    return Clue(
        span=timex.span,
        kind=kind,
        month=int(day[1]) if day else 0,
        day=int(day[2]) if day else 0,
        weekday=int(weekday[1]) if weekday else 0,
        offset=near or 0,
        direction=direction_of(sentence, inside) if inside else UNTOLD,
        lead=sentence.index < _LEAD_SENTENCES,
        quoted=quoted,
        words=words_of(sentence),
    )


def _placed(annotation: Annotation) -> Iterator[tuple[Timex, Sentence]]:
    """The time expressions with the sentences they stand in."""
    waiting: Sequence[Sentence] = sorted(annotation.sentences, key=lambda s: s.span.start)
    at = 0
    for timex in sorted(annotation.times, key=lambda t: t.span.start):
        while at < len(waiting) and waiting[at].span.end <= timex.span.start:
            at += 1
        if at < len(waiting) and waiting[at].span.contains(timex.span):
            yield timex, waiting[at]


def in_years(near: date, month: int, day: int) -> tuple[date, ...]:
    """The day of the year nearest to `near`."""
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return (min(found, key=lambda d: abs(d - near)),) if found else ()
