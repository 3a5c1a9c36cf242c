"""The words that announce speech, thought and stance, from `cues.toml`."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rashomon.annotate.language import language_read, table

Classes = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cue words (lemmas, with their particle or preposition) and the classes that each belongs to."""

    verbs: Classes
    nouns: Classes
    adjectives: Classes
    weak: frozenset[str]
    prepositions: tuple[tuple[str, ...], ...]
    after_quotation: tuple[tuple[str, ...], ...]
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


def lexicon() -> Lexicon:
    """The lexicon of the language that is being read."""
    return _lexicon(language_read())


@lru_cache
def _lexicon(language: str) -> Lexicon:
    words = tomllib.loads(table("rashomon.annotate.quotes", "cues.toml", language))
    return Lexicon(
        verbs=_by_word(words["verbs"]),
        nouns=_by_word(words["nouns"]),
        adjectives=_by_word(words["adjectives"]),
        weak=frozenset(_words(words["weak"]["words"])),
        prepositions=_phrases(words["verbless"]["prepositions"]),
        after_quotation=_phrases(words["verbless"]["after_quotation"]),
        adverbs=frozenset(_words(words["verbless"]["adverbs"])),
        speech=frozenset(_words(words["speech"]["classes"])),
        beside=frozenset(_words(words["speech"]["beside"])),
        occasions=frozenset(_words(words["occasions"]["nouns"])),
        platforms=frozenset(_words(words["occasions"]["platforms"])),
        occasion_prepositions=frozenset(_words(words["occasions"]["prepositions"])),
        people=frozenset(_words(words["people"]["nouns"])),
        before_titles=frozenset(_words(words["labels"]["before"])),
        small=frozenset(_words(words["labels"]["small"])),
        channels=frozenset(_words(words["occasions"]["channels"])),
        light=frozenset(_words(words["light"]["verbs"])),
        views=frozenset(_words(words["verbless"]["views"])),
        kinds={name: kind for kind, names in words["kinds"].items() for name in _words(names)},
    )


def _by_word(classes: Mapping[str, str]) -> Classes:
    found: dict[str, list[str]] = defaultdict(list)
    for name, words in classes.items():
        for word in dict.fromkeys(_words(words)):
            found[word].append(name)
    return {word: tuple(names) for word, names in found.items()}


def _phrases(listed: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in _words(listed))


def _words(listed: str) -> list[str]:
    return [" ".join(word.split()) for word in listed.split(",") if word.strip()]
