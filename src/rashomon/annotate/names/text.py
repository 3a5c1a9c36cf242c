"""An article's sentences looked up by character offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.annotate.names.small import written_small
from rashomon.records import Attribution, Quote, Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens [first, last] of a sentence, and which of them is the head of the others."""

    sentence: Sentence
    first: int
    last: int
    head: Token


class Text:
    """Sentences and quotations of one article."""

    def __init__(
        self, sentences: Sequence[Sentence], quotes: Sequence[Quote], attributions: Sequence[Attribution] = ()
    ) -> None:
        self.sentences = sentences
        self.small = written_small(sentences)
        self._starts = [s.span.start for s in sentences]
        self._quotes = sorted((q for q in quotes if q.kind != "label"), key=lambda q: q.span)
        self._quote_starts = [q.span.start for q in self._quotes]
        contents = ((c, a.source[0]) for a in attributions if a.source for c in a.content)
        self._contents = sorted(contents, key=lambda pair: pair[0])
        self._content_starts = [c.start for c, _ in self._contents]

    def place(self, span: Span) -> Place | None:
        """Where `span` lies; None outside the prose."""
        i = bisect_right(self._starts, span.start) - 1
        if i < 0 or span.start >= self.sentences[i].span.end:
            return None
        return place_in(self.sentences[i], span.start, span.end)

    def source_of(self, start: int) -> Span | None:
        """The source of the innermost attributed content that holds the character at `start`."""
        i = bisect_right(self._content_starts, start) - 1
        if i < 0 or self._contents[i][0].end <= start:
            return None
        return self._contents[i][1]

    def quote_at(self, start: int) -> Quote | None:
        """The quotation that holds the character at `start`."""
        i = bisect_right(self._quote_starts, start) - 1
        if i < 0 or self._quotes[i].span.end <= start:
            return None
        return self._quotes[i]


def place_in(sentence: Sentence, start: int, end: int) -> Place | None:
    """The tokens of `sentence` within the characters [start, end)."""
    begin = max(bisect_right(sentence.tokens, start, key=lambda t: t.start) - 1, 0)
    after = bisect_left(sentence.tokens, end, key=lambda t: t.start)
    inside = [t for t in sentence.tokens[begin:after] if start < t.end]
    if not inside:
        return None
    first, last = inside[0].index, inside[-1].index
    head = next((t for t in reversed(inside) if not first <= t.head <= last or t.head == t.index), inside[-1])
    return Place(sentence, first, last, head)
