"""How far a file was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A place in a file: the bytes, lines and articles before it. `digest` is of those bytes and of the version that read them, which
    may have refused what another takes."""

    offset: int
    lines: int
    articles: int
    digest: str
