"""The register of agencies, outlets and platforms: who they are, how they are written, whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal

EntryKind = Literal["agency", "release", "newspaper", "magazine", "broadcaster", "site", "aggregator", "platform"]
_WORD = re.compile(r"[^\W_]+")
_FUSED = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Scraping glues a person to an agency ("Jane DoeAssociated Press"); "BuzzFeed" is parted alike in text and register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One agency, outlet or platform. `family` is its owner: titles of one family print one another's copy."""

    name: str
    kind: EntryKind
    variants: tuple[str, ...]
    weak: tuple[str, ...]
    domains: tuple[str, ...]
    family: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A place in a text where an entry is named. `weak`: by a word too common to be trusted outside a credit line."""

    start: int
    end: int
    entry: Entry
    weak: bool


class Register:
    """Looks up entries by the words that name them, by their domains, and all their namings in a text."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self._by_words: dict[tuple[str, ...], tuple[Entry, bool]] = {}
        self._by_domain = {d: e for e in entries for d in e.domains}
        for entry in entries:
            for variant in (entry.name, *entry.variants):
                self._by_words.setdefault(_words(variant), (entry, variant in entry.weak))
        self._longest = max(map(len, self._by_words), default=0)
        self._first = {w[0] for w in self._by_words}

    def with_outlets(self, names: Iterable[str]) -> Register:
        """This register and the outlets of these names that it lacks, as themselves."""
        unknown = sorted({n for n in names if _words(n) and self.entry(n) is None})
        return Register((*self.entries, *(_unregistered(n, "newspaper") for n in unknown))) if unknown else self

    def with_agencies(self, names: Iterable[str]) -> Register:
        """This register and the agencies of these names that it lacks."""
        unknown = sorted({n for n in names if _words(n) and self.entry(n) is None})
        return Register((*self.entries, *(_unregistered(n, "agency") for n in unknown))) if unknown else self

    def namings(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Naming]:
        """Every place where an entry is named between `start` and `end`, the longest name first, left to right."""
        words = _places(text, start, len(text) if end is None else end)
        i = 0
        while i < len(words):
            found = self._at(text, words, i) if words[i][0] in self._first else None
            if found is None:
                i += 1
            else:
                naming, taken = found
                yield naming
                i += taken

    def entry(self, name: str) -> Entry | None:
        """The entry that `name` (an outlet's name, a domain or an address) stands for."""
        words = _words(name)
        known = self._by_words.get(words) or self._by_words.get(words[1:] if words[:1] == ("the",) else words)
        return known[0] if known else self._of_domain(name)

    def _at(self, text: str, words: list[tuple[str, int, int]], i: int) -> tuple[Naming, int] | None:
        for n in range(min(self._longest, len(words) - i), 0, -1):
            known = self._by_words.get(tuple(w[0] for w in words[i : i + n]))
            start, end = words[i][1], words[i + n - 1][2]
            if known and "\n" not in text[start:end]:
                return Naming(start=start, end=end, entry=known[0], weak=known[1]), n
        return None

    def _of_domain(self, address: str) -> Entry | None:
        host = address.lower().split("://", 1)[-1].split("/", 1)[0].removeprefix("www.")
        while "." in host:
            if host in self._by_domain:
                return self._by_domain[host]
            host = host.split(".", 1)[1]
        return None


@lru_cache(maxsize=1)
def load_register() -> Register:
    """The register that the package ships."""
    table = resources.files("rashomon.origins").joinpath("register.tsv").read_text("utf-8")
    return Register(tuple(_entry(line) for line in table.splitlines() if line and not line.startswith("#")))


def _entry(line: str) -> Entry:
    name, kind, variants, domains, owner, country = line.split("\t")
    listed = tuple(v for v in variants.split("; ") if v)
    return Entry(
        name=name,
        kind=kind,  # type: ignore[arg-type]  # a test holds the table to the kinds
        variants=tuple(v.strip("[]") for v in listed),
        weak=tuple(v.strip("[]") for v in listed if v.startswith("[")),
        domains=tuple(d for d in domains.split("; ") if d),
        family=owner,
        country=country,
    )


def _unregistered(name: str, kind: EntryKind) -> Entry:
    """An entry for a name that no table holds; with and without its article."""
    bare = name.removeprefix("The ").removeprefix("the ")
    variants = (bare, f"The {bare}") if len(_words(bare)) > 1 else (bare,)
    return Entry(name=name, kind=kind, variants=variants, weak=(), domains=(), family="", country="")


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word, _, _ in _places(name, 0, len(name)))


def _places(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The words between two offsets with their places, fused ones parted."""
    found = []
    for match in _WORD.finditer(text, start, end):
        at = match.start()
        for piece in _FUSED.split(match.group()):
            found.append((piece, at, at + len(piece)))
            at += len(piece)
    return found
