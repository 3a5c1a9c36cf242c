"""A story as the stream keeps it: its articles, what they say together, its days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from rashomon.stories.centroid import Centroid
from rashomon.stories.packing import pack, unpack
from rashomon.stories.told import Told
from rashomon.stories.vectors import Vectors
from rashomon.stories.vocabulary import Vocabulary

SHORT = 3.0
"""Logarithm of the mean number of different words up to which a story's texts are short: headlines."""
KEPT = 32
"""A story's articles that are kept to be looked at again, its latest."""
KEPT_SHORT = 128
"""The same of a story of short texts: each tells little, so that more are needed to see a part that stands alone."""
_CONDENSED = 80
"""Words, names and numbers each that a quiet story keeps."""


@dataclass(slots=True)
class Cluster:
    """A story. `kept` are its latest articles; `length` and `dating` and `pairing` are summed over all.

    `apart`: stories that people said it is not; `judged`: people decided what is in it, so that nothing is taken out any more.
    `began` and `touched` are the numbers of the articles that came when it began and when it last changed; `looked`: how many articles
    it had when it was last looked at again.
    """

    story: str
    members: list[str] = field(default_factory=list)
    centroid: Centroid = field(default_factory=Centroid)
    first: int = 0
    last: int = 0
    length: float = 0.0
    dating: float = 0.0
    pairing: float = 0.0
    kept: dict[str, Told] = field(default_factory=dict)
    apart: list[str] = field(default_factory=list)
    judged: bool = False
    began: int = 0
    touched: int = 0
    looked: int = 1
    quiet: bool = False

    @property
    def size(self) -> int:
        """Number of articles."""
        return len(self.members)

    @property
    def is_sum(self) -> bool:
        """Whether its centroid is what its kept articles give when they are added up."""
        return self.centroid.summed and len(self.kept) == self.size

    @property
    def mean_length(self) -> float:
        """Mean logarithm of the number of different words of its articles."""
        return self.length / self.size if self.size else 0.0

    @property
    def short(self) -> bool:
        """Whether its texts are short."""
        return self.mean_length <= SHORT

    def add(self, article: Told) -> None:
        """Take an article in."""
        self.members.append(article.article)
        self.centroid.add(article.vectors)
        self._stretch(article.day, article.day)
        self._sum(article.length, article.dating, article.pairing)
        self.kept[article.article] = article
        self._bound()

    def take(self, articles: Iterable[Told]) -> None:
        """Take kept articles out."""
        for article in articles:
            self.members.remove(article.article)
            self.centroid.take(article.vectors)
            self._sum(-article.length, -article.dating, -article.pairing)
            del self.kept[article.article]
        days = [t.day for t in self.kept.values() if t.day]
        if days and len(self.kept) == self.size:
            self.first, self.last = min(days), max(days)

    def weigh(self, vectors: Callable[[Vectors], Vectors]) -> None:
        """Weigh its articles anew, if all of them are kept."""
        if len(self.kept) == self.size:
            self.kept = {
                n: replace(t, vectors=vectors(t.counts) if t.counts else t.vectors) for n, t in self.kept.items()
            }
            self.centroid = Centroid()
            for t in self.kept.values():
                self.centroid.add(t.vectors)

    def absorb(self, other: Cluster) -> None:
        """Take another story's articles in."""
        self.members += other.members
        self.centroid.add(other.centroid.sums)
        self.centroid.summed = self.centroid.summed and other.centroid.summed
        self._stretch(other.first, other.last)
        self._sum(other.length, other.dating, other.pairing)
        self.kept |= other.kept
        self._bound()
        self.apart = list(dict.fromkeys([*self.apart, *other.apart]))
        self.judged = self.judged or other.judged

    def without(self, articles: Iterable[Told]) -> Cluster:
        """The story as it would be without some of its kept articles."""
        rest = Cluster(self.story, list(self.members), Centroid(self.centroid.sums), self.first, self.last, self.length)
        rest.dating, rest.pairing, rest.kept, rest.began = self.dating, self.pairing, dict(self.kept), self.began
        rest.take(articles)
        return rest

    def condense(self) -> None:
        """Keep what finds the story again when it has gone quiet."""
        self.quiet = True
        self.centroid = Centroid(self.centroid.sums.heaviest_of_each(_CONDENSED), summed=False)
        self.kept = {}

    def _stretch(self, first: int, last: int) -> None:
        if first:
            self.first = min(self.first or first, first)
            self.last = max(self.last, last)

    def _sum(self, length: float, dating: float, pairing: float) -> None:
        self.length += length
        self.dating += dating
        self.pairing += pairing

    def _bound(self) -> None:
        most = KEPT_SHORT if self.short else KEPT
        while len(self.kept) > most:
            del self.kept[next(iter(self.kept))]


def pack_story(cluster: Cluster, known: int = 0) -> bytes:
    """A story as bytes, its kept articles by their names only and without the first `known`; `unpack_story` gives the same story."""
    plain = {name: getattr(cluster, name) for name in cluster.__slots__ if name not in ("centroid", "kept")}
    plain |= {"members": cluster.members[known:], "kept": list(cluster.kept), "known": known}
    return pack(plain, () if cluster.is_sum else cluster.centroid.sums.tables())


def unpack_story(
    record: bytes,
    vocabulary: Vocabulary,
    told: Mapping[str, Told] = MappingProxyType({}),
    first: Callable[[str], list[str]] = lambda _: [],
) -> Cluster:
    """The story that `pack_story` was given; `told` are its kept articles by their names, `first` tells its first ones."""
    plain, sums = unpack(record)
    if known := plain.pop("known"):
        plain["members"] = [*first(plain["story"])[:known], *plain["members"]]
    plain["kept"] = {name: told[name] for name in plain["kept"]}
    cluster = Cluster(**plain)
    if sums:
        cluster.centroid = Centroid(Vectors.of(sums, vocabulary), summed=False)
    else:
        for article in cluster.kept.values():
            cluster.centroid.add(article.vectors)
    return cluster
