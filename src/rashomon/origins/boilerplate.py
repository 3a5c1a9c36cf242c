"""Lines that an outlet puts on all its pages: shared by its articles without one relying on another."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from rashomon.records import Article

PAGES = 3
"""Different stories of one outlet that must show a line before it counts as that outlet's furniture."""
_LEAST = 3
"""Characters of a line worth remembering."""


class Boilerplate:
    """Learns an outlet's recurring lines article by article."""

    def __init__(self) -> None:
        self._stories: dict[tuple[str, int], tuple[int, ...]] = {}

    def learn(self, article: Article) -> None:
        """Take note of an article's lines. Copies of one story count once: its longest line tells stories apart."""
        if not article.outlet:
            return
        lines = {zlib.crc32(_bytes(line)) for line, _, _ in _lines(article.text)}
        story = zlib.crc32(_bytes(max(article.text.split("\n"), key=len)))
        for line in lines:
            seen = self._stories.get((article.outlet, line), ())
            if len(seen) < PAGES and story not in seen:
                self._stories[article.outlet, line] = (*seen, story)

    def places(self, article: Article) -> tuple[tuple[int, int], ...]:
        """(start, end) of the lines of an article known by now to be furniture."""
        if not article.outlet:
            return ()
        return tuple(
            (start, end)
            for line, start, end in _lines(article.text)
            if len(self._stories.get((article.outlet, zlib.crc32(_bytes(line))), ())) >= PAGES
        )


def _lines(text: str) -> Iterator[tuple[str, int, int]]:
    start = 0
    for line in text.split("\n"):
        if len(line) >= _LEAST:
            yield line, start, start + len(line)
        start += len(line) + 1


def _bytes(line: str) -> bytes:
    return line.strip().encode("utf-8", "surrogatepass")
