"""How rare words, people and kinds of event are in two articles: what their every sentence names tells no two claims apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rashomon.collate.align.view import Commonness, View


class _Table(dict[str, float]):
    """Item to rarity, from 0 (in every sentence of both articles) upwards; worked out when first asked."""

    def __init__(self, sentences: int, ours: Mapping[str, int], theirs: Mapping[str, int]) -> None:
        self._sentences, self._ours, self._theirs = sentences, ours, theirs

    def __missing__(self, item: str) -> float:
        held = self._ours.get(item, 0) + self._theirs.get(item, 0)
        self[item] = found = log((self._sentences + 1) / (held + 0.5))
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Rarity:
    """The rarities that hold between two articles."""

    words: Mapping[str, float]
    cast: Mapping[str, float]
    events: Mapping[str, float]


def rarity(a: View, b: View) -> Rarity:
    """The rarities between the articles of two claims."""
    return _between(a.common, b.common)


@lru_cache(maxsize=1024)
def _between(a: Commonness, b: Commonness) -> Rarity:
    n = a.sentences + b.sentences
    return Rarity(_Table(n, a.counts, b.counts), _Table(n, a.cast, b.cast), _Table(n, a.events, b.events))
