"""The ontology of event kinds, from `kinds.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rashomon.lexicon import class_of


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of happening it is. `code`: its PLOVER type, None where none fits. `general`: only the verb's broad class."""

    name: str
    code: str | None = None
    general: bool = False


@lru_cache(maxsize=1)
def _by_word() -> Mapping[str, Kind]:
    table = tomllib.loads((files("rashomon.collate") / "kinds.toml").read_text("utf-8"))
    found: dict[str, Kind] = {}
    for name, row in table.items():
        for word in row["words"].split():
            found.setdefault(word, Kind(name, row.get("code")))
    return found


def kind_of(root: str) -> Kind:
    """The kind that the root form of a predicate names."""
    word = root.split(" ")[0]
    return _by_word().get(word) or Kind(class_of(word, "v") or "other", general=True)
