"""Words that hedge a number, and the interval that is left of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from rashomon.annotate.atoms import Atoms
from rashomon.annotate.language import language_read, table
from rashomon.records import Interval

_LONGEST = 5
"""Words in the longest hedge."""


def hedges(where: Literal["before", "after"]) -> Mapping[tuple[str, ...], str]:
    """The hedges that stand before or after a number in the language being read, as words, with what they make of it."""
    return _hedges(where, language_read())


@lru_cache
def _hedges(where: str, language: str) -> Mapping[tuple[str, ...], str]:
    listed = tomllib.loads(table("rashomon.annotate", "hedges.toml", language))[where]
    return {tuple(words.split()): mod for words, mod in listed.items()}


def hedge_before(atoms: Atoms, i: int) -> tuple[int, str | None]:
    """Where the hedge that ends before atom `i` begins, and what it is; (`i`, None) if there is none."""
    for length in range(min(_LONGEST, i), 0, -1):
        mod = hedges("before").get(atoms.words[i - length : i])
        if mod is not None:
            return i - length, mod
    return i, None


def hedge_after(atoms: Atoms, i: int) -> tuple[int, str | None]:
    """Where the hedge that begins at atom `i` ends, and what it is; (`i`, None) if there is none."""
    for length in range(min(3, len(atoms) - i), 0, -1):
        mod = hedges("after").get(atoms.words[i : i + length])
        if mod is not None:
            return i + length, mod
    return i, None


def bounded(amount: float, mod: str | None) -> Interval:
    """`amount` with its hedge as an interval. "nearly": from five sixths up; "about": a sixth either way.

    A sixth is how far people let a round number stretch: "about an hour" is heard as 50 to 70 minutes.
    """
    slack = abs(amount) / 6
    match mod:
        case "MORE_THAN":
            return Interval(low=amount, low_closed=False)
        case "EQUAL_OR_MORE":
            return Interval(low=amount)
        case "LESS_THAN":
            return Interval(high=amount, high_closed=False)
        case "EQUAL_OR_LESS":
            return Interval(high=amount)
        case "NEARLY":
            return Interval(low=amount - slack, high=amount, low_closed=False)
        case "APPROX":
            return Interval(low=amount - slack, high=amount + slack)
    return Interval(low=amount, high=amount)
