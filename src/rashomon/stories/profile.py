"""What an article is about, as far as its bare words tell: words, names, numbers, days and how it begins, with their counts."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from math import log

from rashomon.annotate import ENGLISH, code_of, date_by_own_words
from rashomon.records import Article
from rashomon.stories.sketch import Sketch, sketch_of

BLOCKS = ("words", "names", "numbers", "lead", "days", "pairs")
"""The kinds of evidence, each with a vector of its own: what is named weighs apart from what is said. `lead` are the first words,
`days` are weekdays, months, days of months and years that it speaks of, `pairs` are names of two words."""
WORDS, NAMES, NUMBERS, LEAD, DAYS, PAIRS = range(len(BLOCKS))

_PROSE = frozenset({"headline", "standfirst", "caption", "body"})
_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
_ELIDED = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
"""Words of other languages: what stands before an apostrophe there is a word of its own ("l'Arve")."""
_TITLE = 0.6
"""Share of capitals from which a line is a title, whose capitals name nothing."""
_OPENING = frozenset('.!?"“')
_AT_HAND = 1 << 16
_LEAD = 70
_LEAD_CHARACTERS = 400
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
    """Counts of an article's words, names and so on (stems), its day as an ordinal (0: not known), and a sketch of its text.

    `language` is its code ("" where it is not known), `lead` how it begins: by these stories in several languages are brought together.
    """

    article: str
    counts: tuple[Counter[str], ...]
    day: int
    sketch: Sketch = ()
    language: str = ""
    lead: str = ""

    @property
    def length(self) -> float:
        """Logarithm of the number of different words."""
        return log(len(self.counts[WORDS]) + 1)

    def telling(self, block: int) -> float:
        """0 to 1: whether it has names (numbers …) enough for their absence elsewhere to tell anything."""
        return min(len(self.counts[block]), _ENOUGH[block]) / _ENOUGH[block]


@dataclass(frozen=True, slots=True)
class _Form:
    """A word as it is written: in small letters, its stem, and whether it is worth counting as a word or as a number."""

    lower: str
    stem: str
    is_word: bool
    is_number: bool
    capital: bool
    stop: bool
    dated: bool


def profile_of(article: Article) -> Profile:
    """The profile of one article."""
    found: list[list[str]] = [[] for _ in BLOCKS]
    words: list[str] = []
    language = code_of(article.language)
    written, known = _WORD if language == ENGLISH else _ELIDED, _forms(language)
    for line in _lines(article):
        places = list(written.finditer(line))
        forms = [known[m[0]] for m in places]
        words += [f.lower for f in forms]
        found[WORDS] += [f.stem for f in forms if f.is_word]
        found[NUMBERS] += [f.lower for f in forms if f.is_number]
        found[DAYS] += _days(forms)
        capitals = [i for i, f in enumerate(forms) if f.capital]
        if len(forms) > 2 and len(capitals) > _TITLE * len(forms):
            continue
        found[PAIRS] += _pairs(line, places, forms, capitals)
        for i in capitals:
            if forms[i].is_word and not _opens(line, places[i].start()):
                found[NAMES].append(forms[i].stem)
    found[LEAD] = found[WORDS][:_LEAD]
    spoken = language if article.language else ""
    return Profile(article.id, tuple(map(Counter, found)), _day(article), sketch_of(words), spoken, lead_of(article))


def lead_of(article: Article) -> str:
    """The headline and the first prose, as long as tells what a report is about."""
    lead = ""
    for line in _lines(article):
        lead = f"{lead}\n{line}".strip()
        if len(lead) >= _LEAD_CHARACTERS:
            break
    return lead[:_LEAD_CHARACTERS]


def _lines(article: Article) -> Iterator[str]:
    """The lines of prose, and the headline where the text lacks it."""
    prose = [p.span.of(article.text) for p in article.parts if p.kind in _PROSE] or [article.text]
    if article.headline and article.headline not in article.text:
        yield article.headline
    for part in prose:
        yield from part.splitlines()


def _opens(line: str, at: int) -> bool:
    """Whether the word there begins a line, sentence or quotation: its capital tells nothing."""
    at -= 1
    while at >= 0 and line[at].isspace():
        at -= 1
    return at < 0 or line[at] in _OPENING


class _Forms(dict[str, _Form]):
    """Words of a language as they are written; those met before are at hand, up to a bound."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __missing__(self, written: str) -> _Form:
        if len(self) >= _AT_HAND:
            self.clear()
        form = self[written] = _form(written, self._language)
        return form


_forms = lru_cache(maxsize=32)(_Forms)


def _form(written: str, language: str) -> _Form:
    lower = written.lower().replace("’", "'")
    stop, number = lower in _stopwords(language), any(c.isdigit() for c in lower)
    dated = lower in _WEEKDAYS or lower in _MONTH or _YEAR.fullmatch(lower) is not None
    stem = stem_of(lower)
    counts = not stop and len(lower) > 1 and (number or stem != "")
    return _Form(lower, stem, counts and not number, counts and number, written[0].isupper(), stop, dated)


def _pairs(
    line: str, places: Sequence[re.Match[str]], forms: Sequence[_Form], capitals: Sequence[int]
) -> Iterator[str]:
    """Stems of capitalised words that stand side by side."""
    for i, j in pairwise(capitals):
        one, other = forms[i], forms[j]
        if j == i + 1 and line[places[i].end() : places[j].start()] == " " and not one.stop and not other.stop:
            yield f"{one.stem} {other.stem}"


def _days(forms: Sequence[_Form]) -> Iterator[str]:
    """Weekdays, months, days of months and years that a line speaks of."""
    for i in [i for i, form in enumerate(forms) if form.dated]:
        form = forms[i]
        word = form.lower
        if word not in _MONTH:
            yield word
        elif form.capital:
            yield _MONTH[word]
            for beside in (*forms[max(i - 1, 0) : i], *forms[i + 1 : i + 2]):
                if day := _DAY_OF_MONTH.fullmatch(beside.lower):
                    yield f"{_MONTH[word]} {day[1]}"


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
def _stopwords(language: str) -> frozenset[str]:
    """Words of a language that tell nothing; of one without a list, those of English."""
    tables = resources.files("rashomon.stories")
    if language != ENGLISH and (
        words := tomllib.loads(tables.joinpath("stopwords.toml").read_text("utf-8")).get(language)
    ):
        return frozenset(words.split())
    return frozenset(tables.joinpath("stopwords.txt").read_text("utf-8").split())
