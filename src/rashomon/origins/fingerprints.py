"""Fingerprints of texts: hashed shingles, and the few of them that winnowing keeps.

Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003) keeps the
smallest hash of every window, so that two texts sharing WINDOW + SHINGLE - 1 words in a row always share a fingerprint. Unlike a
MinHash signature it finds a paragraph copied into a far longer text as surely as a whole copy.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.origins.words import WordIds

SHINGLE = 5
"""Words in a shingle: the length at which a chance repetition between two news texts of one event becomes rare."""
WINDOW = 16
"""Shingles in a window: a shared run of 20 words or more is found for certain, shorter ones often; one in eight is kept."""

Hashes = NDArray[np.uint64]
_BASE = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_LAST = np.uint64(0xFFFFFFFFFFFFFFFF)


def shingle_hashes(ids: WordIds, size: int = SHINGLE) -> Hashes:
    """The hashes of all runs of `size` words, in order; empty for a shorter text."""
    count = len(ids) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    wide = ids.astype(np.uint64)
    hashes = wide[:count].copy()
    for i in range(1, size):
        hashes *= _BASE
        hashes += wide[i : i + count]
    return _mixed(hashes)


def distinct_shingles(ids: WordIds) -> Hashes:
    """The hashes of a text's shingles, each once, in order of size."""
    hashes = shingle_hashes(ids)
    hashes.sort()
    new = np.ones(len(hashes), dtype=bool)
    new[1:] = hashes[1:] != hashes[:-1]
    return hashes[new]


def winnow(texts: Sequence[WordIds]) -> tuple[Hashes, NDArray[np.int64]]:
    """The fingerprints of several texts at once, and which text each is of; one each, sorted by text.

    All texts are hashed as one row of words; shingles that reach across two texts are never kept.
    """
    lengths = np.array([len(t) for t in texts], dtype=np.int64)
    if not lengths.sum():
        return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)
    # A window's worth of padding between texts keeps every window within one text; a text shorter than one window has no full
    # one of its own, and the padding supplies the rest.
    gap = WINDOW + SHINGLE
    starts = np.concatenate(([0], np.cumsum(lengths + gap)[:-1]))
    row = np.zeros(int((lengths + gap).sum()), dtype=np.uint32)
    places = list(zip(starts.tolist(), lengths.tolist(), texts, strict=True))
    for start, length, text in places:
        row[start : start + length] = text
    hashes = shingle_hashes(row)
    for start, length, _ in places:
        hashes[start + max(0, length - SHINGLE + 1) : start + length + gap] = _LAST
    kept = np.flatnonzero((hashes == _sliding(np.maximum, _sliding(np.minimum, hashes), back=True)) & (hashes != _LAST))
    of = np.searchsorted(starts, kept, "right") - 1
    order = np.lexsort((hashes[kept], of))
    found, of = hashes[kept][order], of[order]
    new = np.ones(len(found), dtype=bool)
    new[1:] = (found[1:] != found[:-1]) | (of[1:] != of[:-1])
    return found[new], of[new]


def _sliding(pick: np.ufunc, values: Hashes, *, back: bool = False) -> Hashes:
    """The pick of each window of WINDOW values from (or, `back`, up to) each place, in log(WINDOW) passes."""
    result = values.copy()
    reach = 1
    while reach < WINDOW:
        step = min(reach, WINDOW - reach)
        shifted = result.copy()
        if back:
            pick(result[step:], result[:-step], out=shifted[step:])
        else:
            pick(result[:-step], result[step:], out=shifted[:-step])
        result, reach = shifted, reach + step
    return result


def _mixed(hashes: Hashes) -> Hashes:
    """Spread the bits, so that the smallest hash is any shingle's with equal chance."""
    hashes ^= hashes >> np.uint64(31)
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(29)
    return hashes
