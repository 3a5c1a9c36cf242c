"""How a corpus stands, asked so cheaply that it can be asked before every answer: equal answers mean that nothing has changed."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

_LAST = "\U0010ffff"
"""Sorts behind whatever an id goes on with."""
_STORY = (
    "SELECT s.id, s.title, s.articles, s.last_added, o.key, o.made, o.stale "
    "FROM stories AS s LEFT JOIN overviews AS o ON o.story = s.id WHERE s.id BETWEEN ? AND ? LIMIT 2"
)
_LATEST_COLLATION = (
    "SELECT rowid, key, made, (SELECT count(*) FROM overviews) FROM overviews ORDER BY rowid DESC LIMIT 1"
)


class Glance:
    """Looks at one corpus file through a connection of its own, which never writes and outlives every transaction.

    Threads may share it. Each look costs microseconds: the statements stay prepared and go by an index.
    """

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(
            f"file:{path.resolve()}?mode=ro", uri=True, check_same_thread=False, isolation_level=None
        )
        self._lock = threading.Lock()

    def commits(self) -> object:
        """Changes with every commit, by whatever process."""
        return self._one("PRAGMA data_version")

    def story(self, beginning: str) -> object:
        """Changes with what the story whose id begins so shows of itself: its articles and its latest collation.

        Where there is none, which may have become part of another, with every commit.
        """
        found = self._all(_STORY, beginning, beginning + _LAST)
        return tuple(found) if found else ("none", self.commits())

    def collations(self) -> object:
        """Changes with every collation that is kept or given up: with what listings of names and statements show."""
        return self._one(_LATEST_COLLATION)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def _one(self, query: str) -> object:
        return next(iter(self._all(query)), None)

    def _all(self, query: str, *values: str) -> list[tuple[object, ...]]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()
