"""How near claims of two articles are in meaning, by vectors. Vectors see no contradiction ("accepted" is near "rejected"): they
propose pairs and are one reason among many; they never decide.

All that is told in two reports of one event is alike. What they have in common is taken off each vector first (as in Mu and
Viswanath 2018, arXiv 1702.01417): near is what is nearer than the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.collate.align.cluster import Pair
from rashomon.collate.align.paraphrase import Encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NEAR = 0.45
"""Cosine from which on a claim and its nearest of another article are worth weighing, all words apart."""
_HELD_BACK = 10
"""Claims that are counted in at the origin: of a report of two clauses, what they have in common is not all they say."""
_DIGITS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """The vectors of an article's claims and of the sentences they stand in, by the claim's id."""

    rows: Mapping[str, int]
    claims: NDArray[np.int16]
    sentences: NDArray[np.int16]


def meanings_of(texts: Mapping[str, tuple[str, str]], encoder: Encoder) -> Meanings:
    """The vectors of one article. `texts`: claim id to the words of the claim and of its sentence."""
    ids = sorted(texts)
    return Meanings(
        rows={c: i for i, c in enumerate(ids)},
        claims=encoder([texts[c][0] for c in ids]),
        sentences=encoder([texts[c][1] for c in ids]),
    )


def nearness_of(a: str, b: str, ours: Meanings, theirs: Meanings) -> tuple[float, float]:
    """How near two claims are, and their sentences: two cosines."""
    claims, sentences = _cosines(ours, theirs)
    i, j = ours.rows[a], theirs.rows[b]
    return float(claims[i, j]), float(sentences[i, j])


def nearest(articles: Sequence[Meanings]) -> Iterator[Pair]:
    """Each claim with the nearest of every other article, where they are near; the lesser id first, a pair may come twice."""
    for n, ours in enumerate(articles):
        for theirs in articles[n + 1 :]:
            cosines, _ = _cosines(ours, theirs)
            left, right = list(ours.rows), list(theirs.rows)
            found = {(i, int(j)) for i, j in enumerate(cosines.argmax(axis=1))}
            found |= {(int(i), j) for j, i in enumerate(cosines.argmax(axis=0))}
            yield from (_pair(left[i], right[j]) for i, j in sorted(found) if cosines[i, j] >= _NEAR)


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


@lru_cache(maxsize=1024)
def _cosines(ours: Meanings, theirs: Meanings) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The cosines between all claims of two articles, and between their sentences."""
    return _centred(ours.claims, theirs.claims), _centred(ours.sentences, theirs.sentences)


def _centred(x: NDArray[np.int16], y: NDArray[np.int16]) -> NDArray[np.float32]:
    import numpy as np

    both = x.sum(axis=0, dtype=np.int64) + y.sum(axis=0, dtype=np.int64)
    centre = both / (len(x) + len(y) + _HELD_BACK)
    u, v = (z / np.maximum(np.linalg.norm(z, axis=1, keepdims=True), 1.0) for z in (x - centre, y - centre))
    found: NDArray[np.float32] = np.round(u @ v.T, _DIGITS).astype(np.float32)
    return found
