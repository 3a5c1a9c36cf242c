"""The parser behind a small Protocol, so that a better one is one new file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rashomon.records import Token

ParsedLine = tuple[tuple[Token, ...], ...]
"""The sentences of one line; token offsets count from the line's start."""


class Parser(Protocol):
    """Turns lines of text into sentences of tokens. Same line, same answer, whatever stands around it."""

    @property
    def name(self) -> str:
        """Model and version: part of the key under which results are kept."""
        ...

    def parse(self, lines: Sequence[str]) -> list[ParsedLine]:
        """The sentences of each line, in the order given."""
        ...
