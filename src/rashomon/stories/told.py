"""An article as a story keeps it, to look at it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.stories.centroid import Vector
from rashomon.stories.profile import DAYS, NAMES, NUMBERS, PAIRS, Profile
from rashomon.stories.sketch import Sketch

Vectors = tuple[Vector, ...]
Counts = tuple[Mapping[str, int], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An article's vectors (and the counts that they come from) and what else speaks for and against stories: `length` (logarithm of its different words), its day as an
    ordinal (0: not known), and, from 0 to 1, whether it has names, numbers, days and pairs enough for their absence to tell."""

    article: str
    vectors: Vectors
    day: int
    length: float
    naming: float
    numbering: float
    dating: float
    pairing: float
    sketch: Sketch
    counts: Counts


def told(profile: Profile, vectors: Vectors) -> Told:
    """An article by its profile and the vectors that it has now."""
    return Told(
        profile.article,
        vectors,
        profile.day,
        profile.length,
        profile.telling(NAMES),
        profile.telling(NUMBERS),
        profile.telling(DAYS),
        profile.telling(PAIRS),
        profile.sketch,
        profile.counts,
    )
