"""At which revision the corpus stands: two equal answers mean that nothing was committed in between, by any process."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

Revision = tuple[int, str]
"""SQLite's count of other connections' commits, and the day: what is overdue changes with it."""


class Revisions:
    """Watches one corpus file through a connection that never writes."""

    def __init__(self, path: Path, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._connection = sqlite3.connect(f"file:{path.resolve()}?mode=ro", uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        self._now = now

    def current(self) -> Revision:
        """The present revision. Costs microseconds."""
        with self._lock:
            version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return version, self._now().astimezone(UTC).date().isoformat()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
