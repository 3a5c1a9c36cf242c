"""Stories by the words that they are filed under: which of them share most of the words that tell what an article is about."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray

from rashomon.stories.vectors import Vectors
from rashomon.stories.vocabulary import Numbers, Vocabulary

FILED = 120
"""A story's words of most weight, under which it is filed."""
_COMMON = 150
"""A word of more stories than this calls none of them up, unless the article has no rarer one."""
_ALL_COMMON = 3
"""Words of an article that has no rarer ones, by which stories are called up."""
_LOOKED_AT = 12
"""Stories compared in full, those that share most of the telling words."""
_FAINT = 0.05
"""Share of what the likeliest story has in common with an article under which another is not compared."""
_NONE = -1


class Postings:
    """Files stories under words. Each story has a row of places for its words; a word knows the places that it stands in.

    A word that a story keeps stays where it stands, so that filing a story again touches only the words that came and went.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._standing: dict[int, array[int]] = {}
        self._rows: dict[str, int] = {}
        self._stories: list[str] = []
        self._free: list[int] = []
        self._numbers = np.full((0, FILED), _NONE, np.int32)
        self._weights = np.zeros((0, FILED))

    def file(self, story: str, words: Vectors, length: float) -> None:
        """File a story under at most FILED words and no others; their weights count by the length of all that it tells."""
        row = self._row(story)
        standing = self._numbers[row]
        at, stays = self._stay(standing, words.numbers)
        (gone,) = ((standing != _NONE) & ~stays).nonzero()
        for place in gone.tolist():
            self._leave(int(standing[place]), row * FILED + place)
        standing[gone] = _NONE
        (new,) = (at == _NONE).nonzero()
        (free,) = (standing == _NONE).nonzero()
        at[new] = free[: len(new)]
        standing[at] = words.numbers
        self._weights[row, at] = words.weights / length
        for number, place in zip(words.numbers[new].tolist(), at[new].tolist(), strict=True):
            self._stand(number, row * FILED + place)

    def drop(self, story: str) -> None:
        """Take a story out."""
        row = self._rows.pop(story)
        standing = self._numbers[row]
        for place, number in enumerate(standing.tolist()):
            if number != _NONE:
                self._leave(number, row * FILED + place)
        standing[:] = _NONE
        self._free.append(row)

    def likely(self, telling: Vectors) -> list[str]:
        """The stories that share most of some words, the likeliest first; the words are given the heaviest first."""
        words = zip(telling.numbers.tolist(), telling.weights.tolist(), strict=True)
        found = [(self._standing.get(n), x) for n, x in words]
        rare = [(places, x) for places, x in found if places and len(places) <= _COMMON]
        if rare or all(not places for places, _ in found):
            return self._most(rare)
        return self._most([(places, x) for places, x in found[:_ALL_COMMON] if places])

    def renumber(self, anew: Numbers) -> None:
        """Take up the new numbers that words have been given."""
        numbers = anew.tolist()
        self._standing = {numbers[n]: places for n, places in self._standing.items()}
        filed = self._numbers != _NONE
        self._numbers[filed] = anew[self._numbers[filed]]

    def _most(self, chosen: list[tuple[array[int], int]]) -> list[str]:
        if not chosen:
            return []
        together = array("i")
        for places, _ in chosen:
            together.extend(places)
        standing = np.frombuffer(together, np.int32)
        by = np.array([x for _, x in chosen], np.float64).repeat([len(places) for places, _ in chosen])
        votes = np.bincount(standing // FILED, by * self._weights.ravel()[standing])
        (heard,) = votes.nonzero()
        if len(heard) > _LOOKED_AT:
            least = np.partition(votes[heard], -_LOOKED_AT)[-_LOOKED_AT]
            heard = heard[votes[heard] >= least]
        names = map(self._stories.__getitem__, heard.tolist())
        likely = sorted(zip(votes[heard].tolist(), names, strict=True), reverse=True)
        return [story for most, story in likely[:_LOOKED_AT] if most >= _FAINT * likely[0][0]]

    def _stay(self, standing: Numbers, words: Numbers) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
        """Where words stand in a row already (none: nowhere), and which places of the row keep their word."""
        places = self._vocabulary.places
        places[words] = 0
        places[standing] = np.arange(FILED, dtype=np.int32)
        at = places[words]
        known = standing[at] == words
        at[~known] = _NONE
        stays = np.zeros(FILED, np.bool_)
        stays[at[known]] = True
        return at, stays

    def _row(self, story: str) -> int:
        row = self._rows.get(story)
        if row is None:
            row = self._rows[story] = self._free.pop() if self._free else len(self._stories)
            self._stories[row : row + 1] = [story]
            if row == len(self._numbers):
                more = np.full((max(row, 64), FILED), _NONE, np.int32)
                self._numbers = np.concatenate([self._numbers, more])
                self._weights = np.concatenate([self._weights, np.zeros(more.shape)])
        return row

    def _stand(self, number: int, place: int) -> None:
        places = self._standing.get(number)
        if places is None:
            places = self._standing[number] = array("i")
        places.append(place)

    def _leave(self, number: int, place: int) -> None:
        places = self._standing[number]
        places.remove(place)
        if not places:
            del self._standing[number]
