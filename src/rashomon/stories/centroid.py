"""What some articles say together: sums of their vectors, in whole numbers, so that the order of adding changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

from rashomon.stories.profile import BLOCKS

Vector = Mapping[str, int]
"""Weights of an article's words, names or numbers, of length UNIT."""

UNIT = 1 << 16
_FULL, _TRIMMED = 1024, 768
"""Words from which a sum is trimmed, and how many it is trimmed to: bounds the memory that a long story takes."""


class Centroid:
    """Sums of vectors, one for each kind of evidence.

    `summed`: it is what its vectors give when they are added up in their order, nothing was trimmed off or taken off again.
    """

    __slots__ = ("squares", "summed", "sums")

    def __init__(self, sums: Sequence[Mapping[str, int]] = (), *, summed: bool = True) -> None:
        self.summed = summed
        self.sums: list[dict[str, int]] = [dict(s) for s in sums] or [{} for _ in BLOCKS]
        self.squares = [sum(x * x for x in s.values()) for s in self.sums]

    def add(self, vectors: Sequence[Vector]) -> None:
        """Add an article's vectors, or another centroid's sums."""
        for block, (sums, vector) in enumerate(zip(self.sums, vectors, strict=True)):
            more = 0
            for w, x in vector.items():
                before = sums.get(w, 0)
                more += x * (2 * before + x)
                sums[w] = before + x
            self.squares[block] += more
            if len(sums) > _FULL:
                self.sums[block] = {w: sums[w] for w in heaviest(sums, _TRIMMED)}
                self.squares[block] = sum(x * x for x in self.sums[block].values())
                self.summed = False

    def take(self, vectors: Sequence[Vector]) -> None:
        """Take an article's vectors off again; what was trimmed off before stays off."""
        self.summed = False
        for block, (sums, vector) in enumerate(zip(self.sums, vectors, strict=True)):
            less = 0
            for w, x in vector.items():
                before = sums.get(w, 0)
                left = max(before - x, 0)
                less += before * before - left * left
                if left:
                    sums[w] = left
                elif before:
                    del sums[w]
            self.squares[block] -= less

    def likeness(self, vectors: Sequence[Vector]) -> list[float]:
        """Cosines with vectors of length UNIT, as many as are given."""
        return [
            product(vector, sums) / (sqrt(square) * UNIT) if square else 0.0
            for vector, sums, square in zip(vectors, self.sums, self.squares, strict=False)
        ]

    def unit(self, kinds: int) -> list[dict[str, int]]:
        """Vectors of length UNIT in its direction, of the first so many kinds of evidence."""
        found = []
        for sums, square in zip(self.sums[:kinds], self.squares, strict=False):
            length = sqrt(square)
            found.append({w: round(x * UNIT / length) for w, x in sums.items()} if square else {})
        return found


def heaviest(vector: Vector, most: int) -> list[str]:
    """The words of most weight, heaviest first; of equals, the one heard first."""
    return sorted(vector, key=vector.__getitem__, reverse=True)[:most]


def product(one: Vector, other: Vector) -> int:
    """The scalar product."""
    return sum([one[w] * other[w] for w in one.keys() & other.keys()])
