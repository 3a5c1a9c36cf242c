"""The timeline as a picture: a row for each report, a column for each date that any of them speaks of.

A full dot is what has happened, an open one what was still ahead; the larger, the more is said. A tick marks the day a report is of.
Dots are items of the page: they carry the places of their words and say them as their title. Columns keep the order of time but not its
measure; where much time lies between two, the axis is broken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import pairwise

from rashomon.records import Witness
from rashomon.report.page import Moment, Page
from rashomon.report.passages import Place
from rashomon.report.svg_text import svg_text
from rashomon.report.wording import say_when

MOST_DATES = 30
MOST_WITNESSES = 24
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {"SP": "03", "SU": "06", "FA": "09", "WI": "12"}
_ROW = 21
_LEFT = 26
_WIDTH = 640
_PITCH = (30.0, 58.0)
"""Between columns, at least and at most."""
_FAR = 45
"""Days between two columns from which on the axis is broken."""
_TITLE = 4
_INK, _PAPER, _SOFT, _RULE = (
    "var(--ink, #1e1c19)",
    "var(--paper, #fbfaf7)",
    "var(--soft, #605b52)",
    "var(--rule, #d8d2c6)",
)


@dataclass(frozen=True, slots=True)
class _Dot:
    """What one report says of one date."""

    moments: tuple[Moment, ...]
    places: tuple[Place, ...]


def timeline_svg(page: Page, witnesses: Sequence[Witness]) -> str:
    """The picture as an SVG element; empty where fewer than two dates are spoken of."""
    published = {w.siglum: w.published.value[:10] for w in witnesses if w.published}
    dots = _dots(page)
    spoken = sorted({when for _, when in dots}, key=lambda w: (-_said(dots, w), w))[:MOST_DATES]
    if len(spoken) < 2:
        return ""
    rows = [w.siglum for w in witnesses if any(s == w.siglum for s, _ in dots)][:MOST_WITNESSES]
    columns = sorted({*spoken, *(published[s] for s in rows if s in published)})
    pitch = min(_PITCH[1], max(_PITCH[0], (_WIDTH - _LEFT) / len(columns)))
    x = {when: _LEFT + (i + 0.5) * pitch for i, when in enumerate(columns)}
    y = {siglum: 16 + i * _ROW for i, siglum in enumerate(rows)}
    width, bottom = _LEFT + len(columns) * pitch + 6, 16 + (len(rows) - 1) * _ROW + 16
    pieces = [
        f'<svg viewBox="0 0 {width:g} {bottom + 34}" width="{width:g}" height="{bottom + 34}" role="group" '
        'aria-label="Who speaks of which date" class="timeline-picture" font-size="12">',
        *(_row(s, y[s], width) for s in rows),
        *_axis(columns, x, bottom),
        *(_tick(x[published[s]], y[s], s, published[s]) for s in rows if s in published),
        *(
            _dot(i, dot, x[when], y[siglum], when, siglum)
            for i, ((siglum, when), dot) in enumerate(sorted(dots.items(), key=lambda d: (d[0][1], d[0][0])))
            if when in x and siglum in y
        ),
        "</svg>",
    ]
    return "\n".join(pieces)


def _dots(page: Page) -> dict[tuple[str, str], _Dot]:
    """What is said, by siglum and date."""
    found: dict[tuple[str, str], list[tuple[Moment, Place]]] = defaultdict(list)
    for m in (*page.past, *page.ahead):
        when = _column(m.iso)
        for p in m.places:
            if when:
                found[p.siglum, when].append((m, p))
    return {
        key: _Dot(tuple(dict.fromkeys(m for m, _ in said)), tuple(dict.fromkeys(p for _, p in said)))
        for key, said in found.items()
    }


def _said(dots: Mapping[tuple[str, str], _Dot], when: str) -> int:
    return sum(len(d.places) for (_, w), d in dots.items() if w == when)


def _column(iso: str) -> str:
    """The date that a moment stands at: a year, a month or a day, of a stretch its first; "" for what is none of these."""
    when = iso.lstrip("<>").partition("/")[0].partition("T")[0]
    year, _, rest = when.partition("-")
    try:
        if rest.startswith("W"):
            return date.fromisocalendar(int(year), int(rest[1:3]), 1).isoformat()
        when = f"{year}-{_SEASONS[rest]}" if rest in _SEASONS else when
        _first_day(when)
    except ValueError:
        return ""
    return when


def _first_day(when: str) -> date:
    return date.fromisoformat(when + "-01-01"[len(when) - 4 :])


def _row(siglum: str, y: float, width: float) -> str:
    return (
        f'<text x="0" y="{y + 4:g}" fill="{_INK}" font-weight="700" font-size="11">{svg_text(siglum)}</text>'
        f'<path d="M{_LEFT - 6} {y:g}H{width - 6:g}" stroke="{_RULE}"/>'
    )


def _axis(columns: Sequence[str], x: Mapping[str, float], bottom: float) -> list[str]:
    """The dates below their columns, the year where it changes, and the breaks."""
    pieces, year = (
        [f'<path d="M{_LEFT - 6} {bottom - 2:g}H{x[columns[-1]] + 12:g}" stroke="{_SOFT}" stroke-width=".6"/>'],
        "",
    )
    for when in columns:
        pieces.append(_label(x[when], bottom + 14, _short(when)))
        if when[:4] != year and len(when) > 4:
            pieces.append(_label(x[when], bottom + 28, when[:4]))
        year = when[:4]
    for one, other in pairwise(columns):
        if (_first_day(other) - _first_day(one)).days >= _FAR:
            middle = (x[one] + x[other]) / 2
            pieces.append(f'<path d="M{middle - 2:g} {bottom - 2:g}h4" stroke="{_PAPER}" stroke-width="2"/>')
            pieces.append(
                f'<path d="M{middle - 4:g} {bottom + 2:g}l3 -8m2 8l3 -8" stroke="{_SOFT}" stroke-width=".8"/>'
            )
    return pieces


def _label(x: float, y: float, words: str) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="middle" fill="{_SOFT}" font-size="11">{words}</text>'


def _short(when: str) -> str:
    if len(when) == 4:
        return when
    month = _MONTHS[int(when[5:7]) - 1]
    return f"{int(when[8:10])} {month}" if len(when) > 7 else month


def _tick(x: float, y: float, siglum: str, when: str) -> str:
    return (
        f'<path d="M{x:g} {y - 9:g}v18" stroke="var(--rubric, #97231a)" stroke-width="1.4">'
        f"<title>{svg_text(siglum)} is of {say_when(when)}</title></path>"
    )


def _dot(i: int, dot: _Dot, x: float, y: float, when: str, siglum: str) -> str:
    ahead = all(m.ahead for m in dot.moments)
    radius = min(8.0, 3.2 + 1.1 * (len(dot.places) - 1))
    words = [m.text if not m.status else f"{m.text} ({m.status})" for m in dot.moments]
    more = f"; and {len(words) - _TITLE} more" if len(words) > _TITLE else ""
    title = f"{siglum}, {say_when(when)}: {'; '.join(words[:_TITLE])}{more}"
    keys = " ".join(dict.fromkeys(p.key for p in dot.places))
    return (
        f'<g class="item dot" tabindex="-1" id="dot-{i}" data-places="{escape(keys)}"><title>{svg_text(title)}</title>'
        f'<circle cx="{x:g}" cy="{y:g}" r="10" fill="transparent"/>'
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{_PAPER if ahead else _INK}" stroke="{_INK}" stroke-width="1.3"/></g>'
    )
