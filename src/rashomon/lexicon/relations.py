"""Questions about two words, answered from WordNet and from `supplement.toml`.

Only frequent senses count: every word is a synonym of every other if rare senses may join them.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import cast

from rashomon.lexicon.wordnet import Word, WordClass, wordnet

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
def _synonym_rows() -> dict[Word, frozenset[int]]:
    rows: dict[Word, frozenset[int]] = {}
    for pos, lines in _supplement()["synonyms"].items():
        for i, (line,) in enumerate(lines):
            for w in line.split():
                rows[pos, w] = rows.get((pos, w), frozenset()) | {i}
    return rows


@lru_cache(maxsize=262144)
def are_synonyms(a: str, b: str, pos: WordClass = "v") -> bool:
    """Whether two lemmas of one word class mean the same in frequent senses; every word is its own synonym."""
    a, b = _key(a), _key(b)
    if a == b:
        return True
    rows = _synonym_rows()
    if rows.get((pos, a), frozenset()) & rows.get((pos, b), frozenset()):
        return True
    senses = wordnet().senses
    ours = {s.synset: s.rank for s in senses.get((pos, a), ())}
    return any(
        s.synset in ours and s.rank + ours[s.synset] <= _SYNONYM_RANKS for s in senses.get((pos, b), ())
    ) and not are_opposed(a, b, pos)


def are_opposed(a: str, b: str, pos: WordClass = "v") -> bool:
    """Whether two lemmas of one word class exclude each other ("accept", "reject"), itself or through a first-sense synonym."""
    a, b = _key(a), _key(b)
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
    word = _key(word)
    direct = {w for p, w in net.antonyms.get((pos, word), ()) if p == pos}
    if direct:
        return frozenset(direct)
    found: set[str] = set()
    for sense in net.senses.get((pos, word), ())[:1]:
        for twin in net.names[sense.synset]:
            if twin != word and net.senses[pos, twin][0].synset == sense.synset:
                found |= {w for p, w in net.antonyms.get((pos, twin), ()) if p == pos}
    return frozenset(found)


def derived(word: str, pos: WordClass, to: WordClass) -> frozenset[str]:
    """The lemmas of class `to` that share their root with `word` ("negotiate": "negotiation", "negotiator")."""
    return frozenset(w for p, w in wordnet().derived.get((pos, _key(word)), ()) if p == to)


def are_related(a: str, a_pos: WordClass, b: str, b_pos: WordClass) -> bool:
    """Whether two lemmas are the same, synonyms, or derived from one another or from synonyms of one another."""
    if a_pos == b_pos:
        return are_synonyms(a, b, a_pos)
    return any(are_synonyms(w, b, b_pos) for w in derived(a, a_pos, b_pos))


def class_of(word: str, pos: WordClass) -> str | None:
    """The broad class of a lemma's most frequent sense: "person", "communication", "motion" …; None for an unknown word."""
    net = wordnet()
    senses = net.senses.get((pos, _key(word)))
    return net.classes[senses[0].synset] if senses else None


def is_a(word: str, kind: str, pos: WordClass = "n") -> bool:
    """Whether the first two senses of `word` fall under a first sense of `kind` ("rifle" under "weapon")."""
    net = wordnet()
    goals = {s.synset for s in net.senses.get((pos, _key(kind)), ())[:1]}
    for sense in net.senses.get((pos, _key(word)), ())[:2]:
        synset = sense.synset
        while synset >= 0:
            if synset in goals:
                return True
            synset = net.above[synset]
    return False


def siblings(a: str, b: str, pos: WordClass = "n") -> bool:
    """Whether the first senses of two lemmas are two sorts of one thing: the same synset right above ("rifle", "shotgun")."""
    net = wordnet()
    above = [{net.above[s.synset] for s in net.senses.get((pos, _key(w)), ())[:1]} - {-1} for w in (a, b)]
    return _key(a) != _key(b) and bool(above[0] & above[1])


def representative(word: str) -> str:
    """The first word of the row of news synonyms that a lemma stands in, of any word class; itself if it stands in none."""
    return _first_of_row().get(_key(word), word)


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


def _key(word: str) -> str:
    return word.lower().replace(" ", "_")
