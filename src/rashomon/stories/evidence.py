"""How much speaks for an article belonging to a story: a weighted sum that is positive where it does."""

from __future__ import annotations

from math import log, log1p, sqrt
from typing import NamedTuple

from rashomon.stories.cluster import Cluster
from rashomon.stories.profile import NUMBERS
from rashomon.stories.told import Told
from rashomon.stories.vectors import Vectors

_USUAL_LENGTH = 4.0
_LONG_GAP = 60

# Fitted by logistic regression on which of its nearest stories an article belongs to, on the development streams of
# ECB+, BASIL and the UCI headlines together (each weighing the same); one setting for headlines and full texts.
_BIAS = -6.18
_ALIKE = {"words": 9.84, "names": 6.68, "numbers": 4.65}
_NAMING = -2.16
_NUMBERING = -2.74
_SIZE = -1.25
_ALIKE_BY_SIZE = 0.67
_LENGTH = 0.82
_ALIKE_BY_LENGTH = 0.24
_SIZE_BY_LENGTH = -0.5
_GAP = -1.77
_DATED = 3.6
JOIN = -1.5
"""Evidence from which an article joins. Below 0: a story torn apart costs more than a stray article; the best F1 of the four."""

# Headlines say little each and together enough: stories of short texts are put together where their centroids are this near.
MERGE_AT, MERGE_BY_LENGTH, MERGE_BY_DAY = -0.09, 0.13, 0.02
MERGE_BY_SIZE, LARGE = 0.05, 16
"""Two stories of so many headlines each are seldom one that has not been noticed yet: they have to be nearer by the logarithm of how
many times as many there are."""
APART = -0.02
"""How near a part of such a story must at least be to the rest: a little less than to be put together, so that nothing goes to and fro."""


class Likeness(NamedTuple):
    """Cosines of an article's (or story's) words, names and numbers with a story's, and days between them (None: not known)."""

    words: float
    names: float
    numbers: float
    gap: int | None


def likeness(vectors: Vectors, first: int, last: int, cluster: Cluster) -> Likeness:
    """Of vectors of length UNIT and days (ordinals, 0: not known) with a story."""
    words, names, numbers = cluster.centroid.likeness(vectors)[: NUMBERS + 1]
    return Likeness(words, names, numbers, gap_of(first, last, cluster))


def gap_of(first: int, last: int, cluster: Cluster) -> int | None:
    """Days between two stretches of days; None where one is not known."""
    return max(cluster.first - last, first - cluster.last, 0) if first and cluster.first else None


def evidence(article: Told, size: int, like: Likeness) -> float:
    """What speaks for the article belonging to a story of `size` articles."""
    length, large = article.length - _USUAL_LENGTH, log(size)
    words, names, numbers = [sqrt(x) if x > 0 else 0.0 for x in (like.words, like.names, like.numbers)]
    total = _BIAS + _ALIKE["words"] * words
    total += article.naming * (_ALIKE["names"] * names + _NAMING)
    total += article.numbering * (_ALIKE["numbers"] * numbers + _NUMBERING)
    total += large * (_SIZE + _ALIKE_BY_SIZE * words + _SIZE_BY_LENGTH * length)
    total += length * (_LENGTH + _ALIKE_BY_LENGTH * words)
    if like.gap is not None:
        total += _DATED + _GAP * log1p(min(like.gap, _LONG_GAP))
    return total


def nearer_by(size: int) -> float:
    """How much nearer two stories of short texts have to be of which the smaller has so many."""
    return MERGE_BY_SIZE * max(log(size / LARGE), 0.0)


def near_enough(like: Likeness, length: float) -> float:
    """Above 0 where two stories of short texts are one."""
    threshold = MERGE_AT + MERGE_BY_LENGTH * length + MERGE_BY_DAY * min(like.gap or 0, 30)
    return 0.7 * like.words + 0.3 * like.names - threshold
