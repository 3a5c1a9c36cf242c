"""The part of WordNet that ships with the package, read once (about a quarter of a second) when it is first asked."""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

WordClass = Literal["n", "v", "a"]
Word = tuple[str, str]
"""Word class and lemma; particle verbs are written with an underscore ("take_over")."""


class Sense(NamedTuple):
    """A synset that a lemma can stand for; `rank` 1 is the lemma's most frequent sense. A tuple: there are very many."""

    rank: int
    synset: int


@dataclass(frozen=True, slots=True)
class WordNet:
    """`senses` most frequent first; `above` is the synset over each synset, or -1; `names` its words; `classes` its file."""

    senses: Mapping[Word, tuple[Sense, ...]]
    above: tuple[int, ...]
    names: tuple[tuple[str, ...], ...]
    classes: tuple[str, ...]
    antonyms: Mapping[Word, frozenset[Word]]
    derived: Mapping[Word, frozenset[Word]]


@lru_cache(maxsize=1)
def wordnet() -> WordNet:
    """The lexicon; see tools/build_lexicon.py for how the file is made."""
    data = gzip.decompress((files("rashomon.lexicon") / "wordnet.tsv.gz").read_bytes()).decode("ascii")
    senses: dict[Word, list[Sense]] = defaultdict(list)
    above: list[int] = []
    names: list[tuple[str, ...]] = []
    classes: list[str] = []
    pairs: dict[str, dict[Word, set[Word]]] = {"a": defaultdict(set), "d": defaultdict(set)}
    for line in data.splitlines():
        kind, pos, *rest = line.split("\t")
        if kind == "s":
            words = [w.rpartition(":") for w in rest[2].split()]
            for lemma, _, rank in words:
                senses[pos, lemma].append(Sense(int(rank), len(above)))
            above.append(int(rest[1]) if rest[1] else -1)
            names.append(tuple(w[0] for w in words))
            classes.append(rest[0].removeprefix("v."))
        else:
            lemma, other_pos, other = rest
            pairs[kind][pos, lemma].add((other_pos, other))
            pairs[kind][other_pos, other].add((pos, lemma))
    return WordNet(
        senses={w: tuple(sorted(s, key=lambda x: x.rank)) for w, s in senses.items()},
        above=tuple(above),
        names=tuple(names),
        classes=tuple(classes),
        antonyms={w: frozenset(o) for w, o in pairs["a"].items()},
        derived={w: frozenset(o) for w, o in pairs["d"].items()},
    )
