"""What an article is about, as far as its bare words tell: words, names, numbers, days and how it begins, with their counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from math import log

from rashomon.annotate import date_by_own_words
from rashomon.records import Article
from rashomon.stories.sketch import Sketch, sketch_of

BLOCKS = ("words", "names", "numbers", "lead", "days", "pairs")
"""The kinds of evidence, each with a vector of its own: what is named weighs apart from what is said. `lead` are the first words,
`days` are weekdays, months, days of months and years that it speaks of, `pairs` are names of two words."""
WORDS, NAMES, NUMBERS, LEAD, DAYS, PAIRS = range(len(BLOCKS))

_PROSE = frozenset({"headline", "standfirst", "caption", "body"})
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_TITLE = 0.6
"""Share of capitals from which a line is a title, whose capitals name nothing."""
_OPENING = frozenset('.!?"“')
_LEAD = 70
_ENDINGS = ("ings", "ing", "edly", "ed", "ies", "es", "s", "ly")
_ENOUGH = (0, 5, 4, 0, 3, 3)
"""How many different names, numbers and so on an article needs for their absence elsewhere to tell anything."""
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = {name: m[:3] for m in _MONTHS for name in (m, m[:3])} | {"sept": "sep"}
_DAY_OF_MONTH = re.compile(r"([12]?[0-9]|3[01])(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Profile:
    """Counts of an article's words, names and so on (stems), its day as an ordinal (0: not known), and a sketch of its text."""

    article: str
    counts: tuple[Counter[str], ...]
    day: int
    sketch: Sketch = ()

    @property
    def length(self) -> float:
        """Logarithm of the number of different words."""
        return log(len(self.counts[WORDS]) + 1)

    def telling(self, block: int) -> float:
        """0 to 1: whether it has names (numbers …) enough for their absence elsewhere to tell anything."""
        return min(len(self.counts[block]), _ENOUGH[block]) / _ENOUGH[block]


def profile_of(article: Article) -> Profile:
    """The profile of one article."""
    counts = tuple(Counter[str]() for _ in BLOCKS)
    words: list[str] = []
    leading = _LEAD
    for line in _lines(article):
        found = list(_WORD.finditer(line))
        lower = [m.group().lower().replace("’", "'") for m in found]
        words += lower
        counts[DAYS].update(_days(found, lower))
        names = _named(line, found)
        if names is not None:
            counts[PAIRS].update(_pairs(line, found, lower))
        for i, word in enumerate(lower):
            block, stem = _counted(word)
            if not stem:
                continue
            counts[block][stem] += 1
            if block != WORDS:
                continue
            if names is not None and i in names:
                counts[NAMES][stem] += 1
            if leading:
                counts[LEAD][stem] += 1
                leading -= 1
    return Profile(article.id, counts, _day(article), sketch_of(words))


def _lines(article: Article) -> Iterator[str]:
    """The lines of prose, and the headline where the text lacks it."""
    prose = [p.span.of(article.text) for p in article.parts if p.kind in _PROSE] or [article.text]
    if article.headline and article.headline not in article.text:
        yield article.headline
    for part in prose:
        yield from part.splitlines()


def _named(line: str, found: Sequence[re.Match[str]]) -> frozenset[int] | None:
    """Which words of a line are capitalised within a sentence; None for a title, where capitals tell nothing."""
    capitals = [i for i, m in enumerate(found) if m.group()[0].isupper()]
    if len(found) > 2 and len(capitals) > _TITLE * len(found):
        return None
    return frozenset(i for i in capitals if not _opens(line, found[i].start()))


def _opens(line: str, at: int) -> bool:
    """Whether the word there begins a line, sentence or quotation: its capital tells nothing."""
    at -= 1
    while at >= 0 and line[at].isspace():
        at -= 1
    return at < 0 or line[at] in _OPENING


@lru_cache(maxsize=1 << 16)
def _counted(word: str) -> tuple[int, str]:
    """Block and stem of a word; no stem where it is not worth counting."""
    if word in _stopwords() or len(word) < 2:
        return WORDS, ""
    return (NUMBERS, word) if any(c.isdigit() for c in word) else (WORDS, stem_of(word))


def _pairs(line: str, found: Sequence[re.Match[str]], lower: Sequence[str]) -> Iterator[str]:
    """Stems of capitalised words that stand side by side."""
    for i, (one, other) in enumerate(pairwise(found)):
        together = one.group()[0].isupper() and other.group()[0].isupper() and line[one.end() : other.start()] == " "
        if together and not _stopwords() & {lower[i], lower[i + 1]}:
            yield f"{stem_of(lower[i])} {stem_of(lower[i + 1])}"


def _days(found: Sequence[re.Match[str]], lower: Sequence[str]) -> Iterator[str]:
    """Weekdays, months, days of months and years that a line speaks of."""
    for i, word in enumerate(lower):
        if word in _WEEKDAYS:
            yield word
        elif word in _MONTH and found[i].group()[0].isupper():
            yield _MONTH[word]
            for beside in (*lower[max(i - 1, 0) : i], *lower[i + 1 : i + 2]):
                if day := _DAY_OF_MONTH.fullmatch(beside):
                    yield f"{_MONTH[word]} {day[1]}"
        elif _YEAR.fullmatch(word):
            yield word


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
