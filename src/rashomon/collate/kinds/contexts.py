"""PLOVER's contexts of an event, from `contexts.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from rashomon.collate.kinds.table import kind_of
from rashomon.records import Claim

_AHEAD = frozenset({"planned", "expected"})
_SUPPOSED = frozenset({"possible", "likely", "hoped", "conditional"})


def contexts_of(words: Iterable[str], claims: Iterable[Claim]) -> tuple[str, ...]:
    """The contexts of an event by name: those of its words (lemmas), then those that its claims tell: not yet, not surely, not at all.

    The last three hold where no claim tells the event otherwise.
    """
    lemmas = frozenset(words)
    kinds = {kind_of(w).name for w in lemmas}
    found = [name for name, (own, of) in _table().items() if not own.isdisjoint(lemmas) or not of.isdisjoint(kinds)]
    return (*found, *_manner(list(claims)))


def _manner(claims: list[Claim]) -> Iterable[str]:
    modalities = {c.modality for c in claims}
    if modalities and modalities <= _AHEAD:
        yield "future"
    elif modalities and modalities <= _AHEAD | _SUPPOSED:
        yield "hypothetical"
    if claims and all((c.polarity == "negative") != (c.modality == "denied") for c in claims):
        yield "negation"


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    table = tomllib.loads((files("rashomon.collate.kinds") / "contexts.toml").read_text("utf-8"))
    return {
        name: (frozenset(row.get("words", "").split()), frozenset(row.get("kinds", "").split()))
        for name, row in table.items()
    }
