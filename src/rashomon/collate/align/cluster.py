"""Clustering that prefers to keep apart: linkage by a power mean over scored pairs, and pairs that must never meet.

The plain mean (power 1) splits what is told often and in many ways: two of its ten tellings may have no word in common. The best pair alone
chains from one thing to the next. The quadratic mean (power 2) stands between them.

Where items have homes (claims their reports), what speaks for two clusters is what is alike across homes: a report goes on about
one thing in sentence after sentence, and they would draw each other in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[str, str]
_Candidate = tuple[float, str, str, int, int]


def cluster(
    items: list[str],
    scores: Mapping[Pair, float],
    apart: Callable[[str, str], bool],
    threshold: float,
    power: int = 1,
    home: Mapping[str, str] | None = None,
) -> list[list[str]]:
    """Clusters of `items`; two join while the power mean of the scores of the pairs across them reaches `threshold`, best
    pairs first.

    `scores` holds the pairs worth a look, each once with the lesser id first; an absent pair scores 0. With `home`, pairs of
    one home count for nothing, neither way. The outcome does not depend on the order of `items`.
    """
    if home is not None:
        scores = {(a, b): s for (a, b), s in scores.items() if home[a] != home[b]}
    return _Clusters(items, scores, power, home or {}).join(apart, threshold)


class _Clusters:
    """Clusters by their least id, and the sums of the powers of the scores across each two."""

    def __init__(self, items: list[str], scores: Mapping[Pair, float], power: int, home: Mapping[str, str]) -> None:
        self._power = power
        self._members = {i: [i] for i in sorted(items)}
        self._homes = {i: Counter([home[i]] if i in home else []) for i in self._members}
        self._links: dict[str, dict[str, float]] = {i: {} for i in self._members}
        for (a, b), s in scores.items():
            self._links[a][b] = self._links[b][a] = s**power

    def join(self, apart: Callable[[str, str], bool], threshold: float) -> list[list[str]]:
        heap = [self._candidate(a, b) for a, row in self._links.items() for b in row if a < b]
        heap = [c for c in heap if -c[0] >= threshold]
        heapify(heap)
        while heap:
            candidate = heappop(heap)
            _, a, b, _, _ = candidate
            if b not in self._links.get(a, {}) or candidate != self._candidate(a, b):
                continue
            if any(apart(x, y) for x in self._members[a] for y in self._members[b]):
                del self._links[a][b], self._links[b][a]
                continue
            self._merge(a, b)
            for c in self._links[a]:
                fresh = self._candidate(min(a, c), max(a, c))
                if -fresh[0] >= threshold:
                    heappush(heap, fresh)
        return sorted(self._members.values())

    def _candidate(self, a: str, b: str) -> _Candidate:
        """Two clusters as the heap orders them: highest mean first, of equals the first by id."""
        n, m = len(self._members[a]), len(self._members[b])
        ours, theirs = self._homes[a], self._homes[b]
        pairs = n * m - sum(count * theirs[place] for place, count in ours.items())
        return (-((self._links[a][b] / pairs) ** (1 / self._power)), a, b, n, m)

    def _merge(self, a: str, b: str) -> None:
        self._members[a] = sorted(self._members[a] + self._members.pop(b))
        self._homes[a] = self._homes[a] + self._homes.pop(b)
        for c, total in self._links.pop(b).items():
            del self._links[c][b]
            if c != a:
                self._links[a][c] = self._links[c][a] = self._links[a].get(c, 0.0) + total
