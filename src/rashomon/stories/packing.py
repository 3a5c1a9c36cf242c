"""Records of a stream as bytes: plain values and tables of words with whole numbers, packed without naming each number's word twice."""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from struct import Struct
from typing import Any

Table = tuple[Sequence[str], Sequence[int]]
"""Words and their numbers."""

_HEAD = Struct("<II")
_SMALL, _LARGE = "I", "Q"
_LEVEL = 1


def pack(plain: object, tables: Sequence[Table] = ()) -> bytes:
    """Anything that JSON can hold and some tables. No word holds a line break, no number is below 0."""
    numbers = list(chain.from_iterable(of_words for _, of_words in tables))
    kind = _SMALL if max(numbers, default=0) < 1 << 32 else _LARGE
    head = json.dumps([kind, [len(words) for words, _ in tables], plain], separators=(",", ":")).encode("ascii")
    words = "\n".join(chain.from_iterable(words for words, _ in tables)).encode("utf-8", "surrogatepass")
    packed = (_HEAD.pack(len(head), len(words)), head, words, _little(array(kind, numbers)).tobytes())
    return zlib.compress(b"".join(packed), _LEVEL)


def unpack(record: bytes) -> tuple[Any, list[dict[str, int]]]:
    """What `pack` was given; the words of a table are in the same order."""
    raw = zlib.decompress(record)
    head, words = _HEAD.unpack_from(raw)
    start = _HEAD.size + head
    kind, sizes, plain = json.loads(raw[_HEAD.size : start])
    numbers = array(kind)
    numbers.frombytes(raw[start + words :])
    of_words = iter(raw[start : start + words].decode("utf-8", "surrogatepass").split("\n"))
    of_numbers: Iterable[int] = iter(_little(numbers))
    return plain, [dict(zip(islice(of_words, n), islice(of_numbers, n), strict=True)) for n in sizes]


def _little(numbers: array[int]) -> array[int]:
    """The bytes of every machine are kept in one order."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
