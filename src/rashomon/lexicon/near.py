"""How near a word is in meaning to any of several, without comparing it with each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from rashomon.lexicon.relations import synonyms
from rashomon.lexicon.taxonomy import place_of
from rashomon.lexicon.wordnet import WordClass

Nearness = Literal["same", "synonym", "sort", "sibling", "none"]
_CLASSES: tuple[WordClass, ...] = ("n", "v")


def nearness(word: str, others: frozenset[str]) -> Nearness:
    """How near `word` is to the nearest of `others`, be they nouns or verbs: the same, a synonym, a sort of it or it a sort of
    that, or another sort of one thing."""
    if word in others:
        return "same"
    if not alike(word).isdisjoint(others):
        return "synonym"
    ours, theirs = _spot(word), _spots(others)
    if not ours.under.isdisjoint(theirs.first) or not ours.first.isdisjoint(theirs.under):
        return "sort"
    return "none" if ours.above.isdisjoint(theirs.above) else "sibling"


@lru_cache(maxsize=65536)
def alike(word: str) -> frozenset[str]:
    """The words that mean the same as a noun or as a verb, itself too."""
    return frozenset({word}).union(*(synonyms(word, c) for c in _CLASSES))


class _Spot(NamedTuple):
    """Where one or several words stand, as nouns and as verbs: see `taxonomy.Place`."""

    first: frozenset[int]
    above: frozenset[int]
    under: frozenset[int]


@lru_cache(maxsize=65536)
def _spot(word: str) -> _Spot:
    places = [place_of(word, c) for c in _CLASSES]
    return _Spot(
        frozenset(p.first for p in places if p.first is not None),
        frozenset(p.above for p in places if p.above is not None),
        frozenset().union(*(p.under for p in places)),
    )


@lru_cache(maxsize=4096)
def _spots(words: frozenset[str]) -> _Spot:
    spots = [_spot(w) for w in words]
    return _Spot(_union(s.first for s in spots), _union(s.above for s in spots), _union(s.under for s in spots))


def _union(sets: Iterable[frozenset[int]]) -> frozenset[int]:
    return frozenset().union(*sets)
