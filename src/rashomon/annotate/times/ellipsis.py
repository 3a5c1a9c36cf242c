"""What a list or a range leaves out: "6-7 July", "March and April 1918", "264 to 241 BC", "1914-18"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.annotate.atoms import Atoms
from rashomon.annotate.numerals import read_numeral
from rashomon.annotate.times.chunks import Chunk
from rashomon.annotate.times.grammar import Meaning

_JOINTS = frozenset({"-", "and", "to", "or", ",", "through", "until", "till", "&"})
_ON = frozenset({"-", "and", "to", "through", "until", "till"})
Expression = tuple[str, Chunk]


def completed(found: Sequence[Expression], atoms: Atoms) -> list[Expression]:
    """The expressions with what their neighbours in a list or range tell about them, and those that only such a
    neighbour shows to be dates at all: the "6" of "6-7 July"."""
    given: list[Expression] = []
    for i, (label, chunk) in enumerate(found):
        follower = found[i + 1] if i + 1 < len(found) else None
        meaning = chunk.readings[label]
        if follower is not None and _joined(atoms, chunk, follower[1]):
            meaning = _with_year_of(meaning, follower[1].readings[follower[0]])
        whole = Chunk(chunk.start, chunk.end, {label: meaning}, (label,)) if meaning is not chunk.readings[label] else chunk  # fmt: skip
        given.extend(_before(whole, label, atoms, given))
        given.append((label, whole))
        given.extend(_after(whole, label, atoms, follower))
    return given


def _joined(atoms: Atoms, one: Chunk, other: Chunk) -> bool:
    return other.start - one.end == 1 and atoms.words[one.end] in _JOINTS


def _with_year_of(meaning: Meaning, following: Meaning) -> Meaning:
    bare_month = "month" in meaning and not meaning.keys() & {"year", "year2", "shift", "holiday", "unit"}
    if not bare_month or "year" not in following or "month" not in following:
        return meaning
    return {**meaning, "year": following["year"], **({"era": following["era"]} if "era" in following else {})}


def _before(chunk: Chunk, label: str, atoms: Atoms, given: list[Expression]) -> Iterator[Expression]:
    """Days or years before a joint, told by the date after it."""
    meaning, found, at = chunk.readings[label], [], chunk.start
    while at >= 2 and atoms.words[at - 1] in _JOINTS and (number := _number(atoms.words[at - 2])) is not None:
        start = at - 2
        if (given and given[-1][1].end > start) or (atoms.glued(start) and atoms.words[start - 1].isalnum()):
            break
        if "day" in meaning and "month" in meaning and atoms.words[chunk.start].isdigit() and 1 <= number < meaning["day"]:  # fmt: skip
            own = {**{k: v for k, v in meaning.items() if k not in ("weekday", "mod")}, "day": number}
        elif meaning.get("era") == "BC" and meaning.keys() <= {"year", "era"} and number > meaning["year"]:
            own = {**meaning, "year": number}
        else:
            break
        begin = start - (start > 0 and atoms.words[start - 1] == "the")
        found.append(("DATE", Chunk(begin, start + 1, {"DATE": own}, ("DATE",))))
        at = begin
    yield from reversed(found)


def _after(chunk: Chunk, label: str, atoms: Atoms, follower: Expression | None) -> Iterator[Expression]:
    """A day or a year of two digits after a joint, told by the date before it: "April 6-7", "1914-18"."""
    meaning, at = chunk.readings[label], chunk.end + 1
    if at >= len(atoms) or atoms.words[chunk.end] not in _ON or (follower and follower[1].start <= at):
        return
    ranked = _ordinal_after(meaning, atoms, at)
    if ranked is not None:
        yield ranked
        return
    number, word = _number(atoms.words[at]), atoms.words[at]
    if number is None or (atoms.glued(at + 1) and (atoms.words[at + 1].isalnum() or atoms.words[at + 1] in "%:/-")):
        return
    last_day = atoms.words[chunk.end - 1].isdigit() and _open_day(meaning)
    if last_day and meaning["day"] < number <= 31:
        yield "DATE", Chunk(at, at + 1, {"DATE": {**meaning, "day": number}}, ("DATE",))
    elif meaning.keys() == {"year"} and len(word) == 2 and atoms.glued(at) and number > meaning["year"] % 100:
        yield "DATE", Chunk(at, at + 1, {"DATE": {"year": meaning["year"] // 100 * 100 + number}}, ("DATE",))


def _open_day(meaning: Meaning) -> bool:
    return "day" in meaning and "month" in meaning and "year" not in meaning


def _ordinal_after(meaning: Meaning, atoms: Atoms, at: int) -> Expression | None:
    """ "April 9th through 17th", "from April the ninth to the seventeenth"."""
    begin = at + (atoms.words[at] == "the")
    rank = read_numeral(atoms, begin) if begin < len(atoms) and _open_day(meaning) else None
    if rank is None or rank.kind != "ordinal" or not meaning["day"] < rank.value <= 31:
        return None
    return "DATE", Chunk(at, rank.end, {"DATE": {**meaning, "day": int(rank.value)}}, ("DATE",))


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) <= 3 else None
