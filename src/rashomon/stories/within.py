"""A story's kept articles beside one another: what some of them are to the rest, without summing the rest up anew."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from rashomon.stories.centroid import UNIT
from rashomon.stories.cluster import Cluster
from rashomon.stories.evidence import Likeness
from rashomon.stories.parts import products_of
from rashomon.stories.profile import NUMBERS
from rashomon.stories.vectors import Vectors, products


class Within:
    """The articles that a story has kept, by their places, with the products of every two of them and of each with the story."""

    def __init__(self, story: Cluster) -> None:
        self.articles = list(story.kept.values())
        self.products = products_of(self.articles)
        self._story = story
        if len(self.articles) == story.size:
            self._own = self.products
            self._whole = self.products.sum(axis=2)
            self._squares = self._whole.sum(axis=1)
        else:
            sums = story.centroid.sums
            self._own = products_of(self.articles, only=sums)
            self._whole = self._with(sums)
            self._squares = np.array(story.centroid.squares, dtype=np.float64)

    def cosines(self, part: Sequence[int]) -> list[list[float]]:
        """Cosines of each of some articles with the story without them, by kind of evidence."""
        own = self._own[:, part][:, :, part]
        whole = self._whole[:, part]
        rest = self._squares - 2 * whole.sum(axis=1) + own.sum(axis=(1, 2))
        length = np.sqrt(np.maximum(rest, 0.0))[:, None] * UNIT
        shared = np.maximum(whole - own.sum(axis=2), 0.0)
        found: list[list[float]] = np.divide(shared, length, out=np.zeros_like(shared), where=length > 0).T.tolist()
        return found

    def likeness(self, place: int) -> Likeness:
        """Of one article with the others of the story."""
        words, names, numbers = self._alone[place]
        return Likeness(words, names, numbers, self._gap(place))

    @cached_property
    def _alone(self) -> list[list[float]]:
        """Cosines of each article with the others."""
        own = self._own[: NUMBERS + 1].diagonal(axis1=1, axis2=2)
        whole = self._whole[: NUMBERS + 1]
        rest = self._squares[: NUMBERS + 1, None] - 2 * whole + own
        length = np.sqrt(np.maximum(rest, 0.0)) * UNIT
        shared = np.maximum(whole - own, 0.0)
        found: list[list[float]] = np.divide(shared, length, out=np.zeros_like(shared), where=length > 0).T.tolist()
        return found

    def without(self, part: Sequence[int]) -> Cluster:
        """The story without some of its articles, as far as its words are not asked for."""
        gone = [self.articles[i] for i in part]
        names = {t.article for t in gone}
        story = self._story
        rest = Cluster(story.story, [m for m in story.members if m not in names], first=story.first, last=story.last)
        rest.dating = story.dating - sum(t.dating for t in gone)
        rest.pairing = story.pairing - sum(t.pairing for t in gone)
        days = [t.day for t in self.articles if t.day and t.article not in names]
        if days and len(self.articles) == story.size:
            rest.first, rest.last = min(days), max(days)
        return rest

    def _with(self, sums: Vectors) -> NDArray[np.float64]:
        return products(sums, [t.vectors for t in self.articles]).T

    def _gap(self, place: int) -> int | None:
        """Days between an article and the others; None where they are not known."""
        story, article = self._story, self.articles[place]
        days = [t.day for t in self.articles if t.day and t is not article]
        if len(self.articles) < story.size:
            days += [d for d in (story.first, story.last) if d]
        return max(min(days) - article.day, article.day - max(days), 0) if days and article.day else None
