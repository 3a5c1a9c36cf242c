"""Numbers with their units and hedges, read from left to right, each once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.annotate.atoms import Atoms, atoms_of, token_at
from rashomon.annotate.hedges import bounded, hedge_after, hedge_before
from rashomon.annotate.numerals import Numeral, read_numeral
from rashomon.annotate.quantities.measured import measured_by
from rashomon.annotate.quantities.units import Unit, money_before, money_sign, unit_after
from rashomon.annotate.quantities.vague import read_vague
from rashomon.annotate.quantities.words import amount_words
from rashomon.records import Article, Interval, Quantity, Sentence, Span, Timex

_RECORD_MOD = {"NEARLY": "LESS_THAN", "EXACT": None}
_PLAIN_UNIT = {"S": "second", "MIN": "minute", "H": "hour", "D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year"}  # fmt: skip
_DURATION = re.compile(r"P(?P<t>T)?(?P<n>\d+(?:\.\d+)?)(?P<unit>[YMQWDHS])(?:(?P<minutes>\d+)M)?")


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number read from atoms `start` to `end`, with everything that belongs to it."""

    start: int
    end: int
    interval: Interval
    unit: str = ""
    mod: str | None = None


def find_quantities(article: Article, sentences: Sequence[Sentence], times: Sequence[Timex]) -> tuple[Quantity, ...]:
    """The quantities of an article in the order of its text. Durations are quantities too; calendar dates are not."""
    by_start = _Times(times)
    return tuple(q for sentence in sentences for q in _of_sentence(article, sentence, by_start))


class _Times:
    """The time expressions of an article, found by place."""

    def __init__(self, times: Sequence[Timex]) -> None:
        self._times = sorted(times, key=lambda t: t.span.start)
        self._starts = [t.span.start for t in self._times]

    def at(self, offset: int) -> Timex | None:
        i = bisect_right(self._starts, offset) - 1
        return self._times[i] if i >= 0 and offset < self._times[i].span.end else None


def _is_pronoun(amount: _Amount, atoms: Atoms, sentence: Sentence) -> bool:
    """ "one" where it counts nothing: "this one", "one never knows"."""
    if atoms.words[amount.start] != amount_words().pronoun or amount.end > amount.start + 1:
        return False
    token = token_at(sentence, atoms.starts[amount.start])
    return token.tag != "CD" or (token.dep not in ("nummod", "ROOT", "attr", "pobj", "quantmod") and len(atoms) > 3)


def _of_sentence(article: Article, sentence: Sentence, times: _Times) -> Iterator[Quantity]:
    atoms = atoms_of(article.text, sentence)
    held: _Amount | None = None
    for amount in _amounts(atoms, times):
        if _is_pronoun(amount, atoms, sentence):
            continue
        joined = _joined(held, amount, atoms) if held else None
        if held is not None and joined is None:
            yield _quantity(held, atoms, sentence)
        held = joined or amount
    if held is not None:
        yield _quantity(held, atoms, sentence)


def _quantity(amount: _Amount, atoms: Atoms, sentence: Sentence) -> Quantity:
    span = Span(article=sentence.span.article, start=atoms.starts[amount.start], end=atoms.ends[amount.end - 1])
    measured = measured_by(sentence, span, amount.unit)
    return Quantity(
        span=span,
        interval=amount.interval,
        unit=amount.unit,
        mod=_RECORD_MOD.get(amount.mod, amount.mod) if amount.mod else None,
        measured=measured.span if measured else None,
        measured_lemma=measured.lemma if measured else "",
    )


def _amounts(atoms: Atoms, times: _Times) -> Iterator[_Amount]:
    i, count = 0, len(atoms)
    while i < count:
        timex = times.at(atoms.starts[i])
        if timex is not None:
            end = i + 1
            while end < count and atoms.starts[end] < timex.span.end:
                end += 1
            duration = _duration(timex, atoms, i, end) if timex.type == "DURATION" else None
            if duration is not None:
                yield duration
            i = end
            continue
        found = _amount(atoms, i, times)
        if found is not None:
            yield found
        i = found.end if found is not None else i + 1


