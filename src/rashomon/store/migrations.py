"""From an older corpus file to the present tables, one step at a time; `PRAGMA user_version` says which step a file is at."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from rashomon.errors import InputError
from rashomon.store import schema


def _first(connection: Connection) -> None:
    schema.metadata.create_all(connection)
    for statement in schema.FULL_TEXT:
        connection.exec_driver_sql(statement)


STEPS: tuple[Callable[[Connection], None], ...] = (_first,)
"""Step n brings a file from version n to n + 1. A step that was published is never changed, only followed by another."""


def version(connection: Connection) -> int:
    """The version of an open corpus file; 0 for an empty one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection, *, name: str) -> None:
    """Bring the file to the present version, within the caller's transaction. Raises `InputError` for a file from the future."""
    at = version(connection)
    if at > len(STEPS):
        raise InputError(
            f"{name} was made by a newer rashomon (corpus version {at}, known {len(STEPS)}): update rashomon"
        )
    for step in STEPS[at:]:
        step(connection)
    if at < len(STEPS):
        connection.exec_driver_sql(f"PRAGMA user_version = {len(STEPS)}")
