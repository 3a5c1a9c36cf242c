"""Numbers as they are written: digits, words, ordinals, fractions; each read in one pass to the right."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rashomon.annotate.atoms import Atoms
from rashomon.annotate.language import language_read, table

Kind = Literal["cardinal", "ordinal", "fraction"]
_MOST_DIGITS = 30
"""Longer runs of digits are serial numbers, keys or noise, not amounts."""
_LARGEST = 1e30


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends before atom `end`. `scale` is the last multiplier read ("three million": 1e6), for rounding.

    `digits`: written in digits alone, without a scale word.
    """

    end: int
    value: float
    kind: Kind = "cardinal"
    digits: bool = False
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class _Words:
    cardinals: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    dozens: dict[str, int]
    suffixes: dict[str, int]
    ordinals: dict[str, int]
    denominators: dict[str, int]
    signs: dict[str, float]
    marks: dict[str, str]

    @property
    def small(self) -> dict[str, int]:
        return self.cardinals | self.tens


def _words() -> _Words:
    return _words_of(language_read())


@lru_cache
def _words_of(language: str) -> _Words:
    listed = tomllib.loads(table("rashomon.annotate", "numerals.toml", language))
    plurals = {f"{word}s": n for word, n in listed["ordinals"].items() if word not in ("first", "second")}
    listed["denominators"] = {**listed["denominators"], **plurals}
    return _Words(**listed)


def cardinals() -> Mapping[str, int]:
    """The words for whole numbers below a hundred that are one word, with their values."""
    return _words().small


def _openers() -> frozenset[str]:
    return _openers_of(language_read())


@lru_cache
def _openers_of(language: str) -> frozenset[str]:
    w = _words_of(language)
    return frozenset([*w.small, *w.ordinals, *w.signs, *w.scales, *w.dozens, "half", "quarter", "a", "an"])


def read_numeral(atoms: Atoms, i: int) -> Numeral | None:
    """The longest number that begins at atom `i`, None if none does. A bare "a" is none; "a hundred" is one."""
    word = atoms.words[i]
    if word[-1].isdecimal():
        return _digits(atoms, i)
    if word not in _openers():
        return None
    return _spelt(atoms, i)


def plain_numeral(atoms: Atoms, i: int) -> Numeral | None:
    """As `read_numeral`, but whole numbers and decimals alone: in "5/22" a five, in "three quarters" a three."""
    found = read_numeral(atoms, i)
    if found is None or found.kind != "fraction":
        return found
    if atoms.words[i][-1].isdecimal():
        return _scaled(atoms, i + 1, _digits_value(atoms.words[i]), digits=True)
    return _cardinal(atoms, i)


def spelt_year(atoms: Atoms, i: int) -> Numeral | None:
    """A year said in two halves, "nineteen ninety-six", "seventeen hundred thirty-three"; None if there is none."""
    words = _words()
    century = _below_hundred(atoms, i)
    if century is None or not 10 <= century.value <= 20:
        return None
    at = century.end
    if _word(atoms, at) == "hundred":
        at = _after_and(atoms, at + 1)
    tail = _below_hundred(atoms, at)
    if tail is None and _word(atoms, at) in ("o", "oh") and _word(atoms, at + 1) in words.cardinals:
        tail = Numeral(at + 2, words.cardinals[_word(atoms, at + 1)])
    elif tail is not None and tail.value < 10 and at == century.end:
        return None
    return Numeral(tail.end, century.value * 100 + tail.value) if tail else None


def _word(atoms: Atoms, i: int) -> str:
    return atoms.words[i] if i < len(atoms.words) else ""


def _digits(atoms: Atoms, i: int) -> Numeral | None:
    if len(atoms.words[i]) > _MOST_DIGITS:
        return None
    value, end = _digits_value(atoms.words[i]), i + 1
    if _words().marks["decimal"] == "," and (decimals := _decimals_after_comma(atoms, end)):
        value, end = float(f"{int(value)}.{decimals}"), end + 2
    at, after = end, _word(atoms, end)
    if after in ("st", "nd", "rd", "th") and atoms.glued(at):
        return Numeral(at + 1, value, "ordinal", digits=True)
    if after == "/" and (whole := _ratio(atoms, i, value)):
        return whole
    if (power := _power(atoms, at, value)) is not None:
        return power
    mixed = _mixed(atoms, at)
    if mixed is not None:
        value, at = value + mixed.value, mixed.end
    found = _scaled(atoms, at, value, digits=at == end)
    if _word(atoms, found.end - 1) not in _words().scales:
        return found
    found = _tail(atoms, found)
    return _fraction(atoms, found) or found


