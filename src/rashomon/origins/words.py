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
_MARKS = "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0\u2022\u00a9"
_ASCII = {c: " " for c in range(128) if not (chr(c).isalnum() or chr(c) == "_")}
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
    words = _split(text)
    return np.fromiter(map(_NUMBERS.__getitem__, words), dtype=np.uint32, count=len(words))


def _split(text: str) -> list[str]:
    """`_WORD.findall(text)`, three times as fast where all but the usual typographic marks is ASCII."""
    plain = text
    for mark in _MARKS:
        if mark in plain:
            plain = plain.replace(mark, " ")
    return plain.translate(_ASCII).split() if plain.isascii() else _WORD.findall(text)


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
