"""Where words stand in WordNet's tree of meanings: classes, sorts of a thing, siblings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from rashomon.lexicon.wordnet import WordClass, key_of, wordnet


class Place(NamedTuple):
    """A word's first sense, the synset right above that, and all that its first two senses fall under, themselves too."""

    first: int | None
    above: int | None
    under: frozenset[int]


_NOWHERE = Place(None, None, frozenset())


@lru_cache(maxsize=65536)
def place_of(word: str, pos: WordClass) -> Place:
    """Where a lemma stands; nowhere if it is unknown."""
    lines = [tuple(_upwards(s)) for s in first_senses(key_of(word), pos, 2)]
    if not lines:
        return _NOWHERE
    first = lines[0]
    return Place(first[0], first[1] if len(first) > 1 else None, frozenset(s for line in lines for s in line))


def first_senses(key: str, pos: WordClass, n: int) -> tuple[int, ...]:
    """The synsets of a word's `n` most frequent senses."""
    return tuple(islice(wordnet().entry(pos, key).senses, n))


def class_of(word: str, pos: WordClass) -> str | None:
    """The broad class of a lemma's most frequent sense: "person", "communication", "motion" …; None for an unknown word."""
    first = place_of(word, pos).first
    return None if first is None else wordnet().synset(first).kind


def is_a(word: str, kind: str, pos: WordClass = "n") -> bool:
    """Whether the first two senses of `word` fall under a first sense of `kind` ("rifle" under "weapon")."""
    goal = place_of(kind, pos).first
    return goal is not None and goal in place_of(word, pos).under


def siblings(a: str, b: str, pos: WordClass = "n") -> bool:
    """Whether the first senses of two lemmas are two sorts of one thing: the same synset right above ("rifle", "shotgun")."""
    above = place_of(a, pos).above
    return above is not None and above == place_of(b, pos).above and key_of(a) != key_of(b)


def _upwards(synset: int) -> Iterator[int]:
    """The synset and all above it."""
    while synset >= 0:
        yield synset
        synset = wordnet().synset(synset).above