def _digits_value(word: str) -> float:
    plain = word.replace(",", ".") if _words().marks["decimal"] == "," and word.count(",") == 1 else word
    return float("".join(c for c in plain if c.isdecimal() or c == "."))


def _decimals_after_comma(atoms: Atoms, at: int) -> str:
    """The decimals of "6,4", which the atoms part."""
    decimals = _word(atoms, at + 1)
    return (
        decimals if _word(atoms, at) == "," and atoms.glued(at) and atoms.glued(at + 1) and decimals.isdecimal() else ""
    )


def _power(atoms: Atoms, i: int, value: float) -> Numeral | None:
    """Scientific notation: "1.3x10^6", "1.3 × 10^6", "2e9"."""
    word = _word(atoms, i)
    at = i + 3 if word in ("x", "×") and atoms.words[i + 1 : i + 3] == ("10", "^") else i + 1 if word == "e" and atoms.glued(i) else 0  # fmt: skip
    sign = -1 if _word(atoms, at) == "-" else 1
    at += _word(atoms, at) in ("-", "+")
    power = _word(atoms, at)
    if at <= i or not power.isdecimal() or not atoms.glued(at) or len(power) > 2:
        return None
    exponent = sign * int(power)
    return Numeral(at + 1, value * 10.0**exponent, scale=10.0**exponent) if exponent <= 30 else None


def _ratio(atoms: Atoms, i: int, value: float) -> Numeral | None:
    below = _word(atoms, i + 2)
    if not (below.isdecimal() and len(below) <= 6 and atoms.glued(i + 1) and atoms.glued(i + 2)) or float(below) == 0:
        return None
    return Numeral(i + 3, value / float(below), "fraction")


def _mixed(atoms: Atoms, at: int) -> Numeral | None:
    """The fraction after a whole number: "2 1/2", "2½", "2-1/2", "two and a half", "five and three quarters"."""
    words, word = _words(), _word(atoms, at)
    if word in words.signs:
        return Numeral(at + 1, words.signs[word], "fraction")
    if word == "-" and _word(atoms, at + 2) == "/":
        at, word = at + 1, _word(atoms, at + 1)
    if word.isdecimal() and len(word) <= 2 and _word(atoms, at + 1) == "/":
        ratio = _ratio(atoms, at, float(word))
        return ratio if ratio is not None and ratio.value < 1 else None
    if word != "and":
        return None
    if _word(atoms, at + 1) == "half":
        return Numeral(at + 2, 0.5, "fraction")
    above = Numeral(at + 2, 1) if _word(atoms, at + 1) in ("a", "one") else _below_hundred(atoms, at + 1)
    if above is None or above.kind == "ordinal":
        return None
    after = above.end + (_word(atoms, above.end) == "-")
    below = words.denominators.get(_word(atoms, after)) or (
        words.ordinals.get(_word(atoms, after), 0) if above.value == 1 else 0
    )
    fits = (below and below > 2 and above.value < below) or _word(atoms, after) == "half"
    return Numeral(after + 1, above.value / below, "fraction") if below and fits else None


_METRIC = frozenset({"m", "g", "t"})
"""Small letters that are metres, grams and tonnes, unless the number is a sum of money."""


def _is_suffix(atoms: Atoms, at: int) -> bool:
    if _word(atoms, at) in _METRIC and atoms.raw[at].islower() and (at < 2 or atoms.words[at - 2] not in "$£€¥"):
        return False
    return (atoms.glued(at) and not _goes_on(atoms, at + 1)) or atoms.words[at] == "k"


def _goes_on(atoms: Atoms, i: int) -> bool:
    """Whether a letter or digit is written onto the atom before."""
    return atoms.glued(i) and atoms.words[i].isalnum()


