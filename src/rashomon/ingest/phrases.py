"""The phrases and names of the layout rules, read from the data files beside."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words without punctuation. Remembered: many rules look at the same line one after the other."""
    words: Iterable[str] = map(str.lower, _WORD.findall(text))
    if "'" in text or "’" in text:
        words = (w.replace("'", "").replace("’", "") for w in words)
    return tuple(words)


class Phrases:
    """A set of phrases, found in lines of words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted({words_of(p) for p in phrases}, key=len, reverse=True):
            self._by_first.setdefault(words[0], []).append(words)

    def at(self, words: Sequence[str], i: int) -> int:
        """How many words the longest phrase that begins at word `i` has; 0 if none does."""
        known = self._by_first.get(words[i]) if i < len(words) else None
        return next((len(p) for p in known if tuple(words[i : i + len(p)]) == p), 0) if known else 0

    def begin(self, words: Sequence[str]) -> bool:
        """Whether the words begin with a phrase."""
        return self.at(words, 0) > 0

    def within(self, words: Sequence[str]) -> bool:
        """Whether the words hold a phrase."""
        # Asked of every line, and hardly ever so: most lines hold no word that a phrase begins with.
        return not self._by_first.keys().isdisjoint(words) and any(self.at(words, i) for i in range(len(words)))

    def make_up(self, words: Sequence[str]) -> bool:
        """Whether the words are phrases one after the other and nothing else."""
        i = 0
        while i < len(words):
            n = self.at(words, i)
            if not n:
                return False
            i += n
        return i > 0

    def __contains__(self, text: str) -> bool:
        words = words_of(text)
        return bool(words) and self.at(words, 0) == len(words)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What pages leave behind (furniture.toml)."""

    phrases: Phrases
    beginnings: Phrases
    ends: Phrases
    labels: Phrases
    credit_beginnings: Phrases
    credit_holds: Phrases
    picture_beginnings: Phrases
    picture_words: Phrases
    captions: Phrases


@dataclass(frozen=True, slots=True)
class Outlets:
    """Names of agencies and outlets, and the words by which to know them (outlets.toml)."""

    agencies: Phrases
    words: Phrases
    signing: Phrases
    roles: Phrases


@cache
def furniture() -> Furniture:
    d = _load("furniture.toml")
    return Furniture(
        *(Phrases(d[k]) for k in ("phrases", "beginnings", "ends", "labels")),
        *(Phrases(d["credit"][k]) for k in ("beginnings", "holds")),
        *(Phrases(d["picture"][k]) for k in ("beginnings", "words", "captions")),
    )


@cache
def outlets() -> Outlets:
    d = _load("outlets.toml")
    return Outlets(*(Phrases(d[k]) for k in ("agencies", "words", "signing", "roles")))


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("rashomon.ingest").joinpath(name).read_text("utf-8"))
