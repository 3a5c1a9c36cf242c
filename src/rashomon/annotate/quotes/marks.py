"""Quotation marks: which open, which close, and the stretches between them. One pass over each line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = frozenset("“«„‟〝「『")
CLOSING = frozenset("”»〞」』")
STRAIGHT = frozenset('"＂')
SINGLE_OPENING = frozenset("‘‚‛")
SINGLE_CLOSING = frozenset("’'")
DOUBLES = OPENING | CLOSING | STRAIGHT
DOUBLED = frozenset({"''", "’’", "‘‘", "``"})
"""Two single marks side by side, for a double one."""
MARKS = DOUBLES | SINGLE_OPENING | SINGLE_CLOSING

_BEFORE_OPENING = frozenset("([{<—–-/:;*•|…")
_AFTER_CLOSING = frozenset(".,;:!?…)]}—–-/")
_ENDING = frozenset(".,!?…—–-")
_ELISIONS = ("em", "til", "tis", "twas", "cause", "bout", "round", "n", "cuz", "nuff", "kay")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words between two marks, as offsets into the text. `continues`: the same quotation as the one before it.

    `depth` counts the quotations around it; `closed` is false where the mark at the end is missing.
    """

    start: int
    end: int
    depth: int = 0
    continues: bool = False
    closed: bool = True
    single: bool = False


def quoted_in(lines: list[tuple[int, str]]) -> list[Quoted]:
    """The quotations in lines of prose (start offset and text), in the order of the text, outer before inner."""
    scanned = [_Line(offset, text) for offset, text in lines]
    found: list[Quoted] = []
    running = False
    for i, line in enumerate(scanned):
        resumes = running and line.text[0] in DOUBLES
        running = _goes_on(scanned, i)
        doubles = line.doubles(running)
        if resumes and doubles and doubles[0].start <= line.offset + 2:
            doubles[0] = Quoted(doubles[0].start, doubles[0].end, continues=True, closed=doubles[0].closed)
        found.extend(sorted([*doubles, *line.singles(doubles)], key=lambda q: (q.start, -q.end)))
    return [q for q in found if q.end > q.start]


def _goes_on(lines: list[_Line], i: int) -> bool:
    """Whether the quotation that line `i` leaves open is taken up again by a mark at the start of the next line."""
    return lines[i].open_at is not None and i + 1 < len(lines) and lines[i + 1].text[0] in OPENING | STRAIGHT


class _Line:
    """One line's marks, paired."""

    def __init__(self, offset: int, text: str) -> None:
        self.offset, self.text = offset, text
        self._pairs, self.open_at = self._paired()

    def doubles(self, goes_on: bool) -> list[Quoted]:
        found = [self._quoted(a, b) for a, b in self._pairs]
        if self.open_at is not None and (goes_on or self._introduced(self.open_at[1])):
            found.append(self._quoted(self.open_at[0], len(self.text), closed=False))
        return found

    def singles(self, doubles: list[Quoted]) -> Iterator[Quoted]:
        """Quotations in single marks; those inside double ones are nested."""
        closers = [i for i, c in enumerate(self.text) if c in SINGLE_CLOSING and self._closes_single(i)]
        at = done = outer = 0
        for i, c in enumerate(self.text):
            if i < done or c not in "‘'‚‛" or not self._opens_single(i):
                continue
            while at < len(closers) and closers[at] <= i + 1:
                at += 1
            while outer < len(doubles) and doubles[outer].end <= self.offset + i:
                outer += 1
            inside = outer < len(doubles) and doubles[outer].start <= self.offset + i
            limit = doubles[outer].end - self.offset if inside else len(self.text)
            end = self._closing_single(closers, at, limit)
            if end is not None and not self._crosses(doubles, i, end):
                done = end + 1
                yield Quoted(self.offset + i + 1, self.offset + end, depth=int(inside), single=True)

    def _crosses(self, doubles: list[Quoted], begin: int, end: int) -> bool:
        """Whether a single mark at `end` would close in the middle of a double quotation that opened after `begin`."""
        last = bisect_right(doubles, self.offset + end, key=lambda q: q.start) - 1
        return last >= 0 and doubles[last].start > self.offset + begin and doubles[last].end > self.offset + end

    def _paired(self) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
        """Pairs of (first inside, first after), and (first inside, the mark) of one left open."""
        pairs: list[tuple[int, int]] = []
        opened: tuple[int, int] | None = None
        for i, width in self._double_marks():
            if opened is None:
                if self._may_open(i, width):
                    opened = (i + width, i)
            elif self._may_close(opened, i, width):
                pairs.append((opened[0], i))
                opened = None
            elif self._must_open(i, width):
                opened = (i + width, i)
        return pairs, opened

    def _double_marks(self) -> Iterator[tuple[int, int]]:
        """Place and width of every double mark; two single ones side by side make a double."""
        i, text = 0, self.text
        while i < len(text):
            if text[i] in DOUBLES:
                yield i, 1
            elif text[i] in "'’‘`" and text[i : i + 2] in DOUBLED:
                yield i, 2
                i += 1
            i += 1

    def _may_open(self, i: int, width: int) -> bool:
        after = self.text[i + width : i + width + 1]
        if not after:
            return False
        if self.text[i] in "“«„‟〝「『‘`":
            return True
        return self._starts_word(i) and (not after.isspace() or i == 0)

    def _must_open(self, i: int, width: int) -> bool:
        return self._starts_word(i) and self.text[i + width : i + width + 1].isalnum()

    def _may_close(self, opened: tuple[int, int], i: int, width: int) -> bool:
        mark, opening = self.text[i], self.text[opened[1]]
        if mark in "”»〞」』" and opening not in "»":
            return True
        if opening == "„" and mark == "“":
            return True
        return not self._must_open(i, width)

    def _introduced(self, i: int) -> bool:
        """Whether the text before a mark announces speech: nothing, a colon or a comma."""
        before = self.text[:i].rstrip()[-1:]
        return before in ("", ":", ",")

    def _quoted(self, start: int, end: int, closed: bool = True) -> Quoted:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Quoted(self.offset + start, self.offset + end, closed=closed)

    def _starts_word(self, i: int) -> bool:
        before = self.text[i - 1 : i] if i else ""
        return not before or before.isspace() or before in _BEFORE_OPENING or before in SINGLE_OPENING | OPENING

    def _opens_single(self, i: int) -> bool:
        text = self.text
        before, after = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
        if not after.isalnum() or after.isdigit() or before == text[i]:
            return False
        if before and not (before.isspace() or before in _BEFORE_OPENING or before in DOUBLES):
            return False
        word = ""
        for c in text[i + 1 : i + 8]:
            if not c.isalpha():
                break
            word += c
        return word.lower() not in _ELISIONS

    def _closes_single(self, i: int) -> bool:
        text = self.text
        before, after = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
        return bool(before) and not before.isspace() and not after.isalnum() and text[i] not in (before, after)

    def _closing_single(self, closers: list[int], at: int, limit: int) -> int | None:
        """The first closing mark that stands beside punctuation, or else the first that is no plural's apostrophe."""
        weak = None
        for end in closers[at : at + 8]:
            if end > limit:
                break
            before, after = self.text[end - 1], self.text[end + 1 : end + 2]
            if before in _ENDING or not after or after in _AFTER_CLOSING or after in DOUBLES:
                return end
            if weak is None and before != "s":
                weak = end
        return weak
