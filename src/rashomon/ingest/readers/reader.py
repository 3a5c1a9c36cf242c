"""What a reader is: it knows its format when it sees it, and turns it into Articles and Rejects."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from rashomon.records import Article, Reject

Found = Iterator[Article | Reject]
Read = Callable[[BinaryIO, str], Found]
"""Given the open input and its name; streams. Articles come without id and parts: these are the same for every format."""

HEAD = 4096
"""How many bytes a reader may look at to know its format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """One format. `knows` is asked with the first bytes and the suffix (lower case, with its dot).

    `resumable`: each of its articles has `name@offset` for an input, and reading may begin at such an offset of the stream.
    """

    name: str
    suffixes: tuple[str, ...]
    knows: Callable[[bytes, str], bool]
    read: Read
    resumable: bool = False


TOLD = 200
"""Rejects of one input that are told one by one."""


def counted_rejects(found: Found, name: str) -> Found:
    """What was found, with the rejects after the first `TOLD` counted in one: a list of a million numbers is one mistake."""
    rejected = 0
    for one in found:
        rejected += isinstance(one, Reject)
        if not isinstance(one, Reject) or rejected <= TOLD:
            yield one
    if rejected > TOLD:
        yield Reject(input=name, reason=f"{rejected - TOLD:,} more of its parts cannot be used")


def or_nothing(found: Found, reader: Reader, name: str) -> Found:
    """What was found, or a Reject where that is nothing at all: no input may end in silence."""
    one = None
    for one in found:
        yield one
    if one is None:
        yield Reject(input=name, reason=f"{reader.name}: nothing was found in it")
