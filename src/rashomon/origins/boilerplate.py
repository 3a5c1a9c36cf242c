"""Lines that an outlet puts on all its pages: shared by its articles without one relying on another."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Article

PAGES = 3
"""Different stories of one outlet that must show a line before it counts as that outlet's furniture."""
_LEAST = 3
"""Characters of a line worth remembering."""


Line = tuple[int, int, int]
"""The hash of a line (equality is all that is asked of it), its start and its end in the text."""


class Boilerplate:
    """Learns an outlet's recurring lines, batch by batch."""

    def __init__(self) -> None:
        self._stories: dict[str, dict[int, tuple[int, ...]]] = {}

    def learn(self, articles: Sequence[Article]) -> list[tuple[tuple[int, int], ...]]:
        """Take note of the articles' lines; (start, end) of the lines of each that are known by now to be furniture."""
        lines = [_lines(a.text) if a.outlet else [] for a in articles]
        for article, found in zip(articles, lines, strict=True):
            if article.outlet:
                self._note(self._stories.setdefault(article.outlet, {}), found)
        return [self._furniture(a.outlet or "", found) for a, found in zip(articles, lines, strict=True)]

    def _note(self, stories: dict[int, tuple[int, ...]], lines: Sequence[Line]) -> None:
        """Copies of one story count once: its longest line other than the one in question tells stories apart."""
        longest = [key for key, _, _ in sorted(lines, key=_by_length)[:2]]
        first, second = (*longest, 0, 0)[:2]
        for key, _, _ in lines:
            story = second if key == first else first
            seen = stories.get(key, ())
            if len(seen) < PAGES and story not in seen:
                stories[key] = (*seen, story)

    def _furniture(self, outlet: str, lines: Sequence[Line]) -> tuple[tuple[int, int], ...]:
        stories = self._stories.get(outlet, {})
        return tuple((start, end) for key, start, end in lines if len(stories.get(key, ())) >= PAGES)


def _lines(text: str) -> list[Line]:
    found = []
    start = 0
    for line in text.split("\n"):
        if len(line) >= _LEAST:
            found.append((hash(line.strip()), start, start + len(line)))
        start += len(line) + 1
    return found


def _by_length(line: Line) -> int:
    return line[1] - line[2]
