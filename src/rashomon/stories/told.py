"""An article as a story keeps it, to look at it again."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.stories.packing import pack, unpack
from rashomon.stories.profile import BLOCKS, DAYS, NAMES, NUMBERS, PAIRS, Profile
from rashomon.stories.sketch import Sketch
from rashomon.stories.vectors import Vectors
from rashomon.stories.vocabulary import Vocabulary

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
    plain = [getattr(article, name) for name in _PLAIN]
    counts = article.counts.tables() if article.counts else []
    return pack([len(BLOCKS), plain], (*article.vectors.tables(), *counts))


def unpack_told(record: bytes, vocabulary: Vocabulary) -> Told:
    """The article that `pack_told` was given."""
    (kinds, plain), tables = unpack(record)
    values = dict(zip(_PLAIN, plain, strict=True))
    values["sketch"] = tuple(values["sketch"])
    counts = Vectors.of(tables[kinds:], vocabulary).small() if tables[kinds:] else None
    return Told(vectors=Vectors.of(tables[:kinds], vocabulary).small(), counts=counts, **values)
