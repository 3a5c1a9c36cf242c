"""The natural parts of a story: which of its articles are more like one another than like the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.stories.centroid import UNIT
from rashomon.stories.profile import BLOCKS
from rashomon.stories.told import Told
from rashomon.stories.vectors import Vectors

Products = NDArray[np.float64]
"""Products of the vectors of every two of some articles, by kind of evidence. Whole numbers, so that no order of adding changes them."""

_MIX = (1.0, 1.0, 0.5, 0.5, 0.3, 0.5)
"""What words, names, numbers, lead, days and pairs weigh in how alike two articles are."""
_CHAPTER = 0.12
"""Mean likeness up to which articles are put in one chapter."""
_NOTHING = -1.0


def products_of(articles: Sequence[Told], only: Vectors | None = None) -> Products:
    """The products of all pairs of articles, themselves included; `only`: of words that these have."""
    found = np.zeros((len(BLOCKS), len(articles), len(articles)))
    numbers = np.concatenate([t.vectors.numbers for t in articles])
    weights = np.concatenate([t.vectors.weights for t in articles])
    rows = np.repeat(np.arange(len(articles)), [len(t.vectors) for t in articles])
    if only is not None:
        _, known = only.find(numbers)
        numbers, weights, rows = numbers[known], weights[known], rows[known]
    vocabulary, columns = articles[0].vectors.vocabulary, np.arange(len(numbers), dtype=np.int32)
    # Each word once: where it stands last. These in order of their kinds are the columns of a table of articles by words.
    vocabulary.places[numbers] = columns
    words = numbers[vocabulary.places[numbers] == columns]
    blocks = vocabulary.block[words]
    order = np.argsort(blocks, kind="stable")
    vocabulary.places[words[order]] = np.arange(len(words), dtype=np.int32)
    table = np.zeros((len(articles), len(words)))
    table[rows, vocabulary.places[numbers]] = weights
    ends = np.cumsum(np.bincount(blocks, minlength=len(BLOCKS))).tolist()
    for block, (begin, end) in enumerate(pairwise([0, *ends])):
        if end > begin:
            part = table[:, begin:end]
            found[block] = part @ part.T
    return found


def parts_of(products: Products, *, most: int) -> list[list[list[int]]]:
    """Articles by their places, in 2, 3 … `most` parts, in order of arrival: average linkage, the last steps of it undone."""
    steps = [groups for groups, _ in _linkage(_alike(products))]
    return [groups for groups in reversed(steps) if 2 <= len(groups) <= most]


def chapters_of(articles: Sequence[Told]) -> list[list[Told]]:
    """The articles by sub-event: put together as long as they are alike enough."""
    groups = [[i] for i in range(len(articles))]
    for found, likeness in _linkage(_alike(products_of(articles))):
        if likeness < _CHAPTER:
            break
        groups = found
    return [[articles[i] for i in g] for g in groups]


def _alike(products: Products) -> NDArray[np.float64]:
    """How alike every two articles are, 0 to 1."""
    found = np.zeros(products.shape[1:])
    for mix, block in zip(_MIX, products, strict=True):
        found += mix * (block / (UNIT * UNIT))
    return found / sum(_MIX)


def _linkage(near: NDArray[np.float64]) -> Iterator[tuple[list[list[int]], float]]:
    """Groups of places after each step of average linkage, with the mean likeness of the two that the step put together."""
    count = len(near)
    groups: dict[int, list[int]] = {i: [i] for i in range(count)}
    np.fill_diagonal(near, _NOTHING)
    while len(groups) > 1:
        a, b = divmod(int(near.argmax()), count)
        most = float(near[a, b])
        one, other = len(groups[a]), len(groups[b])
        near[a] = near[:, a] = (one * near[a] + other * near[b]) / (one + other)
        near[b] = near[:, b] = near[a, a] = _NOTHING
        groups[a] = sorted(groups[a] + groups.pop(b))
        yield list(groups.values()), most
