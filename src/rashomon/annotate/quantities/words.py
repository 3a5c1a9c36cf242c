"""The words that amounts are read with, in the language that is read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from rashomon.annotate.language import language_read, table


@dataclass(frozen=True, slots=True)
class AmountWords:
    """`amounts.toml`, whose comments say what each table is."""

    to: frozenset[str]
    joined_by: str
    between: frozenset[str]
    opening: frozenset[str]
    minus: frozenset[str]
    shares: tuple[tuple[str, ...], ...]
    joining: frozenset[tuple[str, ...]]
    aged: frozenset[str]
    of: frozenset[str]
    pronoun: str
    few: frozenset[str]
    sizes: dict[str, tuple[float, float]]
    scales: dict[str, float]
    about: dict[tuple[str, ...], float]


def amount_words() -> AmountWords:
    """Those of the language that is read."""
    return _amount_words(language_read())


@lru_cache
def _amount_words(language: str) -> AmountWords:
    tables = tomllib.loads(table("rashomon.annotate.quantities", "amounts.toml", language))
    words: dict[str, str] = tables["words"]
    return AmountWords(
        to=frozenset(words["to"].split()),
        joined_by=words["and"],
        between=frozenset(words["between"].split()),
        opening=frozenset(words["opening"].split()),
        minus=frozenset(words["minus"].split()),
        shares=tuple(tuple(phrase.split()) for phrase in words["shares"].split("|")),
        joining=frozenset(tuple(phrase.split()) for phrase in words["joining"].split("|")),
        aged=frozenset(words["aged"].split()),
        of=frozenset(words["of"].split()),
        pronoun=words["pronoun"],
        few=frozenset(words["few"].split()),
        sizes={size: (low, high) for size, (low, high) in tables["sizes"].items()},
        scales=tables["scales"],
        about={tuple(phrase.split()): float(n) for phrase, n in tables["about"].items()},
    )
