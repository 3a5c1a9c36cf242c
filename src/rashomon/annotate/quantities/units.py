"""The units that a number can come with: by their words, their signs, before or after it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rashomon.annotate.atoms import Atoms
from rashomon.annotate.language import language_read, table

_LONGEST = 5
"""Words in the longest name of a unit."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the record names it, and the group of units.toml that it belongs to."""

    name: str
    group: str


@dataclass(frozen=True, slots=True)
class _Table:
    words: Mapping[tuple[str, ...], Unit]
    short: Mapping[tuple[str, ...], Unit]
    first: frozenset[str]


def _table() -> _Table:
    return _table_of(language_read())


@lru_cache
def _table_of(language: str) -> _Table:
    groups = tomllib.loads(table("rashomon.annotate.quantities", "units.toml", language))
    words: dict[tuple[str, ...], Unit] = {}
    short: dict[tuple[str, ...], Unit] = {}
    for group, units in groups.items():
        for name, written in units.items():
            words.update({tuple(w.replace("-", " - ").split()): Unit(name, group) for w in written["words"]})
            short.update({tuple(w.split()): Unit(name, group) for w in written["short"]})
    return _Table(words, short, frozenset(key[0] for key in (*words, *short)))


def unit_after(atoms: Atoms, i: int) -> tuple[int, Unit] | None:
    """The unit that begins at atom `i`, right after a number, and where it ends: "km", "-year-old", "degrees Celsius"."""
    units, count = _table(), len(atoms)
    at = i + 1 if i < count and atoms.words[i] == "-" and atoms.glued(i) else i
    if at >= count or atoms.words[at] not in units.first:
        return None
    for length in range(min(_LONGEST, count - at), 0, -1):
        words = atoms.words[at : at + length]
        unit = units.words.get(words)
        if unit is None and _short_stands(atoms, at, at + length):
            unit = units.short.get(words)
        if unit is not None:
            return at + length, unit
    return None


def _short_stands(atoms: Atoms, start: int, end: int) -> bool:
    """An abbreviation counts glued to its number, or after a space if it is more than one letter or a sign."""
    raw = atoms.raw[start]
    if end < len(atoms) and atoms.glued(end) and atoms.words[end].isalnum():
        return False
    return (
        atoms.glued(start)
        or not raw.isalpha()
        or end - start > 1
        or (len(raw) > 1 and (raw.islower() or raw.isupper()))
    )


def money_sign(atoms: Atoms, i: int) -> int:
    """Where the currency sign at atom `i` ends; `i` itself if there is none."""
    unit = _table().short.get((atoms.words[i],)) if not atoms.words[i].isalpha() else None
    return i + 1 if unit is not None and unit.group == "money" else i


def money_before(atoms: Atoms, i: int) -> tuple[int, Unit] | None:
    """The currency sign or code that ends before atom `i`, and where it begins: "$", "US$", "EUR"."""
    units = _table()
    for length in (2, 1):
        if i - length < 0:
            continue
        words = atoms.words[i - length : i]
        unit = units.short.get(words)
        if unit is None or unit.group != "money":
            continue
        if length == 2 and not atoms.glued(i - 1):
            continue
        if words[0].isalpha() and length == 1 and not atoms.raw[i - 1].isupper():
            continue
        return i - length, unit
    return None
