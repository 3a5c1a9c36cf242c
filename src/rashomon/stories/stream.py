"""Stories grown article by article: each joins the story that most speaks for, or begins one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest
from math import log, sqrt

from rashomon.stories.evidence import JOIN, SHORT, Likeness, evidence, near_enough
from rashomon.stories.profile import BLOCKS, Profile

Vector = Mapping[str, float]

_TELLING_WORDS = 40
"""An article's words of most weight: stories that share none of them are not looked at."""
_COMMON = 400
"""A word of more stories than this calls none of them up, unless the article has no rarer one."""
_LOOKED_AT = 24
"""Stories compared in full, those that share most of the telling words."""


@dataclass(slots=True)
class _Cluster:
    members: list[str] = field(default_factory=list)
    sums: list[defaultdict[str, float]] = field(default_factory=lambda: [defaultdict(float) for _ in BLOCKS])
    squares: list[float] = field(default_factory=lambda: [0.0 for _ in BLOCKS])
    length: float = 0.0
    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article was put, and why: the words that it shares with the story, heaviest first (none: it began one)."""

    article: str
    story: int
    shared: tuple[str, ...]
    evidence: float


class Stream:
    """The stories so far. `seen` counts in how many articles a word occurs; it grows with the articles."""

    def __init__(self, seen: Iterable[Profile] = ()) -> None:
        self._frequency = [Counter[str]() for _ in BLOCKS]
        self._articles = 0
        self._clusters: dict[int, _Cluster] = {}
        self._postings: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._next = 0
        for p in seen:
            self.note(p)

    def note(self, profile: Profile) -> None:
        """Let the words of an article count towards how common words are."""
        self._articles += 1
        for frequency, counts in zip(self._frequency, profile.counts, strict=True):
            frequency.update(counts.keys())

    def add(self, profile: Profile) -> Placement:
        """Put an article in its story."""
        vectors = [self._vector(block, counts) for block, counts in enumerate(profile.counts)]
        best, most = None, JOIN
        for story in self._candidates(vectors[0]):
            cluster = self._clusters[story]
            total = evidence(profile, len(cluster.members), self._likeness(vectors, profile.day, cluster))
            if total >= most and (best is None or total > most):
                best, most = story, total
        if best is None:
            best, self._next = self._next, self._next + 1
            self._clusters[best] = _Cluster()
            shared: tuple[str, ...] = ()
        else:
            shared = _shared(vectors[0], self._clusters[best].sums[0])
        self._join(best, profile, vectors)
        return Placement(profile.article, best, shared, round(most, 2) if shared else 0.0)

    def restore(self, profile: Profile, story: int) -> None:
        """Put an article where it was put before, so that a stream goes on where it was left."""
        self.note(profile)
        if story not in self._clusters:
            self._clusters[story] = _Cluster()
            self._next = max(self._next, story + 1)
        self._join(story, profile, [self._vector(block, counts) for block, counts in enumerate(profile.counts)])

    def stories(self) -> dict[int, tuple[str, ...]]:
        """Story to its articles, in the order of their arrival."""
        return {story: tuple(c.members) for story, c in self._clusters.items()}

    def settle(self) -> None:
        """Put together stories of short texts that have come to say the same, the nearest first."""
        short = [s for s, c in sorted(self._clusters.items()) if c.length <= SHORT]
        nearest = {s: self._nearest_short(s) for s in short}
        while nearest:
            one = max(nearest, key=lambda s: (nearest[s][0], -s))
            near, other = nearest[one]
            if near <= 0:
                return
            kept, gone = sorted((one, other))
            self._merge(kept, gone)
            del nearest[gone]
            for s in [s for s, (_, beside) in nearest.items() if s == kept or beside in (kept, gone)]:
                nearest[s] = self._nearest_short(s)

    def _vector(self, block: int, counts: Counter[str]) -> Vector:
        """Logarithmic counts by rarity, of length 1."""
        total = self._articles + 1
        frequency = self._frequency[block]
        weights = {w: (1 + log(n)) * max(log(total / (frequency[w] + 0.5)), 0.0) for w, n in counts.items()}
        norm = sqrt(sum(x * x for x in weights.values())) or 1.0
        return {w: x / norm for w, x in weights.items() if x}

    def _candidates(self, words: Vector) -> list[int]:
        telling = nlargest(_TELLING_WORDS, words.items(), key=lambda item: (item[1], item[0]))
        rare = [(w, x) for w, x in telling if len(self._postings.get(w, ())) <= _COMMON]
        votes: defaultdict[int, float] = defaultdict(float)
        for word, weight in rare or telling[:3]:
            for story in self._postings.get(word, ()):
                cluster = self._clusters[story]
                votes[story] += weight * cluster.sums[0][word] / sqrt(cluster.squares[0])
        return sorted(nlargest(_LOOKED_AT, votes, key=lambda s: (votes[s], -s)))

    def _likeness(self, vectors: Sequence[Vector], day: int, cluster: _Cluster) -> Likeness:
        words, names, numbers = (
            sum(x * sums.get(w, 0.0) for w, x in v.items()) / sqrt(square) if square > 0 else 0.0
            for v, sums, square in zip(vectors, cluster.sums, cluster.squares, strict=True)
        )
        return Likeness(words, names, numbers, _gap(day, day, cluster.first, cluster.last))

    def _join(self, story: int, profile: Profile, vectors: list[Vector]) -> None:
        cluster = self._clusters[story]
        for block, (sums, vector) in enumerate(zip(cluster.sums, vectors, strict=True)):
            cluster.squares[block] += sum(x * (2 * sums.get(w, 0.0) + x) for w, x in vector.items())
            for w, x in vector.items():
                sums[w] += x
        for w in vectors[0]:
            self._postings[w][story] = None
        cluster.length = (cluster.length * len(cluster.members) + profile.length) / (len(cluster.members) + 1)
        cluster.members.append(profile.article)
        if profile.day:
            cluster.first = min(cluster.first or profile.day, profile.day)
            cluster.last = max(cluster.last, profile.day)

    def _nearest_short(self, story: int) -> tuple[float, int]:
        """How near the nearest other story of short texts is, and which one that is; 0 and itself if none is near enough."""
        one = self._clusters[story]
        unit = [
            {w: x / sqrt(square) for w, x in sums.items()} if square > 0 else {}
            for sums, square in zip(one.sums, one.squares, strict=True)
        ]
        best, most = story, 0.0
        for b in self._candidates(unit[0]):
            other = self._clusters[b]
            if b == story or other.length > SHORT:
                continue
            like = self._likeness(unit, 0, other)
            gap = _gap(one.first, one.last, other.first, other.last)
            near = near_enough(replace(like, gap=gap), min(one.length, other.length))
            if near > most:
                best, most = b, near
        return most, best

    def _merge(self, a: int, b: int) -> None:
        one, other = self._clusters[a], self._clusters.pop(b)
        for block, (sums, more) in enumerate(zip(one.sums, other.sums, strict=True)):
            one.squares[block] += other.squares[block] + 2 * sum(x * sums.get(w, 0.0) for w, x in more.items())
            for w, x in more.items():
                sums[w] += x
        for w in other.sums[0]:
            self._postings[w].pop(b, None)
            self._postings[w][a] = None
        total = len(one.members) + len(other.members)
        one.length = (one.length * len(one.members) + other.length * len(other.members)) / total
        one.members += other.members
        one.first = min(one.first, other.first) or max(one.first, other.first)
        one.last = max(one.last, other.last)


def _gap(first: int, last: int, begin: int, end: int) -> int | None:
    """Days between two stretches of days; None where one is not known."""
    return max(begin - last, first - end, 0) if first and begin else None


def _shared(words: Vector, sums: Mapping[str, float]) -> tuple[str, ...]:
    weights = {w: x * sums[w] for w, x in words.items() if sums.get(w)}
    return tuple(nlargest(5, weights, key=lambda w: (weights[w], w)))
