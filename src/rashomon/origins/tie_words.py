"""The words that show a tie: who reports, who tells whom, what papers are called (tie_words.toml)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=64)
def tie_words(table: str, name: str) -> frozenset[str]:
    """A list of the table, as a set."""
    return frozenset(_tables()[table][name])


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("rashomon.origins").joinpath("tie_words.toml").read_text("utf-8"))
