"""Word lists that tell persons from bodies from places: see `data/words.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from rashomon.annotate.language import ENGLISH, language_read
from rashomon.annotate.language import table as language_table
from rashomon.annotate.names.gazetteer import split, table


class Words(NamedTuple):
    """The lists, ready for looking up. Genders are "m", "f" or "" (either)."""

    titles: dict[str, str]
    suffixes: dict[str, str]
    prefixes: dict[str, str]
    persons: dict[str, str]
    ships: frozenset[str]
    same_role: dict[str, str]
    groups: frozenset[str]
    shared: frozenset[str]
    bodies: frozenset[str]
    companies: dict[str, frozenset[str]]
    firm_endings: frozenset[str]
    papers: frozenset[str]
    agencies: frozenset[str]
    places: frozenset[str]
    leaders: frozenset[str]
    utter: frozenset[str]
    speech: frozenset[str]
    first_names: dict[str, str]
    short_forms: dict[str, tuple[str, ...]]


def words() -> Words:
    """The lists for the language that is being read: the titles are its own beside the English ones, the rest is English."""
    return _words(language_read())


@lru_cache
def _words(language: str) -> Words:
    if language != ENGLISH:
        titles = tomllib.loads(language_table("rashomon.annotate.names", "titles.toml", language))["titles"]
        english = _words(ENGLISH)
        return english._replace(titles=english.titles | _gendered(titles))
    d = tomllib.loads(resources.files("rashomon.annotate.names").joinpath("data", "words.toml").read_text("utf-8"))
    return Words(
        titles=_gendered(d["titles"]),
        suffixes={w: kind for kind, listed in d["suffixes"].items() for w in listed},
        prefixes={w: kind for kind, listed in d["prefixes"].items() for w in listed},
        persons=_gendered(d["nouns"]["person"]),
        ships=frozenset(d["ships"]["words"]),
        same_role={w: row[0] for row in d["roles"]["same"] for w in row},
        groups=frozenset(d["nouns"]["group"]["words"]),
        shared=frozenset(d["nouns"]["group"]["shared"]),
        bodies=frozenset(d["nouns"]["org"]["words"]),
        companies=_companies(d["nouns"]["company"]),
        firm_endings=frozenset(d["nouns"]["company"]["endings"]),
        papers=frozenset(d["nouns"]["paper"]["words"]),
        agencies=frozenset(d["nouns"]["org"]["agencies"]),
        places=frozenset(d["nouns"]["org"]["places"]),
        leaders=frozenset(d["leaders"]["words"]),
        utter=frozenset(d["speech"]["utter"]),
        speech=frozenset(d["speech"]["utter"] + d["speech"]["mind"]),
        first_names={row["name"]: row["gender"].strip("-") for row in table("first_names.tsv")},
        short_forms={row["name"]: tuple(split(row["short"])) for row in table("nicknames.tsv")},
    )


def _gendered(lists: dict[str, list[str]]) -> dict[str, str]:
    return {w: "" if gender == "any" else gender for gender in ("any", "m", "f") for w in lists[gender]}


def _companies(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Nouns for firms with the words that stand in the names of such; none where any firm can be meant."""
    telling = {noun: frozenset(listed) for noun, listed in lists.items() if noun not in ("words", "endings")}
    return {noun: frozenset[str]() for noun in lists["words"]} | telling
