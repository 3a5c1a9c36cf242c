"""A paragraph as the readers of direct speech need it: its text, its sentences, the quotations at its surface."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from rashomon.annotate.quotes.marks import MARKS, Quoted
from rashomon.annotate.quotes.places import Places
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Span, Token

Place = list[tuple[Tree, Token]]
"""A stretch of a paragraph: its tokens, each with its sentence."""

TERMINATORS = frozenset(".!?")
_MARKS = "".join(sorted(MARKS))
_NEAR = 8
"""How far before a mark the last character of text is looked for."""


class Line:
    """One paragraph: its text, its trees in order, and the quotations at its surface."""

    def __init__(self, start: int, text: str, trees: list[Tree], quotes: list[Quoted]) -> None:
        self.start, self.text, self.trees, self.quotes = start, text, trees, quotes
        self._places = [(tree, t) for tree in trees for t in tree.tokens]
        self._starts = [t.start for _, t in self._places]
        self._marks = Places([(q.start, q.end) for q in quotes])

    def holds(self, span: Span | None) -> bool:
        """Whether `span` lies in this paragraph."""
        return span is not None and self.start <= span.start < self.start + len(self.text)

    def is_quotation(self) -> bool:
        """Whether the paragraph is one quotation and no more."""
        return (
            len(self.quotes) == 1 and not self.between(self.start, self.quotes[0].start) and self._ends_with_quotation()
        )

    def _ends_with_quotation(self) -> bool:
        return not any(t.text[0].isalnum() for _, t in self.between(self.quotes[0].end, self.start + len(self.text)))

    def quoted(self, place: int) -> bool:
        """Whether a quotation lies over `place`."""
        return self._marks.at(place) is not None

    def tree_at(self, place: int) -> Tree:
        """The sentence that `place` lies in."""
        return self._places[max(bisect_right(self._starts, place) - 1, 0)][0]

    def between(self, start: int, end: int) -> Place:
        """The tokens from `start` to `end`, bare marks left out."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [p for p in self._places[first:last] if p[1].end <= end and p[1].text.strip(_MARKS)]

    def words(self, quoted: Quoted) -> list[str]:
        """The words of a quotation."""
        return self.text[quoted.start - self.start : quoted.end - self.start].split()

    def last_before(self, quoted: Quoted) -> str:
        """The last character before the opening mark, "" at the start of the line."""
        return self.char_before(quoted.start)

    def char_before(self, place: int) -> str:
        """The last character before `place` that is neither a mark nor a space."""
        at = place - self.start
        return self.text[max(0, at - _NEAR) : at].rstrip(_MARKS + " \t\u00a0")[-1:]

    def phrase_end(self, quoted: Quoted) -> int:
        """The end of the words that go on right after the closing mark, up to the next punctuation."""
        end = quoted.end
        for _, t in self._places[bisect_left(self._starts, quoted.end) :]:
            if not t.text.strip(_MARKS):
                continue
            if t.pos == "PUNCT" or self.quoted(t.start):
                break
            end = t.end
        return end

    def in_name(self, quoted: Quoted) -> bool:
        """Whether a single word in marks follows a word of the text: Ruth "Red" Odell."""
        return self.last_before(quoted).isalpha() and len(self.words(quoted)) == 1

    def last_of(self, quoted: Quoted) -> str:
        """The last character inside the marks."""
        return self.text[quoted.end - self.start - 1] if quoted.end > quoted.start else ""


def ends_sentence(t: Token) -> bool:
    """Whether a mark ends a sentence: not the full stop of "No. 2", whatever the parser cut off."""
    return t.text in TERMINATORS and t.pos == "PUNCT"


def first_part(tokens: Place) -> Place:
    for n, (_, t) in enumerate(tokens):
        if ends_sentence(t) or t.text == ";":
            return tokens[:n]
    return tokens


def last_part(tokens: Place) -> Place:
    for n in range(len(tokens) - 2, -1, -1):
        if ends_sentence(tokens[n][1]):
            return tokens[n + 1 :]
    return tokens
