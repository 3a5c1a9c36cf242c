"""From an older corpus file to the present tables, one step at a time; `PRAGMA user_version` says which step a file is at."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib import resources

from sqlalchemy import Connection

from rashomon.errors import InputError


@cache
def newest() -> int:
    """The version of the present tables: `steps/n.sql` brings a file from version n - 1 to n.

    A step that was published is never changed, only followed by another.
    """
    return sum(f.name.endswith(".sql") for f in resources.files(__package__).joinpath("steps").iterdir())


def version(connection: Connection) -> int:
    """The version of an open corpus file; 0 for an empty one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection, *, name: str) -> None:
    """Bring the file to the present version, within the caller's transaction. Raises `InputError` for a file from the future."""
    at = version(connection)
    if at > newest():
        raise InputError(
            f"{name} was made by a newer rashomon (corpus version {at}, known {newest()}): update rashomon"
        )
    for step in range(at + 1, newest() + 1):
        for statement in _statements(step):
            connection.exec_driver_sql(statement)
    if at < newest():
        connection.exec_driver_sql(f"PRAGMA user_version = {newest()}")


def _statements(step: int) -> Iterator[str]:
    """The statements of a step one by one: running them as one script would end the transaction they stand in."""
    text, statement = resources.files(__package__).joinpath("steps", f"{step}.sql").read_text("utf-8"), ""
    for line in text.splitlines(keepends=True):
        if line.startswith("--"):
            continue
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
