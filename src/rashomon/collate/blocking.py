"""Which things are worth comparing, found through an index of what they hold: comparing all with all grows with the square.

A key that very many hold tells none of them apart. It goes on joining each of them to the first few, so that what only repeats
itself still meets, at a cost that grows with the length of the text and no faster.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from rashomon.records import Witness

MOST_HOLDERS = 200
"""So many may hold a key that joins them all: no story of the sets at hand has a word in a third as many sentences."""
FEW = 20
"""Holders of a key more common than that which all the others are still compared with."""
_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})
_SHOWN = 3
K = TypeVar("K", bound=Hashable)


class Index(Generic[K]):
    """Who holds which key, things counted in the order given."""

    def __init__(self, keys: Sequence[Iterable[K]]) -> None:
        self._keys = [tuple(dict.fromkeys(k)) for k in keys]
        self._holders: dict[K, list[int]] = defaultdict(list)
        for i, held in enumerate(self._keys):
            for key in held:
                self._holders[key].append(i)

    def before(self, j: int, key: K) -> Sequence[int]:
        """The holders of `key` that come before `j` and are to be compared with it."""
        holders = self._holders.get(key, [])
        if len(holders) > MOST_HOLDERS:
            holders = holders[:FEW]
        return holders[: bisect_left(holders, j)]

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All (i, j), i before j, that share a key, each once and in order of j."""
        for j, held in enumerate(self._keys):
            yield from ((i, j) for i in sorted({i for key in held for i in self.before(j, key)}))


def note_on_common_words(witnesses: Sequence[Witness]) -> str | None:
    """What a reader should know of a story so long or repetitive that not all of it is compared with all; None for any other."""
    counts: Counter[str] = Counter()
    for w in witnesses:
        for s in w.annotation.sentences:
            counts.update({t.lemma.lower() for t in s.tokens if t.pos in _CONTENT})
    common = [word for word, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n > MOST_HOLDERS]
    if not common:
        return None
    listed = ", ".join(f"“{word}”" for word in common[:_SHOWN]) + (", …" if len(common) > _SHOWN else "")
    return (
        f"Some words ({listed}) stand in more than {MOST_HOLDERS} sentences: those that have nothing rarer in common"
        f" were compared with the first {FEW} of them only."
    )
