"""How common words are: in how many of the articles seen lately each occurs."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from math import log

import numpy as np
from numpy.typing import NDArray

from rashomon.stories.centroid import UNIT
from rashomon.stories.packing import pack, unpack
from rashomon.stories.profile import BLOCKS
from rashomon.stories.vectors import Vectors
from rashomon.stories.vocabulary import Numbers, Vocabulary

EPOCH = 64
"""Articles counted together; what is counted goes in epochs, so that a change touches the record of one."""
EPOCHS = 512
"""Epochs kept, packed. What was said before the last 32,768 articles tells nothing of how common a word is now."""

_UNSEEN = 6
"""Articles reckoned with that have none of the words: among the first few of a corpus, what two share is not common yet. Of twelve
reports drawn from four stories (ECB+, BASIL, the mixed stream; 60 times each) recall rises by .02 to .04, precision falls by at most .01."""


class Frequency:
    """In how many articles of a sliding window each word, name and number occurs."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._total = np.zeros(vocabulary.room, np.int32)
        self._now = np.zeros(vocabulary.room, np.int32)
        self._past: deque[tuple[int, bytes]] = deque()
        self._counted = 0

    @property
    def counted(self) -> int:
        """Articles noted in all."""
        return self._counted

    def note(self, counts: Vectors) -> None:
        """Count the words of an article."""
        self._make_room()
        self._now[counts.numbers] += 1
        self._total[counts.numbers] += 1
        self._counted += 1
        if self._counted % EPOCH == 0:
            self._past.append((self._counted // EPOCH - 1, self._packed()))
            self._now[:] = 0
            self._forget_past()

    def rarity(self, block: int, word: str) -> float:
        """Logarithm of how many articles there are to one with this word; 0 for a word of nearly all."""
        number = self._vocabulary.number(block, word)
        heard = 0 if number is None else int(self._total[number])
        return max(log(self._window + 1) - log(heard + 0.5), 0.0)

    def vectors(self, counts: Vectors) -> Vectors:
        """Logarithmic counts by rarity, of length UNIT; one vector for each kind of evidence."""
        self._make_room()
        rarity = log(self._window + 1) - np.log(self._total[counts.numbers] + 0.5)
        rare = rarity > 0
        numbers = counts.numbers[rare]
        weights = rarity[rare] * (1 + np.log(counts.weights[rare]))
        blocks = self._vocabulary.block[numbers]
        lengths = np.sqrt(np.bincount(blocks, weights * weights, len(BLOCKS)))
        found = np.rint(weights * UNIT / lengths[blocks]).astype(np.int32)
        return Vectors(self._vocabulary, numbers, found).chosen(found > 0)

    @property
    def _window(self) -> int:
        return min(self._counted, EPOCH * EPOCHS) + _UNSEEN

    @property
    def used(self) -> NDArray[np.bool_]:
        """Which words were heard lately, by their numbers."""
        self._make_room()
        return self._total > 0

    def renumber(self, anew: Numbers, used: NDArray[np.bool_]) -> None:
        """Take up the new numbers that words have been given."""
        for counts in (self._total, self._now):
            left = counts[used]
            counts[:] = 0
            counts[anew[used]] = left

    def epochs(self, since: int = 0) -> dict[int, bytes]:
        """Epochs by their numbers, from number `since` on, the one under way last."""
        past = {number: record for number, record in self._past if number >= since}
        return past | {self._counted // EPOCH: self._packed()}

    def restore(self, epochs: Mapping[int, bytes], counted: int) -> None:
        """Take up the counts of epochs as `epochs` gave them."""
        self._counted = counted
        for number, record in sorted(epochs.items()):
            counts = self._unpacked(record)
            if number < counted // EPOCH:
                self._past.append((number, record))
            else:
                self._now[counts.numbers] = counts.weights
            self._total[counts.numbers] += counts.weights

    def refresh(self, epochs: Mapping[int, bytes], counted: int) -> None:
        """Take up what another has counted since: its epochs from the one that was under way here on."""
        self._total -= self._now
        self._now[:] = 0
        self.restore(epochs, counted)
        self._forget_past()

    def _forget_past(self) -> None:
        while len(self._past) > EPOCHS:
            counts = self._unpacked(self._past.popleft()[1])
            self._total[counts.numbers] -= counts.weights

    def _packed(self) -> bytes:
        numbers = np.flatnonzero(self._now).astype(np.int32)
        return pack(None, Vectors(self._vocabulary, numbers, self._now[numbers]).tables())

    def _unpacked(self, record: bytes) -> Vectors:
        counts = Vectors.of(unpack(record)[1], self._vocabulary).small()
        self._make_room()
        return counts

    def _make_room(self) -> None:
        more = np.zeros(self._vocabulary.room - len(self._total), np.int32)
        if len(more):
            self._total = np.concatenate([self._total, more])
            self._now = np.concatenate([self._now, more])
