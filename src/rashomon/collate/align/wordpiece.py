"""Texts as the numbers that BERT's English models (uncased) read: words in lower case without accents, cut into known pieces.

Devlin et al. 2019 (arXiv 1810.04805); the pieces are in `vocab.txt`, one a line, a piece's number is its line (from 0).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

_UNKNOWN, _BEGIN, _END = "[UNK]", "[CLS]", "[SEP]"
_LONGEST_WORD = 100
"""Characters. What is longer is no word."""
_CONTROL = frozenset({"Cc", "Cf"})
_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_CHINESE = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


def numbered(text: str, most: int) -> list[int]:
    """The numbers of a text's pieces between those of its begin and end, `most` in all at most."""
    known = _pieces()
    found = [known[_BEGIN]]
    for word in _words(text):
        found += _numbers_of(word)
        if len(found) >= most:
            break
    return [*found[: most - 1], known[_END]]


@lru_cache(maxsize=1)
def _pieces() -> Mapping[str, int]:
    lines = (files("rashomon.collate.align") / "vocab.txt").read_text("utf-8").split("\n")
    return {piece: i for i, piece in enumerate(lines) if piece}


@lru_cache(maxsize=16384)
def _numbers_of(word: str) -> tuple[int, ...]:
    """The longest known piece from the left, again and again; one unknown for a word that is not made of known pieces."""
    known = _pieces()
    found: list[int] = []
    start = 0
    while start < len(word) <= _LONGEST_WORD:
        ends = range(len(word), start, -1)
        end = next((e for e in ends if _piece(word, start, e) in known), None)
        if end is None:
            break
        found.append(known[_piece(word, start, end)])
        start = end
    return tuple(found) if start == len(word) else (known[_UNKNOWN],)


def _piece(word: str, start: int, end: int) -> str:
    return word[start:end] if start == 0 else "##" + word[start:end]


def _words(text: str) -> Iterator[str]:
    """Words and single marks, in lower case without accents."""
    word = ""
    for c in unicodedata.normalize("NFD", _clean(text)).lower():
        if unicodedata.category(c) == "Mn":
            continue
        alone = c.isspace() or _is_mark(c)
        if not alone:
            word += c
            continue
        if word:
            yield word
            word = ""
        if not c.isspace():
            yield c
    if word:
        yield word


def _clean(text: str) -> str:
    """Without control characters, with blanks around Chinese characters."""
    kept = (c for c in text if c in "\t\n\r" or (c not in "\0\ufffd" and unicodedata.category(c) not in _CONTROL))
    return "".join(f" {c} " if _is_chinese(c) else c for c in kept)


def _is_mark(c: str) -> bool:
    return c in _ASCII_MARKS or unicodedata.category(c)[0] == "P"


def _is_chinese(c: str) -> bool:
    return c >= "\u3400" and any(low <= ord(c) <= high for low, high in _CHINESE)
