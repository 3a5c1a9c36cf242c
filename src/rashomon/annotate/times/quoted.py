"""When the words inside a quotation were said: what "today" is in there.

A quotation is as old as its telling says: "…, she said on Thursday", else as the last telling before it that is dated
("…, the agency reported on 3 July"). Only where no telling is dated is it as old as the report.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta

from rashomon.annotate.atoms import token_at
from rashomon.annotate.quotes.direct import capitalised
from rashomon.annotate.times.intervals import stretch_of
from rashomon.records import Quote, Sentence, Span, Timex

_TELLING = frozenset(
    {
        "say", "tell", "report", "announce", "state", "declare", "write", "post", "tweet", "add", "confirm", "insist",
        "warn", "explain", "testify", "acknowledge", "admit", "claim", "note", "reply", "remark", "speak", "disclose",
    }
)  # fmt: skip
_OLDEST = timedelta(days=31)
"""Tellings older than this are history, not the occasion of what is quoted afterwards."""


class Occasions:
    """The quotations of an article, and the days on which somebody spoke as far as the text says."""

    def __init__(self, quotes: Sequence[Quote], published: datetime | None) -> None:
        self._quotes = sorted((q for q in quotes if q.kind != "label"), key=lambda q: q.span.start)
        self._starts = [q.span.start for q in self._quotes]
        self._published = published
        self._told: list[tuple[int, int, datetime]] = []

    def quoted(self, offset: int) -> Quote | None:
        """The quotation that the character at `offset` stands in."""
        i = bisect_right(self._starts, offset) - 1
        return self._quotes[i] if i >= 0 and offset < self._quotes[i].span.end else None

    def heard(self, sentence: Sentence, times: Sequence[Timex]) -> None:
        """Take note of the day of a telling in a sentence just read; sentences come in the order of the text."""
        for timex in times:
            if timex.type not in ("DATE", "TIME") or self.quoted(timex.span.start) or not _is_told(sentence, timex):
                continue
            day = stretch_of(timex.value[:10]) if len(timex.value) >= 10 else None
            if day is not None and day.begin is not None and self._recent(day.begin):
                self._told.append((sentence.span.start, sentence.span.end, day.begin))

    def of(self, quote: Quote) -> datetime | None:
        """The day on which a quotation was spoken; None if no telling up to the end of its sentence is dated."""
        cue = quote.cue or quote.span
        own = [day for start, end, day in self._told if start <= cue.start < end]
        before = [day for start, _, day in self._told if start <= quote.span.start]
        return own[0] if own else before[-1] if before else None

    def _recent(self, day: datetime) -> bool:
        return self._published is None or timedelta() <= self._published - day + timedelta(days=1) <= _OLDEST


def titles(quotes: Sequence[Quote], text: str) -> tuple[Span, ...]:
    """Where names of works and broadcasts stand in quotation marks: the week of "This Week" is none."""
    return tuple(q.span for q in quotes if q.kind == "label" and _is_title(q.span.of(text).split()))


def _is_title(words: Sequence[str]) -> bool:
    return len(words) > 1 and capitalised(words) and any(w[0].isupper() for w in words[1:])


def _is_told(sentence: Sentence, timex: Timex) -> bool:
    """Whether the date hangs on a verb of telling, directly or by its preposition."""
    token = token_at(sentence, timex.span.end - 1)
    for above in sentence.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            return above.lemma in _TELLING
        if above.pos not in ("ADP", "PROPN", "NUM", "NOUN") or (above.end > timex.span.end and above.pos != "ADP"):
            return False
    return False