def _scaled(atoms: Atoms, at: int, value: float, *, digits: bool = False) -> Numeral:
    """`value` with the scale words or the glued suffix that follow it."""
    words, scale = _words(), 1.0
    suffix = _word(atoms, at)
    if digits and suffix in words.suffixes and _is_suffix(atoms, at):
        return Numeral(at + 1, value * words.suffixes[suffix], scale=float(words.suffixes[suffix]))
    after = at + 1 if suffix == "-" and _word(atoms, at + 1) in words.scales else at
    while (word := _word(atoms, after)) in words.scales or word in words.dozens:
        step = words.scales.get(word) or words.dozens[word]
        if value * step > _LARGEST:
            break
        value, scale, after = value * step, scale * step, after + 1
        at = after
    return Numeral(at, value, digits=digits and scale == 1.0, scale=scale)


def _spelt(atoms: Atoms, i: int) -> Numeral | None:
    words, word = _words(), atoms.words[i]
    if word in words.signs:
        return _scaled(atoms, i + 1, words.signs[word])
    if word == "half":
        return _half(atoms, i)
    if word == "quarter":
        return _scaled(atoms, i + 1, 0.25) if _word(atoms, i + 1) in words.scales else None
    if word in ("a", "an") or word in words.scales or word in words.dozens:
        return _article(atoms, i)
    if word in words.ordinals:
        return Numeral(i + 1, words.ordinals[word], "ordinal")
    whole = _cardinal(atoms, i)
    if whole is None or whole.kind == "ordinal":
        return whole
    return _fraction(atoms, whole) or _decimals(atoms, whole) or whole


def _half(atoms: Atoms, i: int) -> Numeral | None:
    at = i + 1 + (_word(atoms, i + 1) in ("a", "of"))
    if _word(atoms, at) in _words().scales or _word(atoms, at) in _words().dozens:
        return _scaled(atoms, at, 0.5)
    return Numeral(i + 1, 0.5, "fraction")


def _article(atoms: Atoms, i: int) -> Numeral | None:
    words, at = _words(), i + (atoms.words[i] in ("a", "an"))
    word = _word(atoms, at)
    if word in words.scales or word == "dozen":
        if at == i and i > 0 and word != "hundred":
            return None
        whole = _tail(atoms, _scaled(atoms, at, 1.0))
        return _fraction(atoms, whole) or whole
    if at == i:
        return None
    if word == "half":
        return _half(atoms, at)
    below = words.denominators.get(word) or words.ordinals.get(word)
    if below and below > 2 and word not in ("quarter", "quarters"):
        return Numeral(at + 1, 1 / below, "fraction")
    return Numeral(at + 1, 0.25, "fraction") if word == "quarter" else None


def _below_hundred(atoms: Atoms, i: int) -> Numeral | None:
    words, word = _words(), _word(atoms, i)
    if word in words.cardinals:
        return Numeral(i + 1, words.cardinals[word])
    if word not in words.tens:
        return None
    value, at = words.tens[word], i + 1
    after = at + 1 if _word(atoms, at) == "-" else at
    unit = _word(atoms, after)
    if 0 < words.cardinals.get(unit, 0) < 10:
        return Numeral(after + 1, value + words.cardinals[unit])
    if 0 < words.ordinals.get(unit, 0) < 10:
        return Numeral(after + 1, value + words.ordinals[unit], "ordinal")
    return Numeral(at, value)


def _after_and(atoms: Atoms, at: int) -> int:
    return at + 1 if _word(atoms, at) in ("and", "-") else at


def _cardinal(atoms: Atoms, i: int) -> Numeral | None:
    """The Indo-European way: groups below a thousand, each with its scale, from large to small."""
    words = _words()
    first = _below_hundred(atoms, i)
    if first is None or first.kind == "ordinal":
        return first
    after = first.end + (_word(atoms, first.end) == "-")
    if _word(atoms, after) in words.scales or _word(atoms, after) in ("dozen", "dozens"):
        return _tail(atoms, _scaled(atoms, after, first.value))
    return first


