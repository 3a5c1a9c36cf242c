"""What kind of event a word names by itself, from `kinds.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from rashomon.lexicon import class_of

_GENERAL = "other"


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of happening it is. `code`: its PLOVER type, None where none fits. `general`: only the verb's broad class."""

    name: str
    code: str | None = None
    general: bool = False


@dataclass(frozen=True, slots=True)
class Coding:
    """What an event is in the codes that political science uses: PLOVER's type and mode, CAMEO's root. None where none fits."""

    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    kind: Kind
    cameo: str | None
    modes: Mapping[str, str]
    cameos: Mapping[str, str]


@lru_cache(maxsize=1)
def _rows() -> Mapping[str, _Row]:
    table = tomllib.loads((files("rashomon.collate.kinds") / "kinds.toml").read_text("utf-8"))
    return {
        name: _Row(Kind(name, row.get("plover")), row.get("cameo"), _turned(row, "modes"), _turned(row, "other_cameo"))
        for name, row in table.items()
    }


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Mapping[str, Kind]]:
    """Verbs and nouns to the kind they name."""
    table = tomllib.loads((files("rashomon.collate.kinds") / "kinds.toml").read_text("utf-8"))
    return {
        part: {w: _rows()[name].kind for name, row in table.items() for w in row.get(part, "").split()}
        for part in ("verbs", "nouns")
    }


def _turned(row: Mapping[str, Any], field: str) -> Mapping[str, str]:
    return {word: value for value, words in row.get(field, {}).items() for word in words.split()}


@lru_cache(maxsize=65536)
def kind_of(root: str, noun: str | None = None) -> Kind:
    """The kind that the root form of a predicate names; `noun` is the noun it stands as, where that is known."""
    for part, word in _looked_up(root, noun):
        found = _words()[part].get(word)
        if found is not None:
            return found
    return general(root)


def is_listed(verb: str) -> bool:
    """Whether a verb stands in the table, with its particle if it has one."""
    return verb.replace(" ", "_") in _words()["verbs"]


def general(root: str) -> Kind:
    """The fallback: the broad class of a verb, without a code."""
    return Kind(class_of(root.split(" ")[0], "v") or _GENERAL, general=True)


def named(kind: str) -> Kind:
    """The kind of that name in the table."""
    return _rows()[kind].kind


def coding_of(kind: Kind, root: str, noun: str | None = None) -> Coding:
    """The codes of an event of that kind, told by these words."""
    row = _rows().get(kind.name)
    if kind.general or row is None:
        return Coding()
    words = [word for _, word in _looked_up(root, noun)]
    mode = next((row.modes[w] for w in words if w in row.modes), None)
    cameo = next((row.cameos[w] for w in words if w in row.cameos), row.cameo)
    return Coding(kind.code, mode, cameo)


def _looked_up(root: str, noun: str | None) -> Iterator[tuple[str, str]]:
    """Where a word is looked for: the noun itself, the verb with its particle and without, the noun that is no verb."""
    if noun is not None:
        yield "nouns", noun
    yield "verbs", root.replace(" ", "_")
    if " " in root:
        yield "verbs", root.split(" ")[0]
    yield "nouns", root.split(" ")[0]
