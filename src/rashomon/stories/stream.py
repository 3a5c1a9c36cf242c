"""Stories grown article by article: each joins the story that most speaks for, or begins one. Never a full re-cluster."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from rashomon.stories.centroid import Vector
from rashomon.stories.cluster import Chapter, Cluster
from rashomon.stories.evidence import JOIN, SHORT, evidence, near_enough
from rashomon.stories.frequency import EPOCH, EPOCHS, Frequency
from rashomon.stories.placement import Placement, StoryEvent
from rashomon.stories.profile import Profile
from rashomon.stories.rating import Rated, likeness, placement, ranking, rate, shared
from rashomon.stories.window import Window

Read = Callable[[Sequence[str]], Iterable[Profile]]
"""Gives the profiles of articles by their ids, in that order."""
Choice = tuple[Placement, Cluster, tuple[StoryEvent, ...]]

_CHAPTER = 1.0
"""Evidence from which an article belongs to a chapter of its story."""
_RETURN = 0.0
"""Evidence from which an article brings back a story gone quiet: more than for an active one, as its centroid is cut short."""


class Stream:
    """The stories so far. What it does depends on the order of articles alone, not on how they are cut into batches.

    `seen`: articles that count beforehand towards how common words are; without, each counts when it is added.
    """

    def __init__(self, seen: Iterable[Profile] = (), window: Window | None = None) -> None:
        self._frequency = Frequency()
        self._window = window or Window()
        self._placed = 0
        self._saved = 0
        for p in seen:
            self._frequency.note(p)
        self._foreseen = self._frequency.counted > 0

    def add(self, profile: Profile) -> Placement:
        """Put an article in its story; stories that it shows to be one are put together."""
        if not self._foreseen:
            self._frequency.note(profile)
        self._placed += 1
        vectors = self._frequency.vectors(profile)
        found, cluster, events = self._choose(profile, vectors)
        self._join(cluster, profile, vectors)
        if _due(cluster.size) and (merged := self._merge_nearest(cluster)):
            events = (*events, merged)
            found = replace(found, story=merged.story)
        moved = tuple((a, e.story) for e in events if e.kind == "merged" for a in e.articles if a != profile.article)
        return replace(found, moved=moved, events=events)

    def explain(self, profile: Profile, story: str) -> Placement:
        """Why an article is in its story as stories stand now: what holds it there, and where it would be otherwise."""
        vectors = self._frequency.vectors(profile)
        others = self._rated(profile, vectors, [s for s in self._window.likely(vectors[0]) if s != story])
        rival = others[0] if others else None
        own = self._window.peek(story)
        if own is None or own.size < 2:
            return _founder(profile, story, rival)
        copy = self._window.copied(profile.sketch, but=profile.article)
        copied = copy[0] if copy and copy[1] == story else ""
        return placement(profile, vectors, rate(profile, vectors, own.without(vectors)), rival, copied)

    def stories(self) -> dict[str, tuple[str, ...]]:
        """Active stories to their articles, the one that changed last at the end."""
        return {story: tuple(c.whole.members) for story, c in self._window.active.items()}

    def chapters(self, story: str) -> tuple[tuple[str, ...], ...]:
        """The sub-events of an active story: their articles."""
        cluster = self._window.active.get(story)
        return tuple(tuple(c.members) for c in cluster.chapters) if cluster else ()

    def settle(self) -> tuple[StoryEvent, ...]:
        """Put together stories of short texts that have come to say the same, the nearest first, until none are left."""
        nearest = {s: self._nearest_short(c) for s, c in sorted(self._window.active.items()) if c.mean_length <= SHORT}
        events = []
        while nearest:
            one = max(nearest, key=lambda s: (nearest[s][0], s))
            near, other = nearest[one]
            if near <= 0:
                break
            events.append(self._merge(one, other))
            del nearest[events[-1].other]
            for s in [s for s, (_, beside) in nearest.items() if s in (one, other) or beside in (one, other)]:
                nearest[s] = self._nearest_short(self._window.active[s])
        return tuple(events)

    # -- keeping

    def changes(self) -> dict[str, bytes | None]:
        """Records that changed since this was last asked for, by their keys; None for one that is no more."""
        since, self._saved = self._saved // EPOCH, self._frequency.counted
        left = range(max(since - EPOCHS, 0), max(self._saved // EPOCH - EPOCHS, 0))
        return {
            "stream": json.dumps([self._placed, self._saved]).encode(),
            **{f"epoch/{number}": None for number in left},
            **{f"epoch/{number}": record for number, record in self._frequency.epochs(since).items()},
            **{f"story/{story}": record for story, record in self._window.changes().items()},
        }

    @classmethod
    def restored(cls, records: Iterable[tuple[str, bytes]], window: Window | None = None) -> Stream:
        """The stream that gave these records: it goes on exactly as that one would. None at all: an empty one."""
        stream = cls(window=window)
        epochs: dict[int, bytes] = {}
        stories: list[bytes] = []
        for key, record in records:
            kind, _, name = key.partition("/")
            if kind == "stream":
                stream._placed, stream._saved = json.loads(record)
            elif kind == "epoch":
                epochs[int(name)] = record
            else:
                stories.append(record)
        stream._frequency.restore(epochs, stream._saved)
        stream._window.restore(stories)
        return stream

    # -- what people decide

    def merge(self, stories: Sequence[str], because: str = "") -> tuple[StoryEvent, ...]:
        """Put stories together for good, in the first."""
        into, *others = [c for c in map(self._window.wake, dict.fromkeys(stories)) if c] or [Cluster(stories[0])]
        events = []
        for other in others:
            self._window.drop(other.story)
            into.absorb(other)
            gone = tuple(other.whole.members)
            events.append(
                StoryEvent(kind="judged", story=into.story, other=other.story, articles=gone, because=because)
            )
        into.apart = [s for s in into.apart if s not in stories]
        self._keep_judged(into)
        return tuple(events)

    def move(
        self, articles: Sequence[str], source: str, target: str, read: Read, because: str = ""
    ) -> tuple[StoryEvent, ...]:
        """Put articles of one story in another for good; `target` may be a story that the stream has forgotten, or a new one."""
        came = self._window.wake(source)
        if came:
            self._rebuild(came, [a for a in came.whole.members if a not in articles], read)
        into = self._window.wake(target) or Cluster(target, began=self._placed)
        self._rebuild(into, [*into.whole.members, *(a for a in articles if a not in into.whole.members)], read)
        return (StoryEvent(kind="judged", story=target, other=source, articles=tuple(articles), because=because),)

    def split(self, articles: Sequence[str], source: str, read: Read, because: str = "") -> tuple[StoryEvent, ...]:
        """Make a story of its own of some of a story's articles; only people put the two together again."""
        name = self._new_name(articles[0])
        events = self.move(articles, source, name, read, because)
        for one, other in ((source, name), (name, source)):
            if cluster := self._window.wake(one):
                cluster.apart.append(other)
        return events

    def _keep_judged(self, cluster: Cluster) -> None:
        cluster.judged, cluster.touched = True, self._placed
        if cluster.size:
            self._window.keep(cluster)

    def _rebuild(self, cluster: Cluster, members: Sequence[str], read: Read) -> None:
        """Sum a story up anew from its articles; one without any is no more."""
        self._window.drop(cluster.story)
        cluster.whole, cluster.chapters, cluster.length, cluster.sketches = Chapter(), [], 0.0, {}
        for profile in read(members):
            self._join(cluster, profile, self._frequency.vectors(profile))
        self._keep_judged(cluster)

    # -- placing

    def _choose(self, profile: Profile, vectors: Sequence[Vector]) -> Choice:
        """Where an article belongs, with the story woken or begun if need be; the article is not in it yet."""
        rated = self._rated(profile, vectors, self._window.likely(vectors[0]))
        if copy := self._window.copied(profile.sketch):
            article, story = copy
            best = rate(profile, vectors, self._window.active[story])
            rival = next((r for r in rated if r.cluster.story != story), None)
            return placement(profile, vectors, best, rival, article), best.cluster, ()
        if rated and rated[0].evidence >= JOIN:
            second = rated[1] if len(rated) > 1 else None
            return placement(profile, vectors, rated[0], second), rated[0].cluster, ()
        quiet = sorted((rate(profile, vectors, c) for c in self._window.likely_quiet(vectors[0])), key=ranking)
        rival = rated[0] if rated else None
        if quiet and quiet[0].evidence >= _RETURN:
            return self._return(placement(profile, vectors, quiet[0], rival), quiet[0].cluster)
        cluster = Cluster(self._new_name(profile.article), began=self._placed)
        event = StoryEvent(kind="began", story=cluster.story, articles=(profile.article,))
        return _founder(profile, cluster.story, rival), cluster, (event,)

    def _return(self, found: Placement, quiet: Cluster) -> Choice:
        because = f"{found.article} {found.why}"
        event = StoryEvent(kind="returned", story=found.story, articles=(found.article,), because=because)
        return found, self._window.wake(found.story) or quiet, (event,)

    def _rated(self, profile: Profile, vectors: Sequence[Vector], stories: Iterable[str]) -> list[Rated]:
        return sorted((rate(profile, vectors, self._window.active[s]) for s in stories), key=ranking)

    def _join(self, cluster: Cluster, profile: Profile, vectors: Sequence[Vector]) -> None:
        cluster.touched = self._placed
        cluster.length += profile.length
        cluster.sketches[profile.article] = profile.sketch
        cluster.whole.add(profile, vectors)
        _chapter(cluster, profile, vectors).add(profile, vectors)
        cluster.bound_chapters()
        self._window.keep(cluster)

    def _new_name(self, founder: str) -> str:
        name = _hash(founder)
        while name in self._window:
            name = _hash(name + founder)
        return name

    # -- putting together

    def _merge_nearest(self, cluster: Cluster) -> StoryEvent | None:
        if cluster.mean_length > SHORT:
            return None
        near, other = self._nearest_short(cluster)
        return self._merge(cluster.story, other) if near > 0 else None

    def _nearest_short(self, one: Cluster) -> tuple[float, str]:
        """How near the nearest other story of short texts is, and which one that is; 0 and itself if none is near enough."""
        unit = one.whole.centroid.unit()
        best, most = one.story, 0.0
        for story in self._window.likely(unit[0]):
            other = self._window.active[story]
            if other is one or other.mean_length > SHORT or story in one.apart:
                continue
            like = likeness(unit, one.whole.first, one.whole.last, other.whole)
            near = near_enough(like, min(one.mean_length, other.mean_length))
            if near > most:
                best, most = story, near
        return most, best

    def _merge(self, a: str, b: str) -> StoryEvent:
        """Put the smaller story (of two alike, the later one) in the larger."""
        kept, gone = sorted((self._window.active[a], self._window.active[b]), key=lambda c: (-c.size, c.began))
        telling = shared(gone.whole.centroid.unit()[0], kept.whole.centroid.sums[0])
        articles, because = tuple(gone.whole.members), f"both tell of {', '.join(telling)}"
        self._window.drop(gone.story)
        kept.absorb(gone)
        self._window.keep(kept)
        return StoryEvent(kind="merged", story=kept.story, other=gone.story, articles=articles, because=because)


def _chapter(cluster: Cluster, profile: Profile, vectors: Sequence[Vector]) -> Chapter:
    """The chapter of a story that an article belongs to, a new one if none is near."""
    best, most = None, _CHAPTER
    for chapter in cluster.chapters:
        total = evidence(profile, len(chapter.members), likeness(vectors, profile.day, profile.day, chapter))
        if total > most:
            best, most = chapter, total
    if best is None:
        best = Chapter()
        cluster.chapters.append(best)
    return best


def _due(size: int) -> bool:
    """Whether a story has grown enough since it was last compared with others."""
    return size > 1 and size % max(size.bit_length() - 1, 1) == 0


def _founder(profile: Profile, story: str, rival: Rated | None) -> Placement:
    return Placement(article=profile.article, story=story, needed=JOIN, rival=rival.rival if rival else None)


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
