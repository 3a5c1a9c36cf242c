"""The natural parts of a story: which of its articles are more like one another than like the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.stories.centroid import UNIT, Vector
from rashomon.stories.profile import BLOCKS
from rashomon.stories.told import Told

Products = NDArray[np.float64]
"""Products of the vectors of every two of some articles, by kind of evidence. Whole numbers, so that no order of adding changes them."""

_MIX = (1.0, 1.0, 0.5, 0.5, 0.3, 0.5)
"""What words, names, numbers, lead, days and pairs weigh in how alike two articles are."""
_CHAPTER = 0.12
"""Mean likeness up to which articles are put in one chapter."""
_NOTHING = -1.0


def products_of(articles: Sequence[Told], only: Sequence[Vector] = ()) -> Products:
    """The products of all pairs of articles, themselves included; `only`: of words that these have."""
    found = np.empty((len(BLOCKS), len(articles), len(articles)))
    for block in range(len(BLOCKS)):
        places: dict[str, int] = {}
        vectors = [t.vectors[block] for t in articles]
        if only:
            vectors = [{w: x for w, x in v.items() if w in only[block]} for v in vectors]
        columns = [[places.setdefault(w, len(places)) for w in v] for v in vectors]
        weights = np.zeros((len(articles), len(places)))
        for row, column, vector in zip(weights, columns, vectors, strict=True):
            row[column] = list(vector.values())
        found[block] = weights @ weights.T
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
