"""Names known beforehand: countries and what is called after them, towns, regions, sites, organisations.

Everything stands in tables under `data/`; this module only reads them and finds their entries in a row of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

EntryKind = Literal["country", "adjective", "people", "capital", "place", "city", "organisation"]

_WORD = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+(?:'(?!s\b)[^\W_]+)*\.?|'s|[^\w\s]")
_SURE_LENGTH = 4
"""From this many letters on a name is itself in other capitals too: NATO is Nato, but US is not Us."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One known form: the entity's usual `name`, its type, what kind of form it is, and the country behind it.

    `sort` of an organisation: agency, outlet, alliance, institution or company.
    """

    name: str
    type: str
    kind: EntryKind
    country: str = ""
    sort: str = ""


@dataclass(frozen=True, slots=True)
class _Form:
    surface: str
    rest: tuple[str, ...]
    entry: Entry


class Gazetteer:
    """All tables as one index by first word."""

    def __init__(self) -> None:
        self._forms: dict[str, list[_Form]] = {}
        for surface, entry in _entries():
            self._add(surface, entry)
        for forms in self._forms.values():
            forms.sort(key=lambda f: -len(f.rest))

    def match(self, words: Sequence[str], start: int) -> tuple[int, Entry] | None:
        """The end and the entry of the longest form that begins at `words[start]`; None if there is none."""
        for form in self._forms.get(words[start].lower(), ()):
            end = start + 1 + len(form.rest)
            if end > len(words) or any(words[start + 1 + i].lower() != w for i, w in enumerate(form.rest)):
                continue
            if _same_case(words[start:end], form.surface):
                return end, form.entry
        return None

    def begins(self, word: str) -> bool:
        """Whether some form begins with `word` as it is."""
        return word.lower() in self._forms

    def entry(self, surface: str) -> Entry | None:
        """The entry of a name written `surface` (a leading "the" and a closing possessive do not matter)."""
        for text in dict.fromkeys((surface.replace("’", "'"), bare(surface))):
            words = _WORD.findall(text)
            found = self.match(words, 0) if words else None
            if found is not None and found[0] == len(words):
                return found[1]
        return None

    def _add(self, surface: str, entry: Entry) -> None:
        words = tuple(_WORD.findall(surface))
        forms = self._forms.setdefault(words[0].lower(), [])
        rest = tuple(w.lower() for w in words[1:])
        if not any(f.rest == rest for f in forms):
            forms.append(_Form(surface, rest, entry))


@lru_cache
def gazetteer() -> Gazetteer:
    """The index, read once."""
    return Gazetteer()


def bare(name: str) -> str:
    """A name without leading article and closing possessive, apostrophes straight, white space single."""
    text = " ".join(name.replace("’", "'").split())
    text = re.sub(r"'s?$", "", text)
    return text[4:] if text[:4] in ("the ", "The ", "THE ") and len(text) > 4 else text


def _same_case(words: Sequence[str], surface: str) -> bool:
    letters = [c for c in surface if c.isalpha()]
    shown = [c for w in words for c in w if c.isalpha()]
    if shown == letters:
        return True
    if len(letters) < _SURE_LENGTH or not shown or not (shown[0].isupper() or not letters[0].isupper()):
        return False
    if all(c.isupper() for c in shown):
        return True
    return all(w[0].isupper() for w in words if len(w) > 3) or "".join(shown).lower() == "".join(letters)


def _entries() -> Iterator[tuple[str, Entry]]:
    """Every form with its entry; what comes first wins where two entries share a form."""
    for row in table("countries.tsv"):
        name = row["name"]
        country = Entry(name, "GPE", "country", name)
        yield from ((form, country) for form in [name, *split(row["aliases"])])
        adjective = Entry(name, "NORP", "adjective", name)
        yield from ((form, adjective) for form in split(row["adjectives"]))
        people = Entry(name, "NORP", "people", name)
        yield from ((form, people) for form in split(row["people"]) if form not in split(row["adjectives"]))
        capitals = split(row["capital"])
        yield from ((form, Entry(capitals[0], "GPE", "capital", name)) for form in capitals)
    for row in table("places.tsv"):
        place = Entry(row["name"], row["type"], "place")
        yield from ((form, place) for form in [row["name"], *split(row["aliases"])])
    for row in table("organisations.tsv"):
        body = Entry(row["name"], "ORG", "organisation", sort=row["kind"])
        yield from ((form, body) for form in [row["name"], *split(row["aliases"])])
    for row in table("cities.tsv"):
        city = Entry(row["name"], "GPE", "city", row["country"])
        yield from ((form, city) for form in [row["name"], *split(row["plain"])])


def table(file: str) -> Iterator[dict[str, str]]:
    """The rows of a table under `data/`: lines of tab-separated fields below a line of their names; # begins a remark."""
    text = resources.files("rashomon.annotate.names").joinpath("data", file).read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    fields = next(lines).split("\t")
    for line in lines:
        values = line.split("\t")
        yield dict(zip(fields, values + [""] * (len(fields) - len(values)), strict=False))


def split(forms: str) -> list[str]:
    """The forms of one field of a table."""
    return [f for f in forms.split("|") if f]