def _duration(timex: Timex, atoms: Atoms, start: int, end: int) -> _Amount | None:
    """A length of time as a quantity; None for one without a number ("recent weeks")."""
    m = _DURATION.fullmatch(timex.value)
    if m is None or timex.length is None:
        return None
    begin, mod = (start, timex.mod) if timex.mod else hedge_before(atoms, start)
    code = "MIN" if m["t"] and m["unit"] == "M" else m["unit"]
    number = float(m["n"]) + float(m["minutes"] or 0) / 60
    hedge = mod if timex.mod is None else _hedge_of(timex)
    unit = _PLAIN_UNIT[code]
    if code == "H" and hedge in ("NEARLY", "APPROX"):
        number, unit = number * 60, "minute"  # "near hour-long" is 50 to 60 minutes, not 0.83 hours
    return _Amount(begin, end, bounded(number, hedge), unit, hedge)


def _hedge_of(timex: Timex) -> str | None:
    """LESS_THAN may have been "nearly": then the length has a lower bound."""
    if timex.mod == "LESS_THAN" and timex.length is not None and timex.length.low is not None:
        return "NEARLY"
    return timex.mod


def _amount(atoms: Atoms, i: int, times: _Times) -> _Amount | None:
    vague = read_vague(atoms, i) if i == 0 or not atoms.words[i - 1][-1].isdigit() else None
    if vague is not None:
        return _with_unit(atoms, i, vague.end, vague.interval, None, money_before(atoms, i))
    numeral = _number(atoms, i)
    if numeral is None or times.at(atoms.starts[numeral.end - 1]) is not None:
        return None
    if numeral.kind == "ordinal":
        return _Amount(i, numeral.end, Interval(low=numeral.value, high=numeral.value), "ordinal")
    if numeral.kind == "cardinal" and numeral.value < 100:
        numeral = _share(atoms, numeral) or numeral
    start, sign = _signed(atoms, i)
    money = money_before(atoms, start)
    upper = _upper(atoms, numeral, times) if sign > 0 else None
    low, high, end = sign * numeral.value, None if upper is None else upper.value, (upper or numeral).end
    if upper is not None and high is not None and upper.scale > numeral.scale == 1 and low < high / upper.scale:
        low *= upper.scale
    if high is not None and high > low:
        start = money[0] if money else start
        start -= start > 0 and atoms.words[start - 1] in amount_words().opening
        return _with_unit(atoms, start, end, Interval(low=low, high=high), None, money)
    return _hedged(atoms, start, numeral.end, low, money)


def _number(atoms: Atoms, i: int) -> Numeral | None:
    """The number at atom `i`, unless it is a piece of a name, a code or a version."""
    numeral = read_numeral(atoms, i)
    if numeral is None:
        return None
    if atoms.words[i][-1].isdigit() and atoms.glued(i) and (atoms.words[i - 1].isalpha() and atoms.words[i - 1] not in _CODES):  # fmt: skip
        return None
    return numeral


_CODES = frozenset({"usd", "eur", "gbp", "rs", "us"})


def _share(atoms: Atoms, above: Numeral) -> Numeral | None:
    """ "one in three", "two out of five", "one over twenty": a share, if the first is the smaller."""
    for words in amount_words().shares:
        at = above.end + len(words)
        if at < len(atoms) and atoms.words[above.end : at] == words:
            below = read_numeral(atoms, at)
            if below is None or below.kind != "cardinal" or not 0 < above.value < below.value or below.value >= 1000:
                return None
            after = atoms.words[below.end] if below.end < len(atoms) else ""
            return Numeral(below.end, above.value / below.value, "fraction") if not after.endswith("s") or words != ("over",) else None  # fmt: skip
    return None


def _signed(atoms: Atoms, i: int) -> tuple[int, int]:
    """A minus sign before a number: "-5", "minus 5", not the hyphen of "Apollo-11" or "10-15"."""
    if i == 0:
        return i, 1
    if atoms.words[i - 1] == "-" and atoms.glued(i) and not atoms.glued(i - 1):
        return i - 1, -1
    return (i - 1, -1) if atoms.words[i - 1] in amount_words().minus else (i, 1)


