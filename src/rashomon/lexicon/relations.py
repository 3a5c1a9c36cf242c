"""Questions about two words, answered from WordNet and from `supplement.toml`.

Only frequent senses count: every word is a synonym of every other if rare senses may join them.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import cast

from rashomon.lexicon.taxonomy import first_senses
from rashomon.lexicon.wordnet import Word, WordClass, key_of, wordnet

_SYNONYM_RANKS = 4
"""Two words are synonyms if the ranks of the sense they share add up to no more (first sense of one, third of the other)."""


@lru_cache(maxsize=1)
def _supplement() -> dict[str, dict[str, list[list[str]]]]:
    text = (files("rashomon.lexicon") / "supplement.toml").read_text("utf-8")
    return cast(dict[str, dict[str, list[list[str]]]], tomllib.loads(text))


@lru_cache(maxsize=1)
def _opposed_sides() -> dict[Word, tuple[tuple[int, int], ...]]:
    """Each word of the supplement's opposites to its (row, side)s."""
    sides: dict[Word, tuple[tuple[int, int], ...]] = {}
    row = 0
    for pos, rows in _supplement()["opposed"].items():
        for one, other in rows:
            for side, words in enumerate((one, other)):
                for w in words.split():
                    sides[pos, w] = (*sides.get((pos, w), ()), (row, side))
            row += 1
    return sides


@lru_cache(maxsize=1)
def _rows() -> dict[Word, frozenset[str]]:
    """Each word of the supplement's synonyms to all that stand in a row with it."""
    rows: dict[Word, frozenset[str]] = {}
    for pos, lines in _supplement()["synonyms"].items():
        for (line,) in lines:
            for w in line.split():
                rows[pos, w] = rows.get((pos, w), frozenset()) | frozenset(line.split())
    return rows


def are_synonyms(a: str, b: str, pos: WordClass = "v") -> bool:
    """Whether two lemmas of one word class mean the same in frequent senses; every word is its own synonym."""
    a, b = key_of(a), key_of(b)
    return a == b or b in synonyms(a, pos)


@lru_cache(maxsize=65536)
def synonyms(word: str, pos: WordClass = "v") -> frozenset[str]:
    """The lemmas of one word class that mean the same in frequent senses; particle verbs are there with a space too."""
    word = key_of(word)
    net = wordnet()
    row = _rows().get((pos, word), frozenset())
    found = {
        twin
        for synset, rank in net.entry(pos, word).senses.items()
        for twin in net.synset(synset).names
        if rank + net.entry(pos, twin).senses[synset] <= _SYNONYM_RANKS and not are_opposed(word, twin, pos)
    }
    return frozenset(form for w in (row | found) - {word} for form in (w, w.replace("_", " ")))


def are_opposed(a: str, b: str, pos: WordClass = "v") -> bool:
    """Whether two lemmas of one word class exclude each other ("accept", "reject"), itself or through a first-sense synonym."""
    a, b = key_of(a), key_of(b)
    if a == b:
        return False
    sides = _opposed_sides()
    if any(r == s and x != y for (r, x), (s, y) in product(sides.get((pos, a), ()), sides.get((pos, b), ()))):
        return True
    return b in opposites(a, pos) or a in opposites(b, pos)


@lru_cache(maxsize=4096)
def opposites(word: str, pos: WordClass = "v") -> frozenset[str]:
    """WordNet's antonyms of a lemma and, if its own first sense has none, of its closest synonyms."""
    net = wordnet()
    word = key_of(word)
    direct = {w for p, w in net.entry(pos, word).antonyms if p == pos}
    if direct:
        return frozenset(direct)
    found: set[str] = set()
    for synset in first_senses(word, pos, 1):
        for twin in net.synset(synset).names:
            if twin != word and first_senses(twin, pos, 1) == (synset,):
                found |= {w for p, w in net.entry(pos, twin).antonyms if p == pos}
    return frozenset(found)


def derived(word: str, pos: WordClass, to: WordClass) -> frozenset[str]:
    """The lemmas of class `to` that share their root with `word` ("negotiate": "negotiation", "negotiator")."""
    return frozenset(w for p, w in wordnet().entry(pos, key_of(word)).derived if p == to)


def are_related(a: str, a_pos: WordClass, b: str, b_pos: WordClass) -> bool:
    """Whether two lemmas are the same, synonyms, or derived from one another or from synonyms of one another."""
    if a_pos == b_pos:
        return are_synonyms(a, b, a_pos)
    return any(are_synonyms(w, b, b_pos) for w in derived(a, a_pos, b_pos))


def representative(word: str) -> str:
    """The first word of the row of news synonyms that a lemma stands in, of any word class; itself if it stands in none."""
    return _first_of_row().get(key_of(word), word)


@lru_cache(maxsize=1)
def _first_of_row() -> dict[str, str]:
    rows = (line.split() for lines in _supplement()["synonyms"].values() for (line,) in lines)
    return {w: row[0] for row in rows for w in row}


def is_function_word(word: str) -> bool:
    """Whether a word (not its lemma) tells nothing by itself: articles, pronouns, prepositions, auxiliaries."""
    return word.lower() in _function_words()


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    text = (files("rashomon.lexicon") / "function_words.txt").read_text("utf-8")
    return frozenset(text.split())
