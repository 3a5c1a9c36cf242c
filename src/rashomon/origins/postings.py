"""Which texts hold a fingerprint: an inverted index in sorted segments that grows batch by batch.

The logarithmic method (Bentley and Saxe, 1980): each batch is a sorted segment, and segments of like size are merged, so that a
fingerprint is looked up in few segments and every posting is moved few times.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rashomon.origins.fingerprints import Hashes

HOLDERS = 16
"""Texts reported per fingerprint and segment, the earliest first. Ten thousand pages with one footer are not compared all with all;
a copy is tied to the earliest ones that have its words."""

Texts = NDArray[np.int64]


class Postings:
    """Fingerprint to the numbers of the texts that hold it. Numbers must only ever grow from batch to batch."""

    def __init__(self) -> None:
        self._segments: list[tuple[Hashes, NDArray[np.uint32]]] = []

    def __len__(self) -> int:
        return sum(len(h) for h, _ in self._segments)

    def add(self, hashes: Hashes, texts: Texts) -> None:
        """Add a batch: a fingerprint and the text that holds it, pairwise."""
        order = np.lexsort((texts, hashes))
        segment = (hashes[order], texts[order].astype(np.uint32))
        while self._segments and len(self._segments[-1][0]) <= 2 * len(segment[0]):
            segment = _merged(self._segments.pop(), segment)
        self._segments.append(segment)

    def shared(self, hashes: Hashes, texts: Texts) -> tuple[Texts, Texts, Texts]:
        """Pairs (text, earlier text, how many fingerprints they share), of the texts given against all held before them."""
        # In order of size the lookups walk through a segment instead of leaping about in it.
        order = np.argsort(hashes)
        hashes, texts = hashes[order], texts[order]
        pairs = []
        for held, holders in self._segments:
            first = np.searchsorted(held, hashes, "left")
            count = np.minimum(np.searchsorted(held, hashes, "right") - first, HOLDERS)
            known = count > 0
            count, first = count[known], first[known]
            offsets = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
            earlier = holders[np.repeat(first, count) + offsets].astype(np.int64)
            later = np.repeat(texts[known], count)
            pairs.append(((later << 32) | earlier)[earlier < later])
        joined, times = np.unique(np.concatenate(pairs) if pairs else np.empty(0, np.int64), return_counts=True)
        return joined >> 32, joined & 0xFFFFFFFF, times


def _merged(
    a: tuple[Hashes, NDArray[np.uint32]], b: tuple[Hashes, NDArray[np.uint32]]
) -> tuple[Hashes, NDArray[np.uint32]]:
    """Two segments as one. `a` is the earlier, and the sort is stable: within a fingerprint texts stay in order."""
    hashes = np.concatenate((a[0], b[0]))
    order = np.argsort(hashes, kind="stable")
    return hashes[order], np.concatenate((a[1], b[1]))[order]
