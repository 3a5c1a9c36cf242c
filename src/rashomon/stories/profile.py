"""What an article is about, as far as its bare words tell: words, names and numbers with their counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from math import log

from rashomon.annotate import date_by_own_words
from rashomon.records import Article
from rashomon.stories.sketch import Sketch, sketch_of

BLOCKS = ("words", "names", "numbers")
"""The kinds of evidence, each with a vector of its own: what is named weighs apart from what is said."""

_PROSE = frozenset({"headline", "standfirst", "caption", "body"})
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_TITLE = 0.6
"""Share of capitals from which a line is a title, whose capitals name nothing."""
_OPENING = frozenset('.!?"“')
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly")
_NAMES_TO_TELL = 5
_NUMBERS_TO_TELL = 4


@dataclass(frozen=True, slots=True)
class Profile:
    """Counts of an article's words, names and numbers (stems), its day as an ordinal (0: not known), and a sketch of its text."""

    article: str
    counts: tuple[Counter[str], ...]
    day: int
    sketch: Sketch = ()

    @property
    def length(self) -> float:
        """Logarithm of the number of different words."""
        return log(len(self.counts[0]) + 1)

    @property
    def naming(self) -> float:
        """0 to 1: whether it has names enough for their absence elsewhere to tell anything."""
        return min(len(self.counts[1]), _NAMES_TO_TELL) / _NAMES_TO_TELL

    @property
    def numbering(self) -> float:
        """0 to 1: the same for its numbers."""
        return min(len(self.counts[2]), _NUMBERS_TO_TELL) / _NUMBERS_TO_TELL


def profile_of(article: Article) -> Profile:
    """The profile of one article."""
    counts: tuple[Counter[str], ...] = (Counter(), Counter(), Counter())
    words: list[str] = []
    for line in _lines(article):
        found = list(_WORD.finditer(line))
        words += (m.group().lower() for m in found)
        for block, stem in _stems(line, found):
            counts[block][stem] += 1
    return Profile(article.id, counts, _day(article), sketch_of(words))


def _lines(article: Article) -> Iterator[str]:
    """The lines of prose, and the headline where the text lacks it."""
    prose = [p.span.of(article.text) for p in article.parts if p.kind in _PROSE] or [article.text]
    if article.headline and article.headline not in article.text:
        yield article.headline
    for part in prose:
        yield from part.splitlines()


def _stems(line: str, found: Sequence[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """Block and stem of each word that is worth counting; a name counts as a word, too."""
    title = len(found) > 2 and sum(m.group()[0].isupper() for m in found) > _TITLE * len(found)
    for m in found:
        word = m.group()
        block, stem = _counted(word)
        if not stem:
            continue
        yield block, stem
        if not block and not title and word[0].isupper() and not _opens(line, m.start()):
            yield 1, stem


def _opens(line: str, at: int) -> bool:
    """Whether the word there begins a line, sentence or quotation: its capital tells nothing."""
    at -= 1
    while at >= 0 and line[at].isspace():
        at -= 1
    return at < 0 or line[at] in _OPENING


@lru_cache(maxsize=1 << 16)
def _counted(written: str) -> tuple[int, str]:
    """Block and stem of a word; no stem where it is not worth counting."""
    word = written.lower().replace("’", "'")
    if word in _stopwords() or len(word) < 2:
        return 0, ""
    return (2, word) if any(c.isdigit() for c in word) else (0, stem_of(word))


def stem_of(word: str) -> str:
    """A light stem: endings of number, tense and manner taken off."""
    word = word.removesuffix("'s")
    if len(word) <= 5:
        return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
    for ending in _ENDINGS:
        if word.endswith(ending):
            word = word[: -len(ending)]
            return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word
    return word


def _day(article: Article) -> int:
    stated = date_by_own_words(article)
    try:
        return date.fromisoformat(stated.value[:10]).toordinal() if stated else 0
    except ValueError:
        return 0


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(resources.files("rashomon.stories").joinpath("stopwords.txt").read_text("utf-8").split())
