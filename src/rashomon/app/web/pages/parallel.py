"""Witnesses in parallel columns, as in a synopsis: what states the same stands in one row, everything else keeps its place.

Columns are cut into sentences. A sentence goes beside the one of an earlier column with which it shares most facts and differences;
those that share none stay after the sentence that they follow in their own text, and of such the columns' stretches stand side by side.
So every sentence is shown once, and a witness's own order is broken only where a row asks for it; the sentences' numbers tell where.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from rashomon.records import Claim, Collation, Sentence, Span, Witness
from rashomon.report.apparatus import DifferenceItem
from rashomon.report.passages import Place

_LEFT_OUT = ("byline", "dateline", "credit", "debris")
_SEVERITIES = ("hard", "medium", "soft")
_DIFFERENCE = 2
"""Facts that one shared difference weighs: the sides of a contradiction are to stand in one row."""

Kind = Literal["differ", "agree", "alone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Some words of a sentence: the facts they state that another column states too, and the differences they are a side of."""

    text: str
    start: int
    facts: tuple[str, ...]
    differs: tuple[DifferenceItem, ...]
    ends: tuple[DifferenceItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence in a column: its number within the text and its words. `moved`: it does not stand where its text has it."""

    number: int
    part: str
    span: Span
    words: tuple[Words, ...]
    moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the synopsis: for each column its sentences, maybe none. `facts` are those that more than one cell states, `differs`
    the differences between its cells."""

    kind: Kind
    cells: tuple[tuple[Line, ...], ...]
    facts: tuple[str, ...]
    differs: tuple[DifferenceItem, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence of a column, and what it can share with others: facts, numbers of differences, being the headline."""

    column: int
    number: int
    sentence: Sentence
    facts: frozenset[str]
    differs: frozenset[int]

    def likeness(self, other: _Unit) -> int:
        headlines = self.sentence.part == other.sentence.part == "headline"
        return len(self.facts & other.facts) + _DIFFERENCE * len(self.differs & other.differs) + headlines


def parallel(collation: Collation, witnesses: Sequence[Witness], items: Iterable[DifferenceItem]) -> tuple[Row, ...]:
    """The rows for these witnesses, one column each in their order; `items` are the entries of the apparatus."""
    claims = {c.id: c for c in collation.claims}
    shared = _shared_claims(collation, {w.article.id for w in witnesses}, claims)
    concerned = _between(items, {w.siglum for w in witnesses})
    columns = [_units(i, w, shared, concerned) for i, w in enumerate(witnesses)]
    rows = list(_packed(_rows(columns)))
    orders = [set(_in_order([u.number for r in rows for u in r if u.column == i])) for i in range(len(witnesses))]

    def cell(row: Sequence[_Unit], column: int) -> tuple[Line, ...]:
        units = sorted((u for u in row if u.column == column), key=lambda u: u.number)
        moved = [u.number not in orders[column] for u in units]
        return tuple(_line(u, witnesses[column], shared, concerned, moved=m) for u, m in zip(units, moved, strict=True))

    return tuple(_row(tuple(cell(row, i) for i in range(len(witnesses)))) for row in rows)


def _in_order(numbers: Sequence[int]) -> list[int]:
    """As many of the numbers as rise one after another (the longest increasing subsequence, by patience sorting)."""
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for n in numbers:
        at = bisect_left(tops, n)
        before[n] = tops[at - 1] if at else None
        tops[at : at + 1] = [n]
    found, last = [], tops[-1] if tops else None
    while last is not None:
        found.append(last)
        last = before[last]
    return found[::-1]


def _shared_claims(
    collation: Collation, articles: set[str], claims: Mapping[str, Claim]
) -> dict[str, list[tuple[Span, str]]]:
    """For each article the spans of its claims, with the fact, where another of the articles states that fact too."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for f in collation.facts:
        of_fact = [claims[c] for c in f.claims if c in claims and claims[c].span.article in articles]
        if len({c.span.article for c in of_fact}) > 1:
            for c in of_fact:
                found[c.span.article].append((c.span, f.id))
    return found


def _between(items: Iterable[DifferenceItem], sigla: set[str]) -> list[DifferenceItem]:
    """The differences that two of the witnesses are sides of; what is left out has no words to stand beside others."""
    return [d for d in items if d.kind != "omission" and len({p.siglum for p in d.places} & sigla) > 1]


def _units(
    column: int, w: Witness, shared: Mapping[str, Sequence[tuple[Span, str]]], items: Sequence[DifferenceItem]
) -> list[_Unit]:
    spans = shared.get(w.article.id, ())
    again = [p.span for p in w.annotation.parts if p.repeats]
    told = [s for s in w.annotation.sentences if s.part not in _LEFT_OUT and not any(r.contains(s.span) for r in again)]
    return [
        _Unit(
            column,
            n,
            s,
            frozenset(fact for span, fact in spans if span.overlaps(s.span)),
            frozenset(d.number for _, d in _sides(items, w, s.span)),
        )
        for n, s in enumerate(told, start=1)
    ]


def _sides(items: Iterable[DifferenceItem], w: Witness, span: Span) -> list[tuple[Place, DifferenceItem]]:
    """The places of a witness within a span that are a side of a difference."""
    return [
        (p, d) for d in items for p in d.places if p.siglum == w.siglum and p.start < span.end and span.start < p.end
    ]


def _rows(columns: Sequence[Sequence[_Unit]]) -> list[list[_Unit]]:
    rows: list[list[_Unit]] = []
    placed: dict[tuple[int, int], list[_Unit]] = {}
    for i, column in enumerate(columns):
        begun = _begin(column, rows, placed)
        for other in columns[i + 1 :]:
            for unit in other:
                if (unit.column, unit.number) not in placed and (row := _nearest(unit, begun)) is not None:
                    row.append(unit)
                    placed[unit.column, unit.number] = row
    return rows


def _begin(
    column: Sequence[_Unit], rows: list[list[_Unit]], placed: dict[tuple[int, int], list[_Unit]]
) -> list[list[_Unit]]:
    """A row for every sentence of a column that has none yet, after the row of the sentence before it."""
    begun, at = [], 0
    for unit in column:
        key = unit.column, unit.number
        if key not in placed:
            placed[key] = [unit]
            rows.insert(at, placed[key])
            begun.append(placed[key])
        at = next(i for i, r in enumerate(rows) if r is placed[key]) + 1
    return begun


def _nearest(unit: _Unit, rows: Sequence[list[_Unit]]) -> list[_Unit] | None:
    """The row whose first sentence shares most facts with a sentence, if any does; of equals the first."""
    best = max(rows, key=lambda r: r[0].likeness(unit), default=None)
    return best if best is not None and best[0].likeness(unit) else None


def _packed(rows: Iterable[list[_Unit]]) -> Iterator[list[_Unit]]:
    """Rows of one column each that follow one another, made one row."""
    for alone, group in groupby(rows, key=lambda r: len({u.column for u in r}) == 1):
        if alone:
            yield sorted((u for r in group for u in r), key=lambda u: u.column)
        else:
            yield from group


def _line(
    unit: _Unit,
    w: Witness,
    shared: Mapping[str, Sequence[tuple[Span, str]]],
    items: Sequence[DifferenceItem],
    *,
    moved: bool,
) -> Line:
    span, text = unit.sentence.span, w.article.text
    claims = [(s, f) for s, f in shared.get(w.article.id, ()) if s.overlaps(span)]
    sides = _sides(items, w, span)
    cuts = {span.start, span.end, *(e for s, _ in claims for e in (s.start, s.end))}
    cuts.update(e for p, _ in sides for e in (p.start, p.end))
    bounds = sorted(c for c in cuts if span.start <= c <= span.end)
    words = tuple(
        Words(
            text=text[a:b],
            start=a,
            facts=tuple(dict.fromkeys(f for s, f in claims if s.start <= a < s.end)),
            differs=tuple(sorted({d.number: d for p, d in sides if p.start <= a < p.end}.values(), key=_gravest)),
            ends=tuple({d.number: d for p, d in sides if p.end == b}.values()),
        )
        for a, b in pairwise(bounds)
    )
    return Line(number=unit.number, part=unit.sentence.part, span=span, words=words, moved=moved)


def _row(cells: tuple[tuple[Line, ...], ...]) -> Row:
    """A row with what differs between its cells."""
    filled = [c for c in cells if c]
    in_cells = Counter(n for c in filled for n in {d.number for line in c for w in line.words for d in w.differs})
    by_number = {d.number: d for c in filled for line in c for w in line.words for d in w.differs}
    differs = tuple(sorted((by_number[n] for n, k in in_cells.items() if k > 1), key=_gravest))
    shared = Counter(f for c in filled for f in {f for line in c for w in line.words for f in w.facts})
    together = tuple(sorted(f for f, k in shared.items() if k > 1))
    kind: Kind = "differ" if differs else "agree" if together else "alone"
    return Row(kind=kind, cells=cells, facts=together, differs=differs)


def _gravest(d: DifferenceItem) -> tuple[int, int]:
    return _SEVERITIES.index(d.severity), d.number
