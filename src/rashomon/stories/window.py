"""The stories that articles can join: those lately told in full, those gone quiet in short. Both are bounded."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from heapq import nlargest
from itertools import chain
from math import sqrt
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from rashomon.stories.cluster import Cluster, pack_story, unpack_story
from rashomon.stories.pieces import KIND as PIECES
from rashomon.stories.pieces import PIECE, Pieces
from rashomon.stories.postings import FILED, Postings
from rashomon.stories.profile import WORDS
from rashomon.stories.sketch import NEAR_COPY, Sketch, resemblance
from rashomon.stories.told import Told, pack_told, unpack_told
from rashomon.stories.vectors import Vectors
from rashomon.stories.vocabulary import Numbers, Vocabulary

K = TypeVar("K", str, int)

ACTIVE = 4000
"""Stories kept in full, those that an article joined last."""
QUIET = 30_000
"""Stories kept packed, found again by few words; the one quiet longest is forgotten first."""

_TELLING = 40
"""An article's words of most weight, by which stories are looked up."""
_QUIET_FILED = 12
_QUIET_LOOKED_AT = 4
_ENOUGH = 3
"""Words that an article has to share with those that a quiet story is filed under to call it up."""
_CROWD = 100
"""A run of words in more texts than this is a form that papers fill in, not a copy."""


