"""How well an article and a story fit, and how that is told."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.stories.centroid import Vector, heaviest
from rashomon.stories.cluster import Cluster
from rashomon.stories.evidence import JOIN, Likeness, evidence, likeness
from rashomon.stories.placement import Placement, Rival
from rashomon.stories.profile import NUMBERS
from rashomon.stories.told import Told
from rashomon.stories.tongues import MEET, Meeting

_TOLD = 5
"""Words, names and numbers each that a placement tells of."""


@dataclass(frozen=True, slots=True)
class Rated:
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
    like = likeness(article.vectors, article.day, article.day, cluster)
    return Rated(cluster, evidence(article, cluster.size, like), like)


def ranking(rated: Rated) -> tuple[float, int]:
    """Sorts the best first; of equals, the story that began first."""
    return -rated.evidence, rated.cluster.began


def shared(vector: Vector, sums: Vector) -> tuple[str, ...]:
    """The words that speak most for belonging together, heaviest first."""
    return tuple(heaviest({w: x * sums[w] for w, x in vector.items() if w in sums}, _TOLD))


def placement(
    article: Told, best: Rated, rival: Rated | None = None, copy: str = "", meeting: Meeting | None = None
) -> Placement:
    """That an article is in the story `best`; it is not counted in that yet."""
    each = zip(article.vectors[: NUMBERS + 1], best.cluster.centroid.sums, strict=False)
    words, names, numbers = (shared(vector, sums) for vector, sums in each)
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
