"""The word lists that clauses are read by, from `words.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = tomllib.loads((files("rashomon.claims") / "words.toml").read_text("utf-8"))
    return tables


@cache
def table(name: str) -> Mapping[str, str]:
    """Word to the heading it stands under in the table `name`."""
    return {word: heading for heading, words in _tables()[name].items() for word in words.split()}


@cache
def words(name: str, heading: str) -> frozenset[str]:
    """The words under one heading of the table `name`."""
    return frozenset(_tables()[name][heading].split())
