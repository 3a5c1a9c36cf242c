"""The stemma as a picture: voices on the left, agencies, platforms and lost sources between, the reports on the right.

Words flow from left to right; copies between reports are arcs at their side. Every line and name is an item of the page: it carries
the places of its evidence, says them as its title, and its colours are the page's own (CSS custom properties).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from rashomon.records import Collation, Edge, Node, Span, Stemma
from rashomon.report.passages import Texts
from rashomon.report.svg_text import svg_text

ALL_VOICES = 8
"""Voices shown whoever they speak to; of more only those that two reports or an agency rest on."""
MOST_VOICES = 40
_ROW = 27
_LANE = "lane "
_LANE_ROW = 11
_WIDTHS = (200, 230, 290)
"""Of the voices' column, of the one between, and of the reports' with their arcs and names."""
_TOP = 30
_PILL = 150
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
_SWEEPS = 6
_LABEL = (30, 24, 27)
_WORDS = 80
_HEADS = ("voices and documents", "agencies and platforms", "reports")
_DASH = {"stated": "", "likely": ' stroke-dasharray="6 3"', "may": ' stroke-dasharray="1.5 3.5" stroke-linecap="round"'}
_INK = {"credit": "var(--rubric, #97231a)", "attribution": "var(--slate, #3c5468)", "reuse": "var(--ink, #1e1c19)"}
_VERB = {"credit": "credits", "attribution": "rests on", "reuse": "has words in common with"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node stands: its column, and its middle."""

    column: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Nodes and edges that are shown, where nodes and the lanes of voices stand, the picture's size, how many voices were left out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    lanes: Mapping[str, str]
    spots: Mapping[str, Spot]
    width: float
    height: float
    left_out: int


def stemma_svg(collation: Collation, *, alone: bool = False) -> str:
    """The picture as an SVG element for a page, or (`alone`) a file of its own; empty if there is nothing to draw."""
    layout = lay_out(collation.stemma, [w.article.id for w in collation.witnesses])
    if not layout.edges:
        return ""
    texts = Texts(collation.witnesses)
    sigla = {w.article.id: w.siglum for w in collation.witnesses}
    names = {n.id: sigla.get(n.id, n.name) for n in layout.nodes}
    pieces = [
        f'<svg{_NAMESPACE if alone else ""} viewBox="0 0 {layout.width:g} {layout.height:g}" '
        f'width="{layout.width:g}" height="{layout.height:g}" role="group" aria-label="Who relies on whom" '
        'class="stemma-picture" font-size="13">',
        *_heads(layout),
        *(_line(i, e, layout, names, texts) for i, e in enumerate(layout.edges)),
        *(_name(i, n, layout, sigla, texts) for i, n in enumerate(layout.nodes)),
        _note(layout),
        "</svg>",
    ]
    return "\n".join(p for p in pieces if p)


def lay_out(stemma: Stemma, articles: Sequence[str]) -> Layout:
    """Columns and rows for a stemma; rows ordered so that few lines cross. The same stemma gives the same picture.

    A voice that reports rest on directly has a lane of its own between the agencies, so that no line runs behind a name.
    """
    nodes, left_out = _shown(stemma)
    column = {n.id: _column(n) for n in nodes}
    edges = tuple(e for e in stemma.edges if e.source in column and e.target in column)
    lanes = {e.target: _LANE + e.target for e in edges if (column[e.source], column[e.target]) == (2, 0)}
    order = {a: i for i, a in enumerate(articles)}
    rows: list[list[str]] = [
        sorted((n for n, c in column.items() if c == at), key=lambda n: (order.get(n, 0), n)) for at in range(3)
    ]
    rows[1] += sorted(lanes.values())
    rows = _untangled(rows, _links(edges, lanes))
    heights = [sum(map(_height, row)) for row in rows]
    spots: dict[str, Spot] = {}
    x = 0.0
    for c, row in enumerate(rows):
        width = _WIDTHS[c] if row else 0
        dot = x + (width - 14 if c == 0 else width / 2 if c == 1 else 40)
        stretch = max(heights) / max(1, heights[c])
        y = float(_TOP)
        for node in row:
            spots[node] = Spot(c, dot, y + stretch * _height(node) / 2)
            y += stretch * _height(node)
        x += width
    return Layout(nodes, edges, lanes, spots, x, _TOP + max(heights) + (26 if left_out else 8), left_out)


def _column(n: Node) -> int:
    if n.kind == "article":
        return 2
    return 0 if n.kind in ("person", "document") and not _lost(n) else 1


