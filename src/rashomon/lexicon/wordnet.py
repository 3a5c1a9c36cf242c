"""The part of WordNet that ships with the package. The file is read when it is first asked, each word of it when that is."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

WordClass = Literal["n", "v", "a"]
Word = tuple[str, str]
"""Word class and lemma; particle verbs are written with an underscore ("take_over")."""


class Synset(NamedTuple):
    """A meaning: its broad class, the number of the synset over it, or -1, and the words that stand for it."""

    kind: str
    above: int
    names: tuple[str, ...]


class Entry(NamedTuple):
    """What is known of a word. `senses`: the numbers of its synsets with their rank, its most frequent sense (rank 1) first."""

    senses: Mapping[int, int]
    antonyms: frozenset[Word]
    derived: frozenset[Word]


_UNKNOWN = Entry({}, frozenset(), frozenset())


class WordNet:
    """Synsets by their numbers and entries by word class and lemma. What was read once is kept."""

    def __init__(self, text: str) -> None:
        """`text`: a line for each synset, and after an empty line one for each word; see tools/build_lexicon.py."""
        synsets, _, words = text.partition("\n\n")
        self._synsets = synsets.split("\n")
        self._words = dict(line.split("\t", 1) for line in words.splitlines())
        self.synset = cache(self._synset)
        self._entry = cache(self._read)

    def entry(self, pos: WordClass, lemma: str) -> Entry:
        """What is known of a word: nothing of one that is not there."""
        key = f"{pos} {lemma}"
        return self._entry(key) if key in self._words else _UNKNOWN

    def _synset(self, number: int) -> Synset:
        kind, above, names = self._synsets[number].split("\t")
        return Synset(kind, int(above), tuple(names.split()))

    def _read(self, key: str) -> Entry:
        senses, antonyms, derived = self._words[key].split("\t")
        ranks = (s.split(":") for s in senses.split())
        return Entry({int(number): int(rank) for number, rank in ranks}, _words(antonyms), _words(derived))


def key_of(word: str) -> str:
    """A lemma as the lexicon writes it."""
    return word.lower().replace(" ", "_")


def _words(field: str) -> frozenset[Word]:
    return frozenset((w[0], w[2:]) for w in field.split())


@lru_cache(maxsize=1)
def wordnet() -> WordNet:
    """The lexicon."""
    return WordNet(gzip.decompress((files("rashomon.lexicon") / "wordnet.tsv.gz").read_bytes()).decode("ascii"))
