"""Through whom words came: a report around somebody's words, a source that a report cites."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from rashomon.records import Attribution, Relay, Span

_DEPTH = 4
"""Chains longer than this are parser errors."""


def relayed(attributions: Sequence[Attribution], passes_on: Sequence[bool], text: str) -> list[Attribution]:
    """The attributions, each with the links that its words came through, nearest first.

    One attribution stands within another where its cue and its content lie in the other's content; `passes_on` tells
    which of them report words at all (a hope relays nothing).
    """
    order = sorted(range(len(attributions)), key=lambda i: _extent(attributions[i]))
    outer: dict[int, int] = {}
    around: list[int] = []
    for i in order:
        start, _ = _extent(attributions[i])
        around = [k for k in around if _end(attributions[k]) > start]
        holding = [k for k in around if _holds(attributions[k], attributions[i])]
        if holding:
            outer[i] = min(holding, key=lambda k: _end(attributions[k]) - _extent(attributions[k])[0])
        if passes_on[i] and attributions[i].source:
            around = [*around[-_DEPTH:], i]
    return [replace(a, relay=(*a.relay, *_chain(i, outer, attributions, text))) for i, a in enumerate(attributions)]


def _chain(i: int, outer: dict[int, int], attributions: Sequence[Attribution], text: str) -> tuple[Relay, ...]:
    links: list[Relay] = []
    known = set(attributions[i].source)
    for _ in range(_DEPTH):
        if i not in outer:
            break
        i = outer[i]
        a = attributions[i]
        if a.source[0] not in known:
            known.add(a.source[0])
            links.append(link(a, text))
    return tuple(links)


def link(a: Attribution, text: str) -> Relay:
    """An attribution with a source, as a link of another one's chain."""
    return Relay(name=a.source[0].of(text), span=a.source[0], cue=a.cue[0] if a.cue else None)


def _extent(a: Attribution) -> tuple[int, int]:
    """Sorting key: where the content starts, longest first."""
    return a.content[0].start, -_end(a)


def _end(a: Attribution) -> int:
    return a.content[-1].end


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return bool(inner.cue) and _covers(outer.content, inner.cue[0]) and _covers(outer.content, inner.content[0])


def _covers(content: tuple[Span, ...], span: Span) -> bool:
    i = bisect_right([c.start for c in content], span.start + 1) - 1
    return i >= 0 and span.end <= content[i].end + 1
