"""The corpus file itself: opening it, reading from it, one writer at a time, and a clear line for whatever goes wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError, OperationalError

from rashomon.errors import InputError
from rashomon.store.migrations import migrate, newest, version

WAIT_SECONDS = 60.0
"""How long a second writer waits for the first."""
_MAGIC = b"SQLite format 3\x00"
_BUSY = ("locked", "busy")
_REASONS = {
    "disk is full": "the disk is full: make room and try again; what was acknowledged is safe",
    "readonly": "it may only be read: check its permissions and those of its folder",
    "unable to open": "it cannot be opened: check its permissions and those of its folder",
    "not a database": "not a corpus: make one with `rashomon init` under another name",
    "malformed": "it is damaged: restore it from a copy",
    "disk i/o": "the disk does not answer as it should: check it, then run `rashomon doctor`",
}


class File:
    """One open SQLite file. It may be shared by threads: each call uses a connection of its own."""

    def __init__(
        self, path: Path, *, now: Callable[[], datetime] = lambda: datetime.now(UTC), wait: float = WAIT_SECONDS
    ) -> None:
        self.path = path
        self._now = now
        self._wait = wait
        self._engine = _engine(path, wait)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def stamp(self) -> str:
        """The present moment as the corpus writes it (ISO, UTC)."""
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection to read from: all that is read stands as at one moment, and no writer is waited for."""
        with self._told(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.exec_driver_sql("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One transaction that has the right to write from its start, so that two writers wait instead of failing half-way."""
        with self._told(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                    connection.exec_driver_sql("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What SQLite cannot do, as one line that says what to do about it."""
        try:
            yield
        except DatabaseError as e:
            raise InputError(f"{self.path}: {self._reason(e)}") from e

    def _reason(self, error: DatabaseError) -> str:
        said = str(error.orig)
        if isinstance(error, OperationalError) and any(word in said for word in _BUSY):
            return f"another program has been writing for {self._wait:.0f} s: try again when it is done"
        known = next((reason for word, reason in _REASONS.items() if word in said.lower()), None)
        if known is None:
            raise error
        return known


def check_new(path: Path) -> None:
    """Raise `InputError` where no corpus can be made."""
    if path.is_dir():
        raise InputError(f"{path}: a folder: name the file to make")
    if not path.parent.is_dir():
        raise InputError(f"{path}: there is no folder {path.parent}: make it first")


def check_known(path: Path) -> None:
    """Raise `InputError` unless there is an SQLite file."""
    if not path.is_file():
        raise InputError(f"{path}: no such corpus: make it with `rashomon init {path}`")
    try:
        with path.open("rb") as f:
            magic = f.read(len(_MAGIC))
    except OSError as e:
        raise InputError(f"{path}: it cannot be read: {e.strerror}") from e
    if magic != _MAGIC:
        raise InputError(f"{path}: not a corpus: make one with `rashomon init` under another name")


def bring_up_to_date(file: File) -> bool:
    """Bring an existing corpus to the present version; whether it was of an older one. Raises `InputError` when the file is none."""
    with file.reading() as connection:
        at, known = version(connection), sa.inspect(connection).has_table("articles")
    if not known:
        raise InputError(
            f"{file.path}: an SQLite file, but not a corpus: make one with `rashomon init` under another name"
        )
    if at == newest():
        return False
    with file.writing() as connection:
        migrate(connection, name=str(file.path))
    return True


def _engine(path: Path, wait: float) -> sa.Engine:
    engine = sa.create_engine(
        f"sqlite:///{path}",
        isolation_level="AUTOCOMMIT",
        connect_args={"timeout": wait, "check_same_thread": False},
        pool_size=16,
        max_overflow=-1,
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: object) -> None:
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    return engine
