"""The full texts, line by line, cut where a part of the report or an entry of the apparatus begins or ends."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.records import Part, Witness
from rashomon.report.apparatus import DifferenceItem
from rashomon.report.passages import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Characters that all play one role. `anchors` are the places that begin here, `differs` the entries whose words these are
    (the gravest first), `ends` the entries whose words end with it."""

    text: str
    part: str
    anchors: tuple[str, ...]
    differs: tuple[DifferenceItem, ...]
    ends: tuple[DifferenceItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank: `at` is the offset of its first character, `part` the role that all of it plays, if one."""

    at: int
    part: str
    segments: tuple[Segment, ...]


def running_text(witness: Witness, items: Iterable[DifferenceItem], places: Iterable[Place]) -> tuple[Line, ...]:
    """The lines of a witness's text. Every character stands in exactly one segment, but for blank lines and line ends."""
    text = witness.article.text
    marks = [(p, d) for d in items for p in d.places if p.siglum == witness.siglum]
    anchors: dict[int, list[str]] = defaultdict(list)
    for p in places:
        if p.siglum == witness.siglum and p.key not in anchors[p.start]:
            anchors[p.start].append(p.key)
    marks.sort(key=lambda m: m[0].start)
    starts = sorted(anchors)
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        if raw.strip():
            end = at + len(raw)
            here = {a: tuple(anchors[a]) for a in starts[bisect_left(starts, at) : bisect_left(starts, end)]}
            parts = [p for p in witness.article.parts if p.span.start < end and at < p.span.end]
            lines.append(_line(at, raw, parts, [m for m in marks if m[0].start < end and at < m[0].end], here))
        at += len(raw) + 1
    return tuple(lines)


def _line(
    at: int,
    text: str,
    parts: Sequence[Part],
    marks: Sequence[tuple[Place, DifferenceItem]],
    anchors: Mapping[int, tuple[str, ...]],
) -> Line:
    """The line that begins at `at`; parts, marks and anchors are those that touch it."""
    end = at + len(text)
    cuts = {at, end, *anchors}
    cuts.update(c for p, _ in marks for c in (p.start, p.end))
    cuts.update(c for p in parts for c in (p.span.start, p.span.end))
    bounds = sorted(c for c in cuts if at <= c <= end)
    segments = tuple(
        Segment(
            text=text[a - at : b - at],
            part=next((p.kind for p in parts if p.span.start <= a < p.span.end), ""),
            anchors=anchors.get(a, ()),
            differs=tuple(sorted((d for p, d in marks if p.start <= a < p.end), key=lambda d: d.number)),
            ends=tuple(dict.fromkeys(d for p, d in marks if p.end == b)),
        )
        for a, b in pairwise(bounds)
    )
    kinds = {s.part for s in segments if s.text.strip()}
    return Line(at=at, part=kinds.pop() if len(kinds) == 1 else "", segments=segments)
