"""Vectors of words, names, numbers and so on side by side: what an article says, or some articles together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.stories.profile import BLOCKS
from rashomon.stories.vocabulary import Numbers, Vocabulary

Weights = NDArray[np.signedinteger[Any]]


class Vectors:
    """Words by their numbers with whole weights, one vector for each kind of evidence; no word twice, in the order in which they were heard."""

    __slots__ = ("numbers", "vocabulary", "weights")

    def __init__(self, vocabulary: Vocabulary, numbers: Numbers, weights: Weights) -> None:
        self.vocabulary, self.numbers, self.weights = vocabulary, numbers, weights

    @classmethod
    def of(cls, tables: Sequence[Mapping[str, int]], vocabulary: Vocabulary) -> Vectors:
        """Of tables of words, one for each kind of evidence."""
        weights = [x for table in tables for x in table.values()]
        return cls(vocabulary, vocabulary.numbers(tables), np.array(weights, np.int64))

    def small(self) -> Vectors:
        """The same with weights that take half the memory; for weights that are no sums of many."""
        return Vectors(self.vocabulary, self.numbers, self.weights.astype(np.int32))

    def __len__(self) -> int:
        return len(self.numbers)

    @property
    def blocks(self) -> NDArray[np.int8]:
        """Of what kind of evidence each word is."""
        return self.vocabulary.block[self.numbers]

    def tables(self) -> list[tuple[list[str], list[int]]]:
        """Words and their weights, one table for each kind of evidence."""
        blocks = self.blocks
        ordered = self.chosen(blocks.argsort(kind="stable"))
        words, weights = ordered.words(), ordered.weights.tolist()
        ends = np.bincount(blocks, minlength=len(BLOCKS)).cumsum().tolist()
        return [(words[begin:end], weights[begin:end]) for begin, end in pairwise([0, *ends])]

    def kind(self, block: int) -> Vectors:
        """One kind of evidence alone."""
        return self.chosen(self.blocks == block)

    def chosen(self, places: NDArray[Any]) -> Vectors:
        """Some of the words, by their places or by whether each is."""
        return Vectors(self.vocabulary, self.numbers[places], self.weights[places])

    def heaviest(self, most: int) -> Vectors:
        """The words of most weight, heaviest first; of equals, the one heard first."""
        return self.chosen((-self.weights).argsort(kind="stable")[:most])

    def heaviest_of_each(self, most: int) -> Vectors:
        """The same of each kind of evidence."""
        blocks = self.blocks
        order = np.lexsort((-self.weights, blocks))
        many = np.bincount(blocks, minlength=len(BLOCKS))
        rank = np.arange(len(order)) - (many.cumsum() - many)[blocks[order]]
        return self.chosen(order[rank < most])

    def words(self) -> list[str]:
        """The words in their order."""
        return self.vocabulary.words(self.numbers)

    def squares(self) -> list[int]:
        """The square of the length of each kind of evidence."""
        weights = self.weights.astype(np.float64)
        return [int(x) for x in np.bincount(self.blocks, weights * weights, len(BLOCKS)).tolist()]

    def find(self, numbers: Numbers) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
        """Where words are in this, and whether they are."""
        if not len(self):
            return np.zeros(len(numbers), np.int32), np.zeros(len(numbers), np.bool_)
        places = self.vocabulary.places
        places[numbers] = 0
        places[self.numbers] = np.arange(len(self), dtype=np.int32)
        at = places[numbers]
        return at, self.numbers[at] == numbers

    def plus(self, other: Vectors) -> Vectors:
        """Both together: what is in this first."""
        at, known = self.find(other.numbers)
        weights = self.weights.astype(np.int64)
        weights[at[known]] += other.weights[known]
        if known.all():
            return Vectors(other.vocabulary, self.numbers, weights)
        new = ~known
        numbers = np.concatenate([self.numbers, other.numbers[new]])
        return Vectors(other.vocabulary, numbers, np.concatenate([weights, other.weights[new]]))

    def minus(self, other: Vectors) -> Vectors:
        """This without another: no weight falls below 0, words without weight are left out."""
        at, known = self.find(other.numbers)
        weights = self.weights.astype(np.int64)
        weights[at[known]] -= other.weights[known]
        left = np.ones(len(self), np.bool_)
        left[at[known]] = weights[at[known]] > 0
        return Vectors(self.vocabulary, self.numbers[left], weights[left])


def products(one: Vectors, others: Sequence[Vectors]) -> NDArray[np.float64]:
    """The products of one with each of some others, by kind of evidence. Whole numbers."""
    kinds = len(BLOCKS)
    if not others:
        return np.zeros((0, kinds))
    numbers = np.concatenate([v.numbers for v in others])
    weights = np.concatenate([v.weights for v in others])
    rows = np.arange(0, kinds * len(others), kinds).repeat([len(v) for v in others])
    vocabulary = one.vocabulary
    dense = vocabulary.weights
    dense[one.numbers] = one.weights
    found = dense[numbers] * weights
    dense[one.numbers] = 0
    rows += vocabulary.block[numbers]
    return np.bincount(rows, found, kinds * len(others)).reshape(-1, kinds).astype(np.float64, copy=False)