def _tail(atoms: Atoms, head: Numeral) -> Numeral:
    """What follows the scale: "two hundred [and] thirty-two", "three thousand nine hundred", "3 hundred and 21"."""
    words = _words()
    while head.scale > 1 and _mixed(atoms, head.end) is None:
        at = _after_and(atoms, head.end)
        part = _below_hundred(atoms, at) or _written(atoms, at)
        if part is None or part.value == 0:
            rank = words.ordinals.get(_word(atoms, at), 100)
            return Numeral(at + 1, head.value + rank, "ordinal") if part is None and rank < 100 <= head.value else head
        if part.kind == "ordinal":
            return Numeral(part.end, head.value + part.value, "ordinal")
        grown = _hundreds(atoms, part)
        if head.scale == 100 and grown.scale > 100 and grown.value == part.value * grown.scale:
            head = Numeral(grown.end, (head.value + part.value) * grown.scale, scale=grown.scale)
        elif grown.value < head.scale:
            head = Numeral(grown.end, head.value + grown.value, scale=grown.scale)
        else:
            break
    if head.scale == 100 and _word(atoms, head.end) in words.scales:
        return _tail(atoms, _scaled(atoms, head.end, head.value))
    return head


def _written(atoms: Atoms, i: int) -> Numeral | None:
    """One or two digits among number words: "4 thousand 3 hundred and 21"."""
    word = _word(atoms, i)
    if not (word.isdecimal() and len(word) <= 2) or _word(atoms, i - 1) == "-":
        return None
    return Numeral(i + 1, float(word))


def _hundreds(atoms: Atoms, part: Numeral) -> Numeral:
    """A group with its own "hundred" and, after it, its own scale: "nine hundred [and five] thousand"."""
    scaled = _scaled(atoms, part.end, part.value)
    if scaled.scale == 1:
        return scaled
    at = _after_and(atoms, scaled.end)
    rest = _below_hundred(atoms, at)
    if scaled.scale == 100 and rest is not None and rest.kind == "cardinal":
        joined = _scaled(atoms, rest.end, scaled.value + rest.value)
        return joined if joined.scale > 1 else Numeral(rest.end, joined.value)
    return scaled


def _fraction(atoms: Atoms, whole: Numeral) -> Numeral | None:
    """ "three fifths", "two-thirds", "one twenty-fifth", "two and a half" after the whole number has been read."""
    mixed = _mixed(atoms, whole.end)
    if mixed is not None:
        share = mixed.value * (whole.scale if whole.scale >= 1000 else 1)  # "a million and a half"
        return _scaled(atoms, mixed.end, whole.value + share)
    at = whole.end + (_word(atoms, whole.end) == "-")
    found = _denominated(atoms, at, whole.value)
    if found is None:
        return None
    of = found.end + (_word(atoms, found.end) == "of")
    of += _word(atoms, of) in ("a", "one")
    return _scaled(atoms, of, found.value) if _word(atoms, of) in _words().scales else found


def _denominated(atoms: Atoms, at: int, above: float) -> Numeral | None:
    words, word = _words(), _word(atoms, at)
    if word in words.tens:
        after = at + 1 + (_word(atoms, at + 1) == "-")
        last = _word(atoms, after)
        unit = words.ordinals.get(last.removesuffix("s"), 0) if above > 1 and last.endswith("s") else words.ordinals.get(last, 0)  # fmt: skip
        return Numeral(after + 1, above / (words.tens[word] + unit), "fraction") if 0 < unit < 10 and above < 20 else None  # fmt: skip
    below = words.denominators.get(word) or (words.ordinals.get(word, 0) if above == 1 else 0)
    if not below or below <= 1 or word in ("halves", "second"):
        return None
    return Numeral(at + 1, above / below, "fraction")


def _decimals(atoms: Atoms, whole: Numeral) -> Numeral | None:
    if _word(atoms, whole.end) != "point":
        return None
    at, places = whole.end + 1, ""
    while 0 <= _words().cardinals.get(_word(atoms, at), -1) < 10:
        places += str(_words().cardinals[_word(atoms, at)])
        at += 1
        if len(places) > _MOST_DIGITS:
            break
    return _scaled(atoms, at, whole.value + float(f"0.{places}")) if places else None
