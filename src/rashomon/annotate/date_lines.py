"""The words of bylines and date lines, in English and in the languages of `date_lines.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from rashomon.annotate.language import language_read

_PUBLISHED = ("published", "posted")
_UPDATED = ("updated", "update", "modified", "revised", "corrected")


@dataclass(frozen=True, slots=True)
class DateLines:
    """Words of all languages together, except `by`, which is by language.

    `months`: their numbers by name; `updated` finds what stands before a date of revision, `label` that or what stands before one of
    publication; `beside`: words that may stand beside a date in a line that is nothing else, in other languages than English.
    """

    months: dict[str, int]
    label: re.Pattern[str]
    updated: re.Pattern[str]
    beside: frozenset[str]
    by: dict[str, re.Pattern[str]]


def byline_words(text: str) -> re.Match[str] | None:
    """The words that a byline begins with ("Par Odile Charnay") in the language that is read; nothing in English."""
    words = date_lines().by.get(language_read())
    return words.match(text) if words else None


@cache
def date_lines() -> DateLines:
    """The tables, read once."""
    text = resources.files("rashomon.annotate").joinpath("date_lines.toml").read_text("utf-8")
    languages = tomllib.loads(text)
    published = [*_PUBLISHED, *_phrases(languages.values(), "published")]
    updated = [*_UPDATED, *_phrases(languages.values(), "updated")]
    labels = frozenset(w for phrase in published + updated for w in phrase.split())
    return DateLines(
        months={
            name: number
            for table in languages.values()
            for number, names in enumerate(table["months"].split(), start=1)
            for name in names.split("|")
        },
        label=_any_of([*published, *updated]),
        updated=_any_of(updated),
        beside=labels.union(*(re.split(r"[\s-]+", table["beside"]) for table in languages.values())),
        by={code: _any_of(table["by"].split("|"), r"[:\s]*") for code, table in languages.items()},
    )


def _phrases(tables: Iterable[dict[str, str]], name: str) -> list[str]:
    return [phrase for table in tables for phrase in table[name].split("|")]


def _any_of(phrases: Iterable[str], after: str = "") -> re.Pattern[str]:
    longest_first = sorted(set(phrases), key=lambda p: (-len(p), p))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b{after}", re.IGNORECASE)
