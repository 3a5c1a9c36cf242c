"""Numbers for the words of a stream, so that what reports say is arrays of numbers and not tables of words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.stories.profile import BLOCKS

Numbers = NDArray[np.int32]

_ROOM = 1 << 12
_CROWDED = 1 << 17
"""Words up to which nobody asks which of them are still in use."""


class Vocabulary:
    """The words, names and so on that are in use, each with a number that is its place in the arrays below.

    `block`: of what kind of evidence each is. `places` and `weights` are for whoever puts one vector beside others: nobody leaves anything
    in `weights`, what is in `places` means nothing to the next.
    """

    def __init__(self) -> None:
        self._words: list[str] = []
        self._known = [_Known(self, block) for block in range(len(BLOCKS))]
        self._after_forgetting = 0
        self.block = np.zeros(_ROOM, np.int8)
        self.places = np.zeros(_ROOM, np.int32)
        self.weights = np.zeros(_ROOM, np.int64)

    def __len__(self) -> int:
        return len(self._words)

    @property
    def room(self) -> int:
        """How many words have room in the arrays."""
        return len(self.block)

    def numbers(self, tables: Sequence[Iterable[str]]) -> Numbers:
        """The numbers of words, one table for each kind of evidence."""
        return np.array(
            [n for known, words in zip(self._known, tables, strict=True) for n in map(known.__getitem__, words)],
            np.int32,
        )

    def number(self, block: int, word: str) -> int | None:
        """The number of a word, if it is in use."""
        return self._known[block].get(word)

    def words(self, numbers: Numbers) -> list[str]:
        """Words by their numbers."""
        return list(map(self._words.__getitem__, numbers.tolist()))

    def new(self, block: int, word: str) -> int:
        """Give a word its number."""
        number = len(self._words)
        if number == self.room:
            more = np.zeros(number, np.int8)
            self.block = np.concatenate([self.block, more])
            self.places = np.concatenate([self.places, more.astype(np.int32)])
            self.weights = np.concatenate([self.weights, more.astype(np.int64)])
        self._words.append(word)
        self.block[number] = block
        return number

    @property
    def crowded(self) -> bool:
        """Whether it has grown so much that it is time to forget what is no longer in use."""
        return len(self) > max(2 * self._after_forgetting, _CROWDED)

    def forget(self, used: NDArray[np.bool_]) -> Numbers:
        """Forget the words that are not in use; the new number of each of the others."""
        left = np.flatnonzero(used[: len(self._words)])
        anew = np.zeros(self.room, np.int32)
        anew[left] = np.arange(len(left))
        self._words = [self._words[n] for n in left.tolist()]
        blocks = self.block[left]
        self.block[: len(left)] = blocks
        for block, known in enumerate(self._known):
            known.clear()
            known.update((self._words[n], n) for n in np.flatnonzero(blocks == block).tolist())
        self._after_forgetting = len(self._words)
        return anew


class _Known(dict[str, int]):
    """Words of one kind with their numbers; one that is new is given one."""

    def __init__(self, vocabulary: Vocabulary, block: int) -> None:
        self._vocabulary, self._block = vocabulary, block

    def __missing__(self, word: str) -> int:
        number = self[word] = self._vocabulary.new(self._block, word)
        return number
