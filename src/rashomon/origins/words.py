"""Texts as rows of word numbers, the same for the same word in any house's spelling, case or quotation marks."""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

WordIds = NDArray[np.uint32]
_WORD = re.compile(r"\w+")
_KEPT = 2_000_000
"""Distinct words remembered at most; beyond that (noise, other scripts) the memory starts afresh."""


class WordNumbers(dict[str, int]):
    """Word to 32-bit number, made on first sight: the checksum of the word's folded spelling, so no state decides it."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        number = self[word] = zlib.crc32(fold(word).encode("utf-8", "surrogatepass"))
        return number


_NUMBERS = WordNumbers()


def word_ids(text: str) -> WordIds:
    """The word numbers of `text`, in order."""
    words = _WORD.findall(text)
    return np.fromiter(map(_NUMBERS.__getitem__, words), dtype=np.uint32, count=len(words))


def word_places(text: str) -> list[tuple[int, int]]:
    """(start, end) of every word that `word_ids` numbers, in order."""
    return [m.span() for m in _WORD.finditer(text)]


def fold(word: str) -> str:
    """A word in one spelling: lower case, and the American of a British and American pair."""
    endings, words = _spellings()
    lower = word.lower()
    known = words.get(lower)
    if known is not None:
        return known
    for n in range(min(8, len(lower) - 2), 2, -1):
        other = endings.get(lower[-n:])
        if other is not None:
            return lower[:-n] + other
    return lower


@lru_cache(maxsize=1)
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    tables: dict[str, dict[str, str]] = {"ending": {}, "word": {}}
    for line in resources.files("rashomon.origins").joinpath("spelling.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, british, american = line.split("\t")
            tables[kind][british] = american
    return tables["ending"], tables["word"]
