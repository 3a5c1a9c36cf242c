"""The natural parts of a story: which of its articles are more like one another than like the rest."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.stories.centroid import cosine
from rashomon.stories.told import Told

_MIX = (1.0, 1.0, 0.5, 0.5, 0.3, 0.5)
"""What words, names, numbers, lead, days and pairs weigh in how alike two articles are."""
_CHAPTER = 0.12
"""Mean likeness up to which articles are put in one chapter."""


def alike(one: Told, other: Told) -> float:
    """How alike two articles are, 0 to 1."""
    each = zip(_MIX, one.vectors, other.vectors, strict=True)
    return sum(m * cosine(a, b) for m, a, b in each) / sum(_MIX)


def parts_of(articles: Sequence[Told], *, most: int) -> list[list[list[Told]]]:
    """The articles in 2, 3 … `most` parts, each part in order of arrival: average linkage, the last steps of it undone."""
    steps = [[[articles[i] for i in group] for group in groups] for groups, _ in _linkage(articles)]
    return [groups for groups in reversed(steps) if 2 <= len(groups) <= most]


def chapters_of(articles: Sequence[Told]) -> list[list[Told]]:
    """The articles by sub-event: put together as long as they are alike enough."""
    groups = [[i] for i in range(len(articles))]
    for found, likeness in _linkage(articles):
        if likeness < _CHAPTER:
            break
        groups = found
    return [[articles[i] for i in g] for g in groups]


def _linkage(articles: Sequence[Told]) -> list[tuple[list[list[int]], float]]:
    """Groups of places after each step of average linkage, with the mean likeness of the two that the step put together."""
    count = len(articles)
    near = [[alike(a, b) if i < j else 0.0 for j, b in enumerate(articles)] for i, a in enumerate(articles)]
    near = [[near[min(i, j)][max(i, j)] for j in range(count)] for i in range(count)]
    groups = [[i] for i in range(count)]
    steps = []
    while len(groups) > 1:
        pairs = ((near[a][b], -a, -b) for b in range(len(groups)) for a in range(b))
        most, a, b = max(pairs)
        a, b = -a, -b
        one, other = len(groups[a]), len(groups[b])
        for k in range(len(groups)):
            near[a][k] = near[k][a] = (one * near[a][k] + other * near[b][k]) / (one + other)
        groups = [sorted(g + groups[b]) if i == a else g for i, g in enumerate(groups) if i != b]
        near = [[x for j, x in enumerate(row) if j != b] for i, row in enumerate(near) if i != b]
        steps.append((groups, most))
    return steps
