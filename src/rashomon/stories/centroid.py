"""What some articles say together: sums of their vectors, in whole numbers, so that the order of adding changes nothing."""

from __future__ import annotations

from math import sqrt

import numpy as np

from rashomon.stories.vectors import Vectors, products
from rashomon.stories.vocabulary import Vocabulary

UNIT = 1 << 16
"""The length of an article's vectors."""
_FULL, _TRIMMED = 1024, 768
"""Words from which a sum is trimmed, and how many it is trimmed to: bounds the memory that a long story takes."""

_NOTHING = Vectors(Vocabulary(), np.zeros(0, np.int32), np.zeros(0, np.int64))


class Centroid:
    """Sums of vectors, one for each kind of evidence.

    `summed`: it is what its vectors give when they are added up in their order, nothing was trimmed off or taken off again.
    """

    __slots__ = ("squares", "summed", "sums")

    def __init__(self, sums: Vectors | None = None, *, summed: bool = True) -> None:
        self.sums = sums if sums is not None else _NOTHING
        self.summed = summed
        self.squares = self.sums.squares()

    def add(self, vectors: Vectors) -> None:
        """Add an article's vectors, or another centroid's sums."""
        self.sums = self.sums.plus(vectors)
        if len(self.sums) > _FULL:
            self._trim()
        self.squares = self.sums.squares()

    def _trim(self) -> None:
        for block in np.flatnonzero(np.bincount(self.sums.blocks) > _FULL).tolist():
            trimmed = self.sums.kind(block).heaviest(_TRIMMED)
            self.sums = self.sums.chosen(self.sums.blocks != block).plus(trimmed)
            self.summed = False

    def take(self, vectors: Vectors) -> None:
        """Take an article's vectors off again; what was trimmed off before stays off."""
        self.summed = False
        self.sums = self.sums.minus(vectors)
        self.squares = self.sums.squares()

    def likeness(self, vectors: Vectors) -> list[float]:
        """Cosines with vectors of length UNIT, by kind of evidence."""
        (found,) = products(vectors, [self.sums]).tolist()
        return self.cosines(found)

    def cosines(self, found: list[float]) -> list[float]:
        """The same from the products of the vectors with its sums."""
        return [x / (sqrt(square) * UNIT) if square else 0.0 for x, square in zip(found, self.squares, strict=True)]

    def unit(self, kinds: int) -> Vectors:
        """Vectors of length UNIT in its direction, of the first so many kinds of evidence."""
        sums = self.sums.chosen(self.sums.blocks < kinds)
        lengths = np.sqrt(np.array(self.squares, np.float64))[sums.blocks]
        weights = np.rint(sums.weights * UNIT / lengths).astype(np.int64)
        return Vectors(sums.vocabulary, sums.numbers, weights)