class Window:
    """Active and quiet stories with what finds them: words and sketches. The same records make the same window."""

    def __init__(self, active: int = ACTIVE, quiet: int = QUIET, vocabulary: Vocabulary | None = None) -> None:
        self._most, self._most_quiet = active, quiet
        self.vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self._active: dict[str, Cluster] = {}
        self._postings = Postings(self.vocabulary)
        self._copies: defaultdict[int, set[str]] = defaultdict(set)
        self._sketched: dict[str, tuple[str, Sketch]] = {}
        self._held: dict[str, frozenset[str]] = {}
        self._quiet: dict[str, bytes] = {}
        self._quiet_filed: dict[str, tuple[str, ...]] = {}
        self._quiet_postings: defaultdict[str, set[str]] = defaultdict(set)
        self._changed: dict[str, None] = {}
        self._recorded: dict[str, tuple[str, ...]] = {}
        self._told: dict[str, Told] = {}
        self._pieces = Pieces()

    def __contains__(self, story: str) -> bool:
        return story in self._active or story in self._quiet

    @property
    def active(self) -> Mapping[str, Cluster]:
        """Active stories, the one that changed last at the end."""
        return self._active

    def keep(self, cluster: Cluster) -> None:
        """File a story that is new or has changed as the one told last; the one told longest ago may go quiet for it."""
        self._active.pop(cluster.story, None)
        self._active[cluster.story] = cluster
        self._file(cluster)
        self._changed[cluster.story] = None
        while len(self._active) > self._most:
            self._silence(self._active[next(iter(self._active))])
        while len(self._quiet) > self._most_quiet:
            self.drop(next(iter(self._quiet)))

    def weigh(self, vectors: Callable[[Vectors], Vectors]) -> None:
        """Weigh the articles of active stories anew."""
        for cluster in self._active.values():
            cluster.weigh(vectors)
            self._file(cluster)
            self._changed[cluster.story] = None

    def touch(self, story: str) -> None:
        """Say that a story's record has changed though nothing that finds it has."""
        if story in self._active:
            self._changed[story] = None

    def new_name(self, founder: str) -> str:
        """A name for a story that an article begins, which no other story has."""
        name = _hash(founder)
        while name in self:
            name = _hash(name + founder)
        return name

    def drop(self, story: str) -> None:
        """Take a story out."""
        self._changed[story] = None
        cluster = self._active.pop(story, None)
        if cluster is None:
            self._quiet.pop(story, None)
            _withdraw(self._quiet_postings, self._quiet_filed.pop(story, ()), story)
            return
        self._postings.drop(story)
        for article in self._held.pop(story):
            if self._sketched.get(article, ("",))[0] == story:
                _withdraw(self._copies, self._sketched.pop(article)[1], article)

    def wake(self, story: str) -> Cluster | None:
        """A story by its name, active again if it was quiet; None if it is not known or forgotten."""
        if story in self._quiet:
            cluster = unpack_story(self._quiet[story], self.vocabulary)
            self.drop(story)
            cluster.quiet = False
            self.keep(cluster)
        return self._active.get(story)

    def peek(self, story: str) -> Cluster | None:
        """A story by its name, which stays as active or quiet as it is."""
        if story in self._quiet:
            return unpack_story(self._quiet[story], self.vocabulary)
        return self._active.get(story)

    def likely(self, vectors: Vectors) -> list[Cluster]:
        """Active stories that share most of an article's telling words, the likeliest first."""
        return [self._active[s] for s in self._postings.likely(vectors.kind(WORDS).heaviest(_TELLING))]

    def likely_quiet(self, vectors: Vectors) -> list[Cluster]:
        """Quiet stories that share words enough with an article, the likeliest first; they stay quiet."""
        if not self._quiet:
            return []
        telling = vectors.kind(WORDS).heaviest(_TELLING).words()
        votes = Counter(story for w in telling for story in self._quiet_postings.get(w, ()))
        likely = nlargest(_QUIET_LOOKED_AT, votes, key=lambda s: (votes[s], s))
        return [unpack_story(self._quiet[s], self.vocabulary) for s in likely if votes[s] >= _ENOUGH]

    def copied(self, sketch: Sketch, but: str = "") -> tuple[str, str] | None:
        """The article of an active story that a text is a near-copy of, and its story."""
        crowds = (self._copies.get(h, ()) for h in sketch)
        hits = Counter(article for crowd in crowds if len(crowd) <= _CROWD for article in crowd)
        hits.pop(but, None)
        near = [
            (resemblance(sketch, self._sketched[a][1]), a) for a, n in hits.items() if 2 * n >= len(sketch) * NEAR_COPY
        ]
        most, article = max(near, default=(0.0, ""))
        return (article, self._sketched[article][0]) if most >= NEAR_COPY else None

    def changes(self) -> dict[str, bytes | None]:
        """Records of what changed since this was last asked for, by their keys; None for one that is no more."""
        changed, self._changed = self._changed, {}
        active = [self._active[s] for s in changed if s in self._active]
        stories = {f"story/{s}": self._quiet.get(s) for s in changed}
        for s in changed:
            stories |= self._pieces.changes(s, self._active[s].members if s in self._active else ())
        stories |= {f"story/{c.story}": pack_story(c, c.size - c.size % PIECE) for c in active}
        before = [name for s in changed for name in self._recorded.pop(s, ())]
        self._recorded |= {c.story: tuple(c.kept) for c in active}
        now = {name: article for c in active for name, article in c.kept.items()}
        told: dict[str, bytes | None] = {f"told/{name}": None for name in before if name not in now}
        for name in before:
            if name not in now:
                self._told.pop(name, None)
        for name, article in now.items():
            if self._told.get(name) is not article:
                self._told[name] = article
                told[f"told/{name}"] = pack_told(article)
        return stories | told

    def refresh(self, changes: Mapping[str, bytes | None]) -> None:
        """Take up what another window has changed since; None for a record that is no more."""
        stories = {key[6:]: record for key, record in changes.items() if key.startswith("story/")}
        told = {key[5:]: record for key, record in changes.items() if key.startswith("told/")}
        self._pieces.refresh({key: record for key, record in changes.items() if key.startswith(f"{PIECES}/")})
        for story in stories:
            if story in self:
                self.drop(story)
            self._recorded.pop(story, None)
        for name, record in told.items():
            self._told.pop(name, None)
            if record is not None:
                self._told[name] = unpack_told(record, self.vocabulary)
        self._restore(record for record in stories.values() if record is not None)
        self._active = dict(sorted(self._active.items(), key=lambda item: (item[1].touched, item[0])))
        self._changed = {}

    def used(self) -> NDArray[np.bool_]:
        """Which words stories or their articles have, by their numbers."""
        found = np.zeros(self.vocabulary.room, np.bool_)
        for vectors in self._vectors():
            found[vectors.numbers] = True
        return found

    def renumber(self, anew: Numbers) -> None:
        """Take up the new numbers that words have been given."""
        for vectors in self._vectors():
            vectors.numbers[:] = anew[vectors.numbers]
        self._postings.renumber(anew)

    def _vectors(self) -> Iterator[Vectors]:
        """Every vector that is kept, once."""
        kept = (t for c in self._active.values() for t in c.kept.values())
        articles = {id(t): t for t in chain(kept, self._told.values())}
        of_articles = (v for t in articles.values() for v in (t.vectors, t.counts) if v)
        found = {id(v.numbers): v for v in chain(of_articles, (c.centroid.sums for c in self._active.values()))}
        return iter(found.values())

    def _restore(self, records: Iterable[bytes]) -> None:
        found = sorted(
            ((unpack_story(r, self.vocabulary, self._told, self._pieces.of), r) for r in records),
            key=lambda p: (p[0].touched, p[0].story),
        )
        for cluster, record in found:
            if cluster.quiet:
                self._lay_by(cluster, record)
            else:
                self._active[cluster.story] = cluster
                self._recorded[cluster.story] = tuple(cluster.kept)
                self._file(cluster)

    def _silence(self, cluster: Cluster) -> None:
        self.drop(cluster.story)
        cluster.condense()
        self._lay_by(cluster, pack_story(cluster))

    def _file(self, cluster: Cluster) -> None:
        centroid = cluster.centroid
        words = centroid.sums.kind(WORDS).heaviest(FILED)
        self._postings.file(cluster.story, words, sqrt(centroid.squares[WORDS]) or 1.0)
        self._file_copies(cluster)

    def _file_copies(self, cluster: Cluster) -> None:
        before = self._held.get(cluster.story, frozenset())
        for article in before - cluster.kept.keys():
            if self._sketched.get(article, ("",))[0] == cluster.story:
                _withdraw(self._copies, self._sketched.pop(article)[1], article)
        for article, told in cluster.kept.items():
            if article not in self._sketched:
                for h in told.sketch:
                    self._copies[h].add(article)
            self._sketched[article] = (cluster.story, told.sketch)
        self._held[cluster.story] = frozenset(cluster.kept)

    def _lay_by(self, cluster: Cluster, record: bytes) -> None:
        filed = tuple(cluster.centroid.sums.kind(WORDS).heaviest(_QUIET_FILED).words())
        self._quiet[cluster.story], self._quiet_filed[cluster.story] = record, filed
        for w in filed:
            self._quiet_postings[w].add(cluster.story)


def _withdraw(postings: dict[K, set[str]], keys: Iterable[K], name: str) -> None:
    for key in keys:
        names = postings[key]
        names.discard(name)
        if not names:
            del postings[key]


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
