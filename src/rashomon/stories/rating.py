"""How well an article and a story fit, and how that is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.stories.cluster import Cluster
from rashomon.stories.evidence import JOIN, Likeness, evidence, gap_of
from rashomon.stories.placement import Placement, Rival
from rashomon.stories.profile import NUMBERS
from rashomon.stories.told import Told
from rashomon.stories.tongues import MEET, Meeting
from rashomon.stories.vectors import Vectors, products

_TOLD = 5
"""Words, names and numbers each that a placement tells of."""


class Rated(NamedTuple):
    """A story that an article may belong to, and what speaks for it."""

    cluster: Cluster
    evidence: float
    like: Likeness

    @property
    def rival(self) -> Rival:
        """The same as a placement tells it."""
        return Rival(story=self.cluster.story, evidence=round(self.evidence, 2))


def rate(article: Told, cluster: Cluster) -> Rated:
    """What speaks for an article belonging to a story."""
    (rated,) = rate_all(article, [cluster])
    return rated


def rate_all(article: Told, clusters: Sequence[Cluster]) -> list[Rated]:
    """The same of several stories, the best first."""
    found = []
    shared = products(article.vectors, [c.centroid.sums for c in clusters]).tolist()
    for cluster, of in zip(clusters, shared, strict=True):
        words, names, numbers = cluster.centroid.cosines(of)[: NUMBERS + 1]
        like = Likeness(words, names, numbers, gap_of(article.day, article.day, cluster))
        found.append(Rated(cluster, evidence(article, cluster.size, like), like))
    return sorted(found, key=_ranking)


def _ranking(rated: Rated) -> tuple[float, int]:
    """Sorts the best first; of equals, the story that began first."""
    return -rated.evidence, rated.cluster.began


def shared(one: Vectors, other: Vectors) -> list[tuple[str, ...]]:
    """The words, names and numbers that speak most for belonging together, the heaviest of each first."""
    at, known = other.find(one.numbers)
    both = Vectors(one.vocabulary, one.numbers[known], one.weights[known] * other.weights[at[known]])
    return [tuple(words) for words, _ in both.heaviest_of_each(_TOLD).tables()[: NUMBERS + 1]]


def placement(
    article: Told, best: Rated, rival: Rated | None = None, copy: str = "", meeting: Meeting | None = None
) -> Placement:
    """That an article is in the story `best`; it is not counted in that yet."""
    words, names, numbers = shared(article.vectors, best.cluster.centroid.sums)
    like = best.like
    return Placement(
        article=article.article,
        story=best.cluster.story,
        words=words,
        names=names,
        numbers=numbers,
        likeness=(round(like.words, 3), round(like.names, 3), round(like.numbers, 3)),
        gap=like.gap,
        copy_of=copy,
        languages=meeting.languages if meeting else (),
        evidence=round(meeting.alike if meeting else best.evidence, 2),
        needed=MEET if meeting else JOIN,
        rival=rival.rival if rival else None,
    )
