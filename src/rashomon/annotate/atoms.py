"""A sentence cut finer than the parser cuts it, the same way in every text: runs of letters, numbers, single marks.

Rules over times and quantities then need not know whether "two-year", "5:30pm" or "1990s" is one token or three.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from rashomon.records import Sentence, Token

_ATOM = re.compile(
    r"[AaPp]\.[ ]?[Mm]\b\.?"  # a.m.
    r"|[BbAa]\.[ ]?[CcDd]\b\.?(?:[ ]?[Ee]\b\.?)?"  # B.C., A.D.
    r"|\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"  # 12,500.5; 12,34,567
    r"|(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d/-])(?:\.\d+)?"  # 12 500
    r"|\d+(?:\.\d+)?"
    r"|(?<![\w.])\.\d+"  # .25
    r"|[^\W\d_]+"
    r"|[^\s]"
)
_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-"})
"""Marks that mean the same to every rule here."""


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of one sentence: `words` lower-cased and plain, `raw` as written, `starts` and `ends` in the article."""

    words: tuple[str, ...]
    raw: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """Whether nothing stands between atom `i` and the one before it."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]


def atoms_of(text: str, sentence: Sentence) -> Atoms:
    """The atoms of `sentence`, an excerpt of the article's `text`."""
    found = [(m.group(), m.start(), m.end()) for m in _ATOM.finditer(text, sentence.span.start, sentence.span.end)]
    if not found:
        return Atoms((), (), (), ())
    raw, starts, ends = zip(*found, strict=True)
    return Atoms(tuple(w.lower().translate(_PLAIN) for w in raw), raw, starts, ends)


def token_at(sentence: Sentence, offset: int) -> Token:
    """The token that covers the character at `offset`, or the last one before it."""
    i = bisect_right(sentence.tokens, offset, key=lambda t: t.start) - 1
    return sentence.tokens[max(i, 0)]
