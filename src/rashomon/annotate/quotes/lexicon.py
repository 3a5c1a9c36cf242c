"""The words that announce speech, thought and stance, from `cues.toml`."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

Classes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue words (lemmas, with their particle or preposition) and the classes that each belongs to."""

    verbs: Classes
    nouns: Classes
    adjectives: Classes
    weak: frozenset[str]
    prepositions: tuple[tuple[str, ...], ...]
    adverbs: frozenset[str]
    speech: frozenset[str]
    beside: frozenset[str]
    occasions: frozenset[str]
    platforms: frozenset[str]
    occasion_prepositions: frozenset[str]
    people: frozenset[str]
    kinds: Mapping[str, str]
    before_titles: frozenset[str]
    small: frozenset[str]
    channels: frozenset[str]
    light: frozenset[str]
    views: frozenset[str]

    def may_speak(self, verb: str) -> bool:
        """Whether `verb` can carry words in quotation marks."""
        return verb in self.beside or any(c in self.speech for c in self.verbs.get(verb, ()))


@lru_cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    table = tomllib.loads(resources.files("rashomon.annotate.quotes").joinpath("cues.toml").read_text("utf-8"))
    return Lexicon(
        verbs=_by_word(table["verbs"]),
        nouns=_by_word(table["nouns"]),
        adjectives=_by_word(table["adjectives"]),
        weak=frozenset(_words(table["weak"]["words"])),
        prepositions=tuple(tuple(p.split()) for p in _words(table["verbless"]["prepositions"])),
        adverbs=frozenset(_words(table["verbless"]["adverbs"])),
        speech=frozenset(_words(table["speech"]["classes"])),
        beside=frozenset(_words(table["speech"]["beside"])),
        occasions=frozenset(_words(table["occasions"]["nouns"])),
        platforms=frozenset(_words(table["occasions"]["platforms"])),
        occasion_prepositions=frozenset(_words(table["occasions"]["prepositions"])),
        people=frozenset(_words(table["people"]["nouns"])),
        before_titles=frozenset(_words(table["labels"]["before"])),
        small=frozenset(_words(table["labels"]["small"])),
        channels=frozenset(_words(table["occasions"]["channels"])),
        light=frozenset(_words(table["light"]["verbs"])),
        views=frozenset(_words(table["verbless"]["views"])),
        kinds={name: kind for kind, names in table["kinds"].items() for name in _words(names)},
    )


def _by_word(classes: Mapping[str, str]) -> Classes:
    found: dict[str, list[str]] = defaultdict(list)
    for name, words in classes.items():
        for word in dict.fromkeys(_words(words)):
            found[word].append(name)
    return {word: tuple(names) for word, names in found.items()}


def _words(listed: str) -> list[str]:
    return [" ".join(word.split()) for word in listed.split(",") if word.strip()]
