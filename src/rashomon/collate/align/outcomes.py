"""What comes of a happening, from `outcomes.toml`: what claims have in common that tell it by doing and by suffering."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


def outcomes_of(root: str) -> frozenset[str]:
    """The outcomes that a root form tells of ("kill", "die" and "dead": death)."""
    return _outcomes().get(root, frozenset())


def befalls(predicate: str, alone: bool) -> bool:
    """Whether a verb only says that its subject happened somewhere ("the storm hit", "the blast shook"), some of them if they
    stand `alone`, with no object."""
    return predicate in _befalling("verbs") or (alone and predicate in _befalling("alone"))


def leaves_open(predicate: str) -> bool:
    """Whether a verb or noun over an infinitive leaves open if that was done ("offered to", "an attempt to")."""
    return predicate in _leaving_open()


def goes_with_anything(predicate: str) -> bool:
    """Whether what a verb says depends on what it is said of ("lose", "keep")."""
    return predicate in _slight()


def relates(predicate: str) -> bool:
    """Whether a verb says which of two events came first."""
    return predicate in _relating()


def nation_of(place: str) -> str:
    """The nation whose people are called after a place, both as entities: the English are British too."""
    return _nations().get(place, place)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = tomllib.loads(
        (files("rashomon.collate.align") / "outcomes.toml").read_text("utf-8")
    )
    return table


@lru_cache(maxsize=1)
def _outcomes() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, words in _table()["outcomes"].items():
        for word in words.split():
            found[word] = found.get(word, frozenset()) | {name}
    return found


@lru_cache(maxsize=2)
def _befalling(which: str) -> frozenset[str]:
    return frozenset(_table()["befall"][which].split())


@lru_cache(maxsize=1)
def _leaving_open() -> frozenset[str]:
    return frozenset(_table()["open"]["words"].split())


@lru_cache(maxsize=1)
def _nations() -> Mapping[str, str]:
    return {f"geo:{part}": f"geo:{nation}" for nation, parts in _table()["parts"].items() for part in parts.split()}


@lru_cache(maxsize=1)
def _slight() -> frozenset[str]:
    return frozenset(_table()["slight"]["verbs"].split())


@lru_cache(maxsize=1)
def _relating() -> frozenset[str]:
    return frozenset(_table()["order"]["verbs"].split())