def _upper(atoms: Atoms, low: Numeral, times: _Times) -> Numeral | None:
    """The upper end of a range that begins with `low`: "5 to 10", "5-10", "between 5 and 10"."""
    at, words = low.end, amount_words()
    if at + 1 >= len(atoms):
        return None
    joins = words.to | {words.joined_by}
    unit = unit_after(atoms, at) if atoms.words[at] not in joins else None
    at = unit[0] if unit is not None else at
    if at + 1 < len(atoms) and atoms.words[at] == "-" and atoms.words[at + 1] in words.to:
        at += 1  # "24- to 30-foot"
    if at + 1 >= len(atoms) or atoms.words[at] not in joins:
        return None
    if atoms.words[at] == words.joined_by and not _between(atoms, low):
        return None
    after = money_sign(atoms, at + 1)
    if after >= len(atoms) or times.at(atoms.starts[after]) is not None:
        return None
    upper = read_numeral(atoms, after)
    return upper if upper is not None and upper.kind != "ordinal" and upper.value > low.value else None


def _between(atoms: Atoms, low: Numeral) -> bool:
    return not amount_words().between.isdisjoint(atoms.words[max(0, low.end - 8) : low.end])


def _hedged(atoms: Atoms, start: int, end: int, value: float, money: tuple[int, Unit] | None) -> _Amount:
    first = money[0] if money else start
    first, mod = hedge_before(atoms, first)
    amount = _with_unit(atoms, first, end, bounded(value, mod), mod, money)
    if mod in (None, "APPROX", "EXACT"):
        after, later = hedge_after(atoms, amount.end)
        if later is not None:
            return replace(amount, end=after, interval=bounded(value, later), mod=later)
    return amount


def _with_unit(atoms: Atoms, start: int, end: int, interval: Interval, mod: str | None, money: tuple[int, Unit] | None) -> _Amount:  # fmt: skip
    article = end + 1 < len(atoms) and atoms.words[end - 1] == "half" and atoms.words[end] in ("a", "an")
    after = unit_after(atoms, end + article)
    if money is not None:
        if after is not None and after[1].group == "money":
            end = after[0]
        return _Amount(min(start, money[0]), end, interval, money[1].name, mod)
    if after is None:
        aged = start > 0 and atoms.words[start - 1] in amount_words().aged
        return _Amount(start, end, interval, "year" if aged else "", mod)
    return _Amount(start, after[0], interval, after[1].name, mod)


def _sum(whole: _Amount, cents: _Amount) -> _Amount | None:
    if whole.interval.low is None or whole.interval.low != whole.interval.high or cents.interval.low is None:
        return None
    total = whole.interval.low + cents.interval.low / 100
    return _Amount(whole.start, cents.end, Interval(low=total, high=total), whole.unit)


_LOWER = ("MORE_THAN", "EQUAL_OR_MORE")
_UPPER = ("LESS_THAN", "EQUAL_OR_LESS")


def _joined(one: _Amount, other: _Amount, atoms: Atoms) -> _Amount | None:
    """ "more than ten and less than forty" as one range, "ten dollars and fifty cents" as one sum; None for two amounts."""
    if other.unit == "cent" and one.unit.isupper() and atoms.words[one.end : other.start] in ((), ("and",)):
        return _sum(one, other)
    if atoms.words[one.end : other.start] not in amount_words().joining or not one.mod or not other.mod:
        return None
    low, high = (one, other) if one.mod in _LOWER else (other, one)
    if low.mod not in _LOWER or high.mod not in _UPPER or low.interval.low is None or high.interval.high is None:
        return None
    if low.interval.low >= high.interval.high or (one.unit and other.unit and one.unit != other.unit):
        return None
    interval = Interval(
        low=low.interval.low,
        high=high.interval.high,
        low_closed=low.interval.low_closed,
        high_closed=high.interval.high_closed,
    )
    return _Amount(one.start, other.end, interval, one.unit or other.unit)
