"""Lines of a text as its author meant them: line breaks of the page joined where a file is wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

BREAK = re.compile(r"\r\n|[\r\n\f\v\u0085\u2028\u2029]")
_RAW = re.compile(r"[^\r\n\f\v\u0085\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_ENDS = (".", "!", "?", "…")
_CLOSING = "\"'”’»)]"
_INITIALS_END = re.compile(r"(?:\b[A-Z]\.)+$")

_PAGE_WIDTH = 120
"""Wider lines are paragraphs, not lines of a page."""
_WRAPPED_BREAKS = 0.85
"""Share of line breaks that a fixed width explains, from which a file counts as wrapped."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, white space at its ends left out: text[start:end] of the article; `text` is it with page breaks as spaces."""

    start: int
    end: int
    text: str
    wrapped: bool = False
    words: tuple[str, ...] = field(init=False, repr=False)
    ends_sentence: bool = field(init=False, repr=False)
    """Whether the line ends as a sentence does ("N.C." and "Jr." do not count on short lines)."""

    def __post_init__(self) -> None:
        words = tuple(map(str.lower, _WORD.findall(self.text.replace("’", "'"))))
        ends = _ends_sentence(self.text) and not (len(words) < 12 and _INITIALS_END.search(self.text))
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "ends_sentence", ends)

    @property
    def is_prose(self) -> bool:
        """Whether the line is running text: a sentence, or so long that it cannot be anything else."""
        return (self.ends_sentence and len(self.words) >= 7) or len(self.words) >= 35


def lines_of(text: str) -> list[Line]:
    """The lines of `text` that hold more than white space, in order."""
    raw = [(m.start(), m.end()) for m in _RAW.finditer(text) if not m.group().isspace()]
    trimmed = [_trimmed(text, s, e) for s, e in raw]
    return [_line(text, group) for group in _grouped(text, trimmed)]


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_ENDS)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _line(text: str, group: Sequence[tuple[int, int]]) -> Line:
    start, end = group[0][0], group[-1][1]
    return Line(start, end, BREAK.sub(_spaces, text[start:end]), wrapped=len(group) > 1)


def _spaces(m: re.Match[str]) -> str:
    return " " * len(m.group())


def _grouped(text: str, raw: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Raw lines that are one line of the author's together: only in a wrapped file more than one."""
    width = max((e - s for s, e in raw), default=0)
    joins = [_one_break(text, a, b) and _fills(text, a, b, width) for a, b in pairwise(raw)]
    if not _is_wrapped(text, raw, joins, width):
        return [[r] for r in raw]
    groups = [[raw[0]]]
    for joined, following in zip(joins, raw[1:], strict=True):
        if joined:
            groups[-1].append(following)
        else:
            groups.append([following])
    return groups


def _is_wrapped(text: str, raw: list[tuple[int, int]], joins: list[bool], width: int) -> bool:
    breaks = [_one_break(text, a, b) for a, b in pairwise(raw)]
    lower = sum(text[b[0]].islower() for joined, (_, b) in zip(joins, pairwise(raw), strict=True) if joined)
    return (
        40 <= width <= _PAGE_WIDTH
        and sum(joins) >= 3
        and sum(joins) >= _WRAPPED_BREAKS * (sum(breaks) - _short_endings(text, raw, breaks))
        # Where a sentence runs over the break, the next line goes on in lower case.
        and lower >= 0.3 * sum(joins)
    )


def _short_endings(text: str, raw: list[tuple[int, int]], breaks: list[bool]) -> int:
    """Breaks after a line that ends a sentence: they may end a paragraph in a wrapped file, too."""
    return sum(broken and _ends_sentence(text[s:e]) for broken, (s, e) in zip(breaks, raw[:-1], strict=True))


def _one_break(text: str, a: tuple[int, int], b: tuple[int, int]) -> bool:
    return len(BREAK.findall(text[a[1] : b[0]])) == 1


def _fills(text: str, a: tuple[int, int], b: tuple[int, int], width: int) -> bool:
    """Whether the first word of line `b` did not fit on line `a` any more."""
    first = re.match(r"\S+", text[b[0] : b[1]])
    return a[1] - a[0] + 1 + (first.end() if first else 0) > width
