"""The word lists of `words.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=64)
def words(table: str, key: str) -> frozenset[str]:
    """The words of one line."""
    text = (files("rashomon.collate.compare") / "words.toml").read_text("utf-8")
    return frozenset(str(tomllib.loads(text)[table][key]).split())
