"""Words grouped by the rules, stage after stage, from left to right; the cost grows with the length of the sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.annotate.atoms import Atoms
from rashomon.annotate.numerals import Numeral, plain_numeral, spelt_year
from rashomon.annotate.times.calendar import day_of
from rashomon.annotate.times.grammar import Element, Grammar, Meaning, Node, Rule, fits

_NOTHING: Meaning = {}
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})")
"""A clock ("9.30") or a day of a month ("23.4"); decimals like ".5" are neither."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Atoms `start` to `end` and what they may mean, by label. `symbols`: what a pattern can call it by."""

    start: int
    end: int
    readings: Mapping[str, Meaning]
    symbols: tuple[str, ...]


def first_chunks(atoms: Atoms, grammar: Grammar) -> list[list[Chunk]]:
    """Runs of neighbouring words that the rules know something of; runs of mere "the", "of", "and" are left out."""
    runs: list[list[Chunk]] = []
    run: list[Chunk] = []
    meaning = False
    i, count = 0, len(atoms)
    while i < count:
        chunk = _word_chunk(atoms, i, grammar)
        if chunk is None:
            if run and meaning:
                runs.append(run)
            run, meaning = [], False
            i += 1
            continue
        meaning = meaning or bool(chunk.readings) or chunk.symbols[0] in grammar.telling
        run.append(chunk)
        i = chunk.end
    if run and meaning:
        runs.append(run)
    return runs


def _word_chunk(atoms: Atoms, i: int, grammar: Grammar) -> Chunk | None:
    word = atoms.words[i]
    readings: dict[str, Meaning] = {}
    end = i + 1
    found = grammar.words.get(word)
    if found is not None and not (word in grammar.capital and atoms.raw[i] == word):
        readings.update(found)
    number = plain_numeral(atoms, i)
    if number is not None:
        end = number.end
        readings = {**(readings if end == i + 1 else {}), **_numbers(atoms, i, number)}
    if end == i + 1 and word in grammar.literals:
        return Chunk(i, end, readings, (word, *readings))
    return Chunk(i, end, readings, tuple(readings)) if readings else None


def _numbers(atoms: Atoms, i: int, number: Numeral) -> dict[str, Meaning]:
    """What a number may be: an amount, a rank, a year, a clock time."""
    value = int(number.value) if number.value == int(number.value) else number.value
    if number.kind == "ordinal":
        return {"ORD": {"n": value}}
    readings: dict[str, Meaning] = {"NUM": {"n": value}}
    word = atoms.words[i]
    if number.digits and len(word) == 4 and word.isdigit():
        if 1000 <= value < 2200:
            readings["YEAR4"] = {"year": value}
        if int(word[:2]) <= 24 and int(word[2:]) <= 59:
            readings["HHMM"] = {"hour": int(word[:2]), "minute": int(word[2:])}
    elif number.digits and len(word) == 8 and word.isdigit() and (stamp := _stamp(word)) is not None:
        readings["STAMP"] = stamp
    elif number.digits and (dotted := _DOTTED.fullmatch(word)) is not None:
        hour, minute = dotted.groups()
        if len(minute) == 2 and int(hour) <= 24 and int(minute) <= 59:
            readings["DOT"] = {"hour": int(hour), "minute": int(minute)}
        if 1 <= int(hour) <= 31 and 1 <= int(minute) <= 12:
            readings["DAY_MONTH"] = {"day": int(hour), "month": int(minute)}
    elif not number.digits:
        readings["WORDS"] = {"n": value}
        if 1000 <= value < 2200:
            readings["YEARN"] = {"year": value}
    return readings


def _stamp(digits: str) -> Meaning | None:
    """ "20220423" as files and feeds name a day; None where it is no day of our times."""
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    return {"year": year, "month": month, "day": day} if 1900 <= year < 2100 and day_of(year, month, day) else None


def numbered(atoms: Atoms, run: list[Chunk]) -> list[Chunk]:
    """The run with years said in words ("nineteen ninety-six") read as years."""
    found: list[Chunk] = []
    skip = -1
    for chunk in run:
        if chunk.start < skip:
            continue
        if "NUM" in chunk.readings and not atoms.words[chunk.start][0].isdigit():
            year = spelt_year(atoms, chunk.start)
            if year is not None and year.end <= run[-1].end:
                found.append(Chunk(chunk.start, year.end, {"YEAR4": {"year": int(year.value)}}, ("YEAR4",)))
                skip = year.end
                continue
        found.append(chunk)
    return found


def grouped(run: Sequence[Chunk], stage: Node, atoms: Atoms, allowed: Callable[[str, Chunk, Meaning], bool]) -> list[Chunk]:  # fmt: skip
    """One stage over one run: at each place the longest group that a rule makes, else the chunk as it was."""
    found: list[Chunk] = []
    i = 0
    while i < len(run):
        made = _longest(run, i, stage, atoms, allowed)
        if made is None:
            found.append(run[i])
            i += 1
        else:
            chunk, after = made
            found.extend(run[i : i + 1] if chunk.start > run[i].start else ())
            found.append(chunk)
            i = after
    return found


def _longest(run: Sequence[Chunk], i: int, stage: Node, atoms: Atoms, allowed: Callable[[str, Chunk, Meaning], bool]) -> tuple[Chunk, int] | None:  # fmt: skip
    ends: list[tuple[int, int, Rule, tuple[Element, ...]]] = []
    paths = [(stage, i)]
    while paths:
        node, j = paths.pop()
        ends.extend((-j, rule.order, rule, pattern) for rule, pattern in node.done)
        if j < len(run):
            paths.extend((node.next[s], j + 1) for s in run[j].symbols if s in node.next)
    ends.sort(key=lambda e: e[:2])
    for minus_j, _, rule, pattern in ends:
        parts = run[i:-minus_j]
        meaning = _merged(parts, pattern, rule, atoms)
        if meaning is None:
            continue
        chunk = _made(parts[pattern[0].outside :], rule.makes, meaning)
        if not rule.guard or allowed(rule.guard, chunk, meaning):
            return chunk, -minus_j
    return None


def _made(parts: Sequence[Chunk], label: str, meaning: Meaning) -> Chunk:
    """The parts as one chunk; a single part keeps what it could mean before."""
    if len(parts) > 1:
        return Chunk(parts[0].start, parts[-1].end, {label: meaning}, (label,))
    only = parts[0]
    return Chunk(
        only.start, only.end, {**only.readings, label: meaning}, (*(s for s in only.symbols if s != label), label)
    )


def _merged(parts: Sequence[Chunk], pattern: tuple[Element, ...], rule: Rule, atoms: Atoms) -> Meaning | None:
    """What the parts mean together; None where they contradict each other or a number cannot be what the rule says."""
    meaning: dict[str, Any] = {}
    for part, element in zip(parts, pattern, strict=True):
        if element.glued and not atoms.glued(part.start):
            return None
        own = part.readings.get(element.symbol, _NOTHING)
        if element.capture:
            named = _captured(element.capture, own)
            if named is None:
                return None
            own = named
        for key, value in own.items():
            if meaning.setdefault(key, value) != value:
                return None
    meaning.update(rule.adds)
    return meaning


def _captured(name: str, own: Meaning) -> Meaning | None:
    if "n" in own and len(own) == 1:
        return {name: own["n"]} if fits(name, own["n"]) else None
    if "year" in own and len(own) == 1 and name == "decade_of":
        return {name: own["year"]} if own["year"] % 10 == 0 else None
    return {name: own}
