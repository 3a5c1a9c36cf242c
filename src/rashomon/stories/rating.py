"""How well an article and a story fit, and how that is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.stories.centroid import Vector, heaviest
from rashomon.stories.cluster import Chapter, Cluster
from rashomon.stories.evidence import JOIN, Likeness, evidence
from rashomon.stories.placement import Placement, Rival
from rashomon.stories.profile import Profile

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


def rate(profile: Profile, vectors: Sequence[Vector], cluster: Cluster) -> Rated:
    """What speaks for an article belonging to a story."""
    like = likeness(vectors, profile.day, profile.day, cluster.whole)
    return Rated(cluster, evidence(profile, cluster.size, like), like)


def ranking(rated: Rated) -> tuple[float, int]:
    """Sorts the best first; of equals, the story that began first."""
    return -rated.evidence, rated.cluster.began


def likeness(vectors: Sequence[Vector], first: int, last: int, chapter: Chapter) -> Likeness:
    """Of vectors of length UNIT and days (ordinals, 0: not known) with a chapter or whole story."""
    words, names, numbers = chapter.centroid.likeness(vectors)
    gap = max(chapter.first - last, first - chapter.last, 0) if first and chapter.first else None
    return Likeness(words, names, numbers, gap)


def shared(vector: Vector, sums: Vector) -> tuple[str, ...]:
    """The words that speak most for belonging together, heaviest first."""
    return tuple(heaviest({w: x * sums[w] for w, x in vector.items() if w in sums}, _TOLD))


def placement(
    profile: Profile, vectors: Sequence[Vector], best: Rated, rival: Rated | None = None, copy: str = ""
) -> Placement:
    """That an article is in the story `best`; it is not counted in that yet."""
    told = [shared(v, sums) for v, sums in zip(vectors, best.cluster.whole.centroid.sums, strict=True)]
    like = best.like
    return Placement(
        article=profile.article,
        story=best.cluster.story,
        words=told[0],
        names=told[1],
        numbers=told[2],
        likeness=(round(like.words, 3), round(like.names, 3), round(like.numbers, 3)),
        gap=like.gap,
        copy_of=copy,
        evidence=round(best.evidence, 2),
        needed=JOIN,
        rival=rival.rival if rival else None,
    )
