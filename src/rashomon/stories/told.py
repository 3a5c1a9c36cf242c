"""An article as a story keeps it, to look at it again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rashomon.stories.packing import pack, unpack
from rashomon.stories.profile import DAYS, NAMES, NUMBERS, PAIRS, Profile
from rashomon.stories.sketch import Sketch
from rashomon.stories.vectors import Vectors
from rashomon.stories.vocabulary import Vocabulary

_BITS = 17
_WEIGHT = (1 << _BITS) - 1
"""In a record a word's count and its weight are one number; UNIT is the largest weight."""
_PLAIN = ("article", "day", "length", "naming", "numbering", "dating", "pairing", "sketch")


@dataclass(frozen=True, slots=True)
class Told:
    """An article's vectors and what else speaks for and against stories: `length` (logarithm of its different words), its day as an
    ordinal (0: not known), and, from 0 to 1, whether it has names, numbers, days and pairs enough for their absence to tell.

    `counts` are what its vectors come from; none where they will not be weighed anew.
    """

    article: str
    vectors: Vectors
    day: int
    length: float
    naming: float
    numbering: float
    dating: float
    pairing: float
    sketch: Sketch
    counts: Vectors | None = None


def told(profile: Profile, vectors: Vectors, counts: Vectors | None = None) -> Told:
    """An article by its profile and the vectors that it has now; `counts` if it may be weighed anew."""
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
        counts,
    )


def pack_told(article: Told) -> bytes:
    """An article as bytes; `unpack_told` gives the same."""
    vectors = article.vectors
    if article.counts:
        at, known = vectors.find(article.counts.numbers)
        both = article.counts.weights.astype(np.int64) << _BITS
        both[known] |= vectors.weights[at[known]]
        vectors = Vectors(vectors.vocabulary, article.counts.numbers, both)
    return pack([getattr(article, name) for name in _PLAIN], vectors.tables())


def unpack_told(record: bytes, vocabulary: Vocabulary) -> Told:
    """The article that `pack_told` was given."""
    plain, tables = unpack(record)
    values = dict(zip(_PLAIN, plain, strict=True))
    values["sketch"] = tuple(values["sketch"])
    both = Vectors.of(tables, vocabulary)
    weights, counts = both.weights & _WEIGHT, both.weights >> _BITS
    vectors = Vectors(vocabulary, both.numbers, weights).chosen(weights > 0).small()
    return Told(
        vectors=vectors, counts=Vectors(vocabulary, both.numbers, counts).small() if counts.any() else None, **values
    )
