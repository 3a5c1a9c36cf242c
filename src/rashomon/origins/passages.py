"""Copied passages: where two texts run word for word alike, with small edits bridged, wherever in either text they stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.origins.fingerprints import shingle_hashes
from rashomon.origins.words import WordIds

ANCHOR = 4
"""Words in a row that anchor an alignment."""
BRIDGE = 10
"""Words that may differ between two anchored runs of one passage, on either side."""
REPEATS = 4
"""Places in the other text tried for one anchor; phrases that recur more often anchor nothing."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words [start, end) of one text that run along words [other_start, other_end) of another; `matched` of them alike."""

    start: int
    end: int
    other_start: int
    other_end: int
    matched: int

    def turned(self) -> Passage:
        """The same passage seen from the other text."""
        return Passage(self.other_start, self.other_end, self.start, self.end, self.matched)


def align(text: WordIds, other: WordIds, least: int) -> tuple[Passage, ...]:
    """The passages of `text` found in `other` with at least `least` words alike, in the order of `text`.

    No two of them claim the same words of `text`; blocks that were moved are passages of their own.
    """
    passages = _bridged(_disjoint(_runs(text, other)))
    return tuple(p for p in passages if p.matched >= least)


def _runs(text: WordIds, other: WordIds) -> list[Passage]:
    """All maximal runs of equal words, as they lie on the diagonals of the comparison, longest first."""
    here, there = _anchors(text, other)
    if not len(here):
        return []
    diagonal = here - there
    order = np.lexsort((here, diagonal))
    here, there, diagonal = here[order], there[order], diagonal[order]
    breaks = np.flatnonzero((np.diff(diagonal) != 0) | (np.diff(here) != 1)) + 1
    first = np.concatenate(([0], breaks))
    length = np.diff(np.concatenate((first, [len(here)]))) + ANCHOR - 1
    runs = zip(here[first].tolist(), there[first].tolist(), length.tolist(), strict=True)
    return sorted(
        (Passage(i, i + n, j, j + n, n) for i, j, n in runs), key=lambda p: (-p.matched, p.start, p.other_start)
    )


def _anchors(text: WordIds, other: WordIds) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of places at which ANCHOR words in a row are the same."""
    mine, theirs = shingle_hashes(text, ANCHOR), shingle_hashes(other, ANCHOR)
    order = np.argsort(theirs, kind="stable")
    held = theirs[order]
    first = np.searchsorted(held, mine, "left")
    count = np.searchsorted(held, mine, "right") - first
    count[count > REPEATS] = 0
    offsets = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(np.arange(len(mine)), count), order[np.repeat(first, count) + offsets]


def _disjoint(runs: list[Passage]) -> list[Passage]:
    """The longest runs, each cut back to the words of `text` that no longer run has taken; in the order of `text`."""
    kept: list[Passage] = []
    taken: set[int] = set()
    for run in runs:
        start, end = run.start, run.end
        while start < end and start in taken:
            start += 1
        while end > start and end - 1 in taken:
            end -= 1
        if end - start >= ANCHOR and not taken.intersection(range(start, end)):
            kept.append(
                Passage(start, end, run.other_start + start - run.start, run.other_end - run.end + end, end - start)
            )
            taken.update(range(start, end))
    return sorted(kept, key=lambda p: p.start)


def _bridged(runs: list[Passage]) -> list[Passage]:
    """Neighbouring runs in the same order in both texts joined over a few changed words."""
    joined: list[Passage] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and 0 <= run.start - last.end <= BRIDGE and 0 <= run.other_start - last.other_end <= BRIDGE:
            joined[-1] = Passage(last.start, run.end, last.other_start, run.other_end, last.matched + run.matched)
        else:
            joined.append(run)
    return joined
