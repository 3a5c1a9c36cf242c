"""Whether several articles are about the event of a story that they are not in: the one measure for putting together and taking apart.

Two look-alike events (two elections, two quakes) differ little in each article and clearly in all of them together: that is why this
is asked of several articles and not of one. As the same measure decides both ways, the order of arrival has little part in the outcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log, log1p, sqrt

from rashomon.stories.cluster import Cluster
from rashomon.stories.evidence import gap_of
from rashomon.stories.told import Told
from rashomon.stories.vectors import products

KIN = -1.0
"""Kinship from which articles belong to a story."""

_ASKED = 24
"""Articles that are asked, the first of them."""
_USUAL_LENGTH = 4.0
_LONG_GAP = 60

# Fitted by logistic regression on stories of ECB+ and BASIL (development): the natural parts of one story against its rest, and
# stories against those nearest to them. `ratio` features are means over the articles asked.
_WEIGHTS = {
    "one": 0.02, "words": 1.09, "names": 1.17, "numbers": 1.43, "lead": 1.16, "days": 0.68, "pairs": 1.04,
    "naming": -0.48, "numbering": -0.47, "dating": -1.09, "pairing": -0.47,
    "size": -0.53, "size·words": 1.04, "size·length": -0.33, "size·names": 1.23, "size·lead": 1.12, "size·dated": 1.94,
    "length": -1.31, "length·words": 0.26, "length·lead": 0.44, "length·names": 0.91, "length·dated": -0.85,
    "dated": -0.13, "gap": -1.02,
    "part": -0.37, "part·words": 0.82, "part·size": -1.84, "part·lead": 0.98, "part·names": 0.63,
}  # fmt: skip

_WITH_PART = [list(_WEIGHTS).index(name) for name in ("words", "size", "lead", "names")]
"""Features that count for more the more articles are asked, as the last of the weights have them."""


def kinship(part: Sequence[Told], story: Cluster, cosines: Sequence[Sequence[float]] = ()) -> float:
    """What speaks for some articles belonging to a story, which does not hold them: a log-odds, above KIN where they do.

    `cosines` of each article with the story, by kind of evidence, where they are known.
    """
    asked = part[:_ASKED]
    cosines = cosines or _cosines(asked, story)
    found = [_features(article, story, of) for article, of in zip(asked, cosines, strict=False)]
    mean = [sum(values) / len(found) for values in zip(*found, strict=True)]
    many = log(len(part))
    features = (*mean, many, *(many * mean[place] for place in _WITH_PART))
    total: float = sum(weight * x for weight, x in zip(_WEIGHTS.values(), features, strict=True))
    return total


def _cosines(articles: Sequence[Told], story: Cluster) -> list[list[float]]:
    found = products(story.centroid.sums, [article.vectors for article in articles]).tolist()
    return [story.centroid.cosines(of) for of in found]


def _features(article: Told, story: Cluster, cosines: Sequence[float]) -> tuple[float, ...]:
    """In the order of the weights."""
    words, names, numbers, lead, days, pairs = [sqrt(min(x, 1.0)) if x > 0 else 0.0 for x in cosines]
    dating, pairing = article.dating * min(story.dating, 1.0), article.pairing * min(story.pairing, 1.0)
    size, length = log(story.size), article.length - _USUAL_LENGTH
    gap = gap_of(article.day, article.day, story)
    dated = float(gap is not None)
    names *= article.naming
    return (
        1.0, words, names, numbers * article.numbering, lead, days * dating, pairs * pairing,
        article.naming, article.numbering, dating, pairing,
        size, size * words, size * length, size * names, size * lead, size * dated,
        length, length * words, length * lead, length * names, length * dated,
        dated, log1p(min(gap or 0, _LONG_GAP)),
    )  # fmt: skip