def _height(node: str) -> int:
    return _LANE_ROW if node.startswith(_LANE) else _ROW


def _links(edges: Sequence[Edge], lanes: Mapping[str, str]) -> list[tuple[str, str]]:
    """Who is drawn beside whom: edges, those with a lane led through it."""
    links = []
    for e in edges:
        lane = lanes.get(e.target)
        links += [(e.source, e.target)] if lane is None else [(e.source, lane), (lane, e.target)]
    return links


def _shown(stemma: Stemma) -> tuple[tuple[Node, ...], int]:
    """The nodes worth drawing, and how many voices are not: those that one report alone heard, where there are many."""
    leaning: dict[str, set[str]] = defaultdict(set)
    articles = {n.id for n in stemma.nodes if n.kind == "article"}
    for e in stemma.edges:
        leaning[e.target].add(e.source)
    voices = [n for n in stemma.nodes if n.kind in ("person", "document") and not _lost(n)]
    if len(voices) <= ALL_VOICES:
        return stemma.nodes, 0
    shared = [n for n in voices if len(leaning[n.id]) > 1 or leaning[n.id] - articles]
    shared = sorted(shared, key=lambda n: (-len(leaning[n.id]), n.id))[:MOST_VOICES]
    kept = {n.id for n in stemma.nodes} - {n.id for n in voices} | {n.id for n in shared}
    return tuple(n for n in stemma.nodes if n.id in kept), len(voices) - len(shared)


def _lost(node: Node) -> bool:
    """An inferred common ancestor, as against voices that nobody names."""
    return node.inferred and node.kind == "document"


