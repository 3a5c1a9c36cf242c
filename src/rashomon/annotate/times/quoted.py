"""When the words inside a quotation were said: what "today" is in there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime

from rashomon.records import Quote, Sentence, Timex


class Occasions:
    """The quotations of an article and the days on which they were spoken, as far as it has been read."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._quotes = sorted((q for q in quotes if q.kind != "label"), key=lambda q: q.span.start)
        self._starts = [q.span.start for q in self._quotes]

    def at(self, offset: int) -> datetime | None:
        """The day on which the quotation around `offset` was spoken, None outside quotations or if that is not said."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0 or self._quotes[i].span.end <= offset:
            return None
        return None

    def heard(self, sentence: Sentence, times: Sequence[Timex]) -> None:
        """Take note of the days on which somebody spoke, in a sentence just read."""
