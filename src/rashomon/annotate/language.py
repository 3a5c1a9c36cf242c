"""Which language is read, and where its tables lie: a language is a data file and a pipeline, never code of its own.

The tables of English lie beside the code that reads them, those of another language in its folder of `languages/`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.util import find_spec

ENGLISH = "en"
_NAMES = {"eng": "en", "english": "en", "fra": "fr", "fre": "fr", "french": "fr"}
"""Other ways in which inputs name a language."""
_READ: ContextVar[str] = ContextVar("language", default=ENGLISH)


@dataclass(frozen=True, slots=True)
class Language:
    """A language of `languages.toml`: its name, the package of its pipeline and the extra that installs it.

    `days`: nouns that say when; `present`: endings of the present tense, the longest first, with those of their infinitives.
    `agents`: prepositions of a passive's agent; `after_head`: words that follow the head of a noun phrase; `clitics`: subjects that a verb carries behind it.
    """

    name: str
    package: str
    extra: str
    agents: frozenset[str]
    after_head: tuple[str, ...]
    clitics: frozenset[str]
    days: frozenset[str]
    present: tuple[tuple[str, str], ...]


@cache
def languages() -> Mapping[str, Language]:
    """The languages that can be read beside English, by their ISO 639-1 codes."""
    table = tomllib.loads(_languages().joinpath("languages.toml").read_text("utf-8"))
    return {
        code: Language(
            entry["name"],
            entry["package"],
            entry["extra"],
            frozenset(entry["agents"].split()),
            tuple(entry["after_head"].split()),
            frozenset(entry["clitics"].split()),
            frozenset(entry["days"].split()),
            tuple(sorted(entry["present"].items(), key=lambda e: -len(e[0]))),
        )
        for code, entry in table.items()
    }


def code_of(language: str | None) -> str:
    """The code of an article's language without its region ("fr" for "fr-CA"); a language that is not known is taken for English."""
    code = re.split(r"[-_]", (language or ENGLISH).lower())[0]
    return _NAMES.get(code, code)


@cache
def installed(code: str) -> bool:
    """Whether the pipeline of that language is there."""
    return code == ENGLISH or (code in languages() and find_spec(languages()[code].package) is not None)


def unread(language: str | None) -> str | None:
    """What is not done with a text of that language, in words for its reader; None for English."""
    code = code_of(language)
    if code == ENGLISH:
        return None
    known = languages().get(code)
    if known is not None and installed(code):
        return (
            f"its language is {known.name}: names, dates, quantities, quotations and who says what are read; pronouns and claims "
            "are not, so that nothing of it is set beside other reports"
        )
    why = f"its language ({language}) is not English: its parts, its date, its story and copied passages are worked out, its sentences are not read"  # fmt: skip
    return why if known is None else f"{why} (rashomon[{known.extra}] reads {known.name})"


@dataclass(frozen=True, slots=True)
class EncoderPackage:
    """Of `languages/encoder.toml`: the package that compares texts across languages, the extra that installs it, the languages it knows."""

    package: str
    extra: str
    languages: frozenset[str]

    @property
    def installed(self) -> bool:
        """Whether it is there."""
        return find_spec(self.package) is not None


@cache
def encoder_package() -> EncoderPackage:
    """The one that stories are compared with across languages."""
    entry = tomllib.loads(_languages().joinpath("encoder.toml").read_text("utf-8"))
    return EncoderPackage(entry["package"], entry["extra"], frozenset(entry["languages"].split()))


def kept_apart(language: str | None) -> str | None:
    """Why the story of a text of that language is found among reports in that language only, in words for its reader; None where it is not."""
    code, encoder = code_of(language), encoder_package()
    if code == ENGLISH or (encoder.installed and code in encoder.languages):
        return None
    why = "its story is looked for among reports in its own language"
    return f"{why} (rashomon[{encoder.extra}] compares it with others)" if code in encoder.languages else why


def language_read() -> str:
    """The code of the language that is being read."""
    return _READ.get()


@contextmanager
def reading(language: str | None) -> Iterator[None]:
    """Within this, tables are those of `language`: set once an article, so that no signature between has to carry it."""
    token = _READ.set(code_of(language))
    try:
        yield
    finally:
        _READ.reset(token)


def table(package: str, name: str, code: str) -> str:
    """The text of a table: of the package that reads it in English, of its folder in another language."""
    home = resources.files(package) if code == ENGLISH else _languages().joinpath(code)
    return home.joinpath(name).read_text("utf-8")


def _languages() -> resources.abc.Traversable:
    return resources.files("rashomon.annotate").joinpath("languages")