def _untangled(rows: list[list[str]], links: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Each column sorted by where its neighbours in the others stand, over and over (Sugiyama's barycentre rule)."""
    near: dict[str, list[str]] = defaultdict(list)
    for one, other in links:
        near[one].append(other)
        near[other].append(one)
    for sweep in range(_SWEEPS):
        place = {node: (i + 0.5) / len(row) for row in rows for i, node in enumerate(row)}
        for c in (0, 1) if sweep % 2 == 0 else (1, 2):
            rows[c] = sorted(rows[c], key=lambda n: (_mean([place[m] for m in near[n]], place[n]), place[n]))
    return rows


def _mean(values: Sequence[float], otherwise: float) -> float:
    return round(sum(values) / len(values), 9) if values else otherwise


def _line(i: int, e: Edge, layout: Layout, names: Mapping[str, str], texts: Texts) -> str:
    path = _path(layout.spots[e.source], layout.spots[e.target], layout.spots.get(layout.lanes.get(e.target, "")))
    words = "; ".join(f"“{_cut(s.of(texts.witness(s.article).article.text), _WORDS)}”" for s in e.evidence[:3])
    sure = "" if e.certainty == "stated" else f" ({e.certainty})"
    title = f"{names[e.source]} {_VERB[e.kind]} {names[e.target]}{sure}: {words}"
    width = 2.2 if e.kind == "reuse" else 1.4
    return (
        f'<g class="item tie {e.kind} {e.certainty}" tabindex="-1" id="stemma-edge-{i}"{_where(e.evidence, texts)}>'
        f"<title>{svg_text(title)}</title>"
        f'<path d="{path}" fill="none" stroke="{_INK[e.kind]}" stroke-width="{width}" '
        f'stroke-opacity=".75"{_DASH[e.certainty]}/>'
        f'<path d="{path}" fill="none" stroke="transparent" stroke-width="9"/></g>'
    )


def _path(here: Spot, there: Spot, lane: Spot | None) -> str:
    if here.column == there.column:
        # An arc beside the column, ending in the barb of an arrow at the one that took the words.
        side = 1 if here.column == 2 else -1
        reach = side * min(36.0, 14 + abs(here.y - there.y) / 6)
        x, start, end = here.x + side * 11, there.y, here.y
        barb = f"M {x + side * 7:g} {end - 5:g} L {x:g} {end:g} L {x + side * 7:g} {end + 5:g}"
        return f"M {x:g} {start:g} C {x + reach:g} {start:g} {x + reach:g} {end:g} {x:g} {end:g} {barb}"
    left, right = (there, here) if there.x < here.x else (here, there)
    if lane is not None and left.column == 0 and right.column == 2:
        enter, leave = Spot(1, lane.x - _PILL / 2, lane.y), Spot(1, lane.x + _PILL / 2, lane.y)
        return (
            f"{_curve(left, enter)} L {leave.x:g} {leave.y:g} {_curve(leave, right)[_curve(leave, right).index('C') :]}"
        )
    # Lines end at the edge of a name between, not behind it.
    if left.column == 1:
        left = Spot(1, left.x + _PILL / 2, left.y)
    if right.column == 1:
        right = Spot(1, right.x - _PILL / 2, right.y)
    return _curve(left, right)


def _curve(left: Spot, right: Spot) -> str:
    bend = (right.x - left.x) * 0.45
    return (
        f"M {left.x:g} {left.y:g} C {left.x + bend:g} {left.y:g} {right.x - bend:g} {right.y:g} {right.x:g} {right.y:g}"
    )


def _name(i: int, n: Node, layout: Layout, sigla: Mapping[str, str], texts: Texts) -> str:
    spot = layout.spots[n.id]
    evidence = [s for e in layout.edges if n.id in (e.source, e.target) for s in e.evidence]
    label = "lost source" if _lost(n) else n.name
    title = label if n.id not in sigla else f"{sigla[n.id]} {label}".strip()
    drawn = _drawn(n, spot, sigla.get(n.id, ""), svg_text(_cut(label, _LABEL[spot.column])))
    kind = f"{n.kind} inferred" if n.inferred else n.kind
    return (
        f'<g class="item node {kind}" tabindex="-1" id="stemma-node-{i}"{_where(evidence, texts)}>'
        f"<title>{svg_text(title)}</title>{drawn}</g>"
    )


def _drawn(n: Node, spot: Spot, siglum: str, label: str) -> str:
    dash = ' stroke-dasharray="3 2"' if n.inferred else ""
    ink, paper, soft = "var(--ink, #1e1c19)", "var(--paper, #fbfaf7)", "var(--soft, #605b52)"
    if spot.column == 0:
        style = ' font-style="italic"' if n.inferred or n.kind == "document" else ""
        return (
            f'<circle cx="{spot.x:g}" cy="{spot.y:g}" r="3.5" fill="{paper if n.inferred else soft}" stroke="{soft}"{dash}/>'
            f'<text x="{spot.x - 9:g}" y="{spot.y + 4:g}" text-anchor="end" fill="{ink}"{style}>{label}</text>'
        )
    if spot.column == 1:
        return (
            f'<rect x="{spot.x - _PILL / 2:g}" y="{spot.y - 9.5:g}" width="{_PILL}" height="19" rx="9.5" fill="{paper}" '
            f'stroke="{soft}"{dash}/>'
            f'<text x="{spot.x:g}" y="{spot.y + 4:g}" text-anchor="middle" fill="{ink}" font-size="12">{label}</text>'
        )
    return (
        f'<circle cx="{spot.x:g}" cy="{spot.y:g}" r="10.5" fill="{paper}" stroke="{ink}"/>'
        f'<text x="{spot.x:g}" y="{spot.y + 4:g}" text-anchor="middle" fill="{ink}" font-weight="700" font-size="11">{siglum}</text>'
        f'<text x="{spot.x + 54:g}" y="{spot.y + 4:g}" fill="{ink}">{label}</text>'
    )


def _heads(layout: Layout) -> Iterable[str]:
    """What each column holds."""
    for column, words in enumerate(_HEADS):
        spot = next((s for s in layout.spots.values() if s.column == column), None)
        if spot is not None:
            anchor = ("end", "middle", "start")[column]
            x = spot.x - 10 if column == 2 else spot.x
            yield (
                f'<text x="{x:g}" y="14" text-anchor="{anchor}" fill="var(--soft, #605b52)" font-style="italic" '
                f'font-size="12">{words}</text>'
            )


def _note(layout: Layout) -> str:
    if not layout.left_out:
        return ""
    voices = "voice is" if layout.left_out == 1 else "voices are"
    return (
        f'<text x="{layout.width / 2:g}" y="{layout.height - 8:g}" text-anchor="middle" fill="var(--soft, #605b52)" '
        f'font-style="italic" font-size="12">{layout.left_out} more {voices} heard in one report only</text>'
    )


def _where(evidence: Iterable[Span], texts: Texts) -> str:
    """The evidence as the page's own places, and as offsets of its first span for other programs."""
    spans = sorted(set(evidence), key=texts.order)
    places = texts.places(spans)
    if not places:
        return ""
    keys = " ".join(dict.fromkeys(p.key for p in places))
    first = spans[0]
    return f' data-places="{escape(keys)}" data-article="{escape(first.article)}" data-start="{first.start}" data-end="{first.end}"'


def _cut(words: str, most: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
