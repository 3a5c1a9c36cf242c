"""The rules of rules.txt, words.toml, phrases.txt and holidays.toml, made ready to be walked through a sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any

from rashomon.annotate.hedges import hedges
from rashomon.annotate.language import language_read, table

Meaning = Mapping[str, Any]
"""What a word or a group of words says about a time: {"month": 7, "day": 4}; under "offset" and the like, another one."""

_RANGES: dict[str, tuple[float, float]] = {
    "day": (1, 31),
    "month": (1, 12),
    "year": (1, 3000),
    "year2": (0, 99),
    "hour": (0, 24),
    "minute": (0, 59),
    "short_of": (1, 30),
    "nth": (1, 5),
    "second": (0, 59),
    "week": (1, 53),
    "quarter": (1, 4),
    "half": (1, 2),
    "century": (1, 30),
    "decade2": (10, 90),
    "decade_of": (1000, 2990),
}
"""What a number may be to stand for these; a rule that asks for more does not apply."""


_FIRST = ("HEDGE", "HOLIDAY")
"""Phrases that other rules build on; the rest are times by themselves, if nothing longer was made of their words."""


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: a label or a word, whether it must touch the one before, what its number is.

    `outside`: it has to be there (a first element alone can be so), but the expression begins after it.
    """

    symbol: str
    glued: bool = False
    capture: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of rules.txt. `order` is its place: of two readings as long, the earlier line wins."""

    makes: str
    patterns: tuple[tuple[Element, ...], ...]
    adds: Meaning
    guard: str
    example: str
    order: int


@dataclass(slots=True)
class Node:
    """Where a walk through the patterns of a stage stands."""

    next: dict[str, Node] = field(default_factory=dict)
    done: list[tuple[Rule, tuple[Element, ...]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grammar:
    """Everything that the data files say.

    `words`: the readings of a word; `capital`: those that need a capital letter; `literals`: words that patterns name;
    `telling`: those of them that make a time without any labelled word beside them ("the latest period").
    """

    words: Mapping[str, Mapping[str, Meaning]]
    capital: frozenset[str]
    literals: frozenset[str]
    telling: frozenset[str]
    stages: tuple[tuple[str, Node], ...]
    rules: tuple[Rule, ...]


def grammar() -> Grammar:
    """The grammar of the language that is being read, itself read once."""
    return _grammar(language_read())


@lru_cache
def _grammar(language: str) -> Grammar:
    def read(name: str) -> str:
        return table("rashomon.annotate.times", name, language)

    words, capital = _lexicon(tomllib.loads(read("words.toml")))
    phrases = _phrases(read("phrases.txt")) + _holidays(tomllib.loads(read("holidays.toml"))) + _hedges()
    staged = {"phrases": [p for p in phrases if p.makes in _FIRST], **_staged_rules(read("rules.txt"))}
    staged["bare"] += [p for p in phrases if p.makes not in _FIRST]
    rules = [rule for stage in staged.values() for rule in stage]
    literals = {e.symbol for r in rules for p in r.patterns for e in p if not e.symbol.isupper()}
    stages = tuple((name, _compiled(of_stage)) for name, of_stage in staged.items())
    bare = [p for r in rules for p in r.patterns if not any(e.symbol.isupper() for e in p)]
    telling = frozenset(max((e.symbol for e in p), key=len) for p in bare)
    return Grammar(words, capital, frozenset(literals), telling, stages, tuple(rules))


def _lexicon(table: dict[str, Any]) -> tuple[dict[str, dict[str, Meaning]], frozenset[str]]:
    capital = frozenset(table.pop("capital"))
    words: dict[str, dict[str, Meaning]] = {}
    for label, entries in table.items():
        for word, meaning in entries.items():
            words.setdefault(word, {})[label] = meaning
    return words, capital


def _phrases(text: str) -> list[Rule]:
    rows = [_cells(line, 4) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [Rule(r[0], _patterns(r[1]), _adds(r[2]), r[3], r[1].replace("<", ""), n) for n, r in enumerate(rows)]


def _holidays(table: dict[str, dict[str, Meaning]]) -> list[Rule]:
    named = [(name, {"holiday": meaning}) for group in table.values() for name, meaning in group.items()]
    return [
        Rule("HOLIDAY", (tuple(Element(w) for w in re.findall(r"[^\W\d_]+|[^\w\s]", name)),), meaning, "", "", n)
        for n, (name, meaning) in enumerate(named)
    ]


def _hedges() -> list[Rule]:
    """The hedges of a number are those of a length of time; TIMEX3 knows no "nearly" but as LESS_THAN."""
    return [
        Rule("HEDGE", (tuple(Element(w) for w in words),), {"mod": _TIMEX_MOD.get(mod, mod), "hedge": mod}, "", "", n)
        for n, (words, mod) in enumerate(hedges("before").items())
        if words[0].isalpha() and mod != "EXACT"
    ]


_TIMEX_MOD = {"NEARLY": "LESS_THAN"}


def _staged_rules(text: str) -> dict[str, list[Rule]]:
    staged: dict[str, list[Rule]] = {}
    stage: list[Rule] = []
    for number, line in enumerate(text.splitlines()):
        if line.startswith("["):
            stage = staged.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            makes, pattern, adds, guard, example = _cells(line, 5)
            stage.append(Rule(makes, _patterns(pattern), _adds(adds), guard, example, number))
    return staged


def _cells(line: str, count: int) -> list[str]:
    cells = [cell.strip() for cell in line.split("|")]
    return (cells + [""] * count)[:count]


def _adds(text: str) -> dict[str, Any]:
    pairs = (part.split("=") for part in text.split())
    return {key: _value(value) for key, value in pairs}


def _value(text: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _patterns(text: str) -> tuple[tuple[Element, ...], ...]:
    """Every way to write a pattern out: with and without what is optional, each alternative by itself."""
    choices = [list(_choices(part)) for part in text.split()]
    return tuple(tuple(e for e in way if e is not None) for way in product(*choices))


def _choices(part: str) -> Iterator[Element | None]:
    if part.endswith("?") and len(part) > 1:
        part = part[:-1]
        yield None
    glued, outside = (part.startswith(mark) and len(part) > 1 for mark in "~<")
    part = part[1:] if glued or outside else part
    symbols, _, capture = part.partition(":") if part != ":" else (part, "", "")
    for symbol in symbols.split("/") if symbols != "/" else ["/"]:
        yield Element(symbol, glued, capture, outside)


def _compiled(rules: Sequence[Rule]) -> Node:
    root = Node()
    for rule in rules:
        for pattern in rule.patterns:
            node = root
            for element in pattern:
                node = node.next.setdefault(element.symbol, Node())
            node.done.append((rule, pattern))
    return root


def fits(name: str, n: Any) -> bool:
    """Whether the number `n` can be the `name` ("day", "hour") that a rule takes it for."""
    if name not in _RANGES:
        return True
    low, high = _RANGES[name]
    return isinstance(n, (int, float)) and low <= n <= high and n == int(n)
