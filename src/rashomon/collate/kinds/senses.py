"""What kind of event a word names in its company, from `senses.toml`."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from rashomon.collate.kinds.table import Kind, general, is_listed, kind_of, named

_GENERAL = "general"
_ANY = "any"


@dataclass(frozen=True, slots=True)
class Company:
    """What stands with a word in its clause. `roles`: role to the sorts of what fills it; `words`: the lemmas of the clause;
    `kinds`: the kinds of event that its other words name."""

    roles: Mapping[str, frozenset[str]]
    words: frozenset[str]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Sense:
    kind: str
    noun: bool | None
    role: str | None
    of: frozenset[str]
    with_: frozenset[str]
    beside: frozenset[str]

    def fits(self, noun: bool, company: Company) -> bool:
        return (
            self.noun in (None, noun)
            and (not self.role or self._is_filled(company))
            and (not self.with_ or not self.with_.isdisjoint(company.words))
            and (not self.beside or not self.beside.isdisjoint(company.kinds))
        )

    def _is_filled(self, company: Company) -> bool:
        sorts = company.roles.get(self.role or "", frozenset())
        return bool(sorts) if _ANY in self.of else not sorts.isdisjoint(self.of)


def sense_of(root: str, noun: str | None, company: Company) -> Kind:
    """The kind of event that a word names: by the first of its senses that fits, else by itself.

    A verb with a particle is a word of its own: to back off is not to back.
    """
    for word in dict.fromkeys((noun, root.replace(" ", "_"))):
        for sense in _senses().get(word or "", ()):
            if sense.fits(noun is not None, company):
                return general(root) if sense.kind == _GENERAL else named(sense.kind)
    return kind_of(root, noun) if " " not in root or is_listed(root) else general(root)


@lru_cache(maxsize=1)
def _senses() -> Mapping[str, list[_Sense]]:
    table = tomllib.loads((files("rashomon.collate.kinds") / "senses.toml").read_text("utf-8"))
    found: dict[str, list[_Sense]] = defaultdict(list)
    for row in table["sense"]:
        for word in row["words"].split():
            found[word].append(_sense(row))
    return found


def _sense(row: Mapping[str, Any]) -> _Sense:
    of, with_, beside = (frozenset(row.get(field, "").split()) for field in ("of", "with", "beside"))
    return _Sense(row["kind"], row.get("noun"), row.get("role"), of, with_, beside)
