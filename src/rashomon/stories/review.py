"""Looking again at a story that has grown: is it one with another, does a part of it stand alone, is an article astray?

Each look touches the story and those nearest to it, never all.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from rashomon.stories.cluster import Cluster
from rashomon.stories.evidence import APART, JOIN, evidence, likeness, near_enough, nearer_by
from rashomon.stories.kinship import KIN, kinship
from rashomon.stories.parts import parts_of
from rashomon.stories.placement import StoryEvent
from rashomon.stories.profile import NUMBERS, WORDS
from rashomon.stories.rating import rate_all, shared
from rashomon.stories.told import Told
from rashomon.stories.tongues import Tongues
from rashomon.stories.vectors import Vectors
from rashomon.stories.window import Window
from rashomon.stories.within import Within

_PARTS = 4
"""In how many parts at most a story is looked at."""
_NEAREST = 5
_AT_ONCE = 8
"""Stories looked at in the wake of one: those that it was put together with or taken from."""
_HELD = 2.0
"""Evidence from which an article is not asked whether it would be better elsewhere."""
_ROUNDS = 2
_SHORT_PART = 4
"""Short texts that a part of a story needs to be taken out of it."""


class Review:
    """What is done to the stories of a window when they are looked at again."""

    def __init__(self, window: Window, tongues: Tongues | None = None) -> None:
        self._window, self._tongues = window, tongues

    def look(self, cluster: Cluster) -> tuple[StoryEvent, ...]:
        """Put a story together with others, take it apart, and set right what is astray in it, as far as that is called for."""
        events: list[StoryEvent] = []
        waiting = deque([cluster.story])
        for _ in range(_AT_ONCE):
            if not waiting:
                break
            one = self._window.active.get(waiting.popleft())
            if one is None:
                continue
            one.looked = one.size
            found = self._merge(one) or self._meet(one) or self._set_right(one)
            self._window.touch(one.story)
            events += found
            waiting.extend(s for e in found for s in (e.story, e.other) if s not in waiting)
        return tuple(events)

    def settle(self) -> tuple[StoryEvent, ...]:
        """Look at every active story, the smallest first, until nothing changes or for two rounds."""
        events: list[StoryEvent] = []
        for _ in range(_ROUNDS):
            before = len(events)
            for story in sorted(
                self._window.active, key=lambda s: (self._window.active[s].size, self._window.active[s].began)
            ):
                if cluster := self._window.active.get(story):
                    events += self.look(cluster)
            if len(events) == before:
                break
        return tuple(events)

    # -- putting together

    def _merge(self, one: Cluster) -> tuple[StoryEvent, ...]:
        if one.short:
            near, other = self._nearest_short(one)
            return (self._put_together(one, other),) if near > 0 else ()
        if one.size < 2:
            return ()
        found = [(self._kinship(one, c), -c.began, c) for c in self._nearest(one)]
        most, _, other = max(found, default=(KIN - 1, 0, one))
        return (self._put_together(one, other),) if most >= KIN else ()

    def _meet(self, one: Cluster) -> tuple[StoryEvent, ...]:
        """Put a story together with one that tells the same in another language."""
        if self._tongues is None or not self._tongues.several:
            return ()
        others = (c for c in reversed(list(self._window.active.values())) if c is not one and c.story not in one.apart)
        unit = one.centroid.unit(NUMBERS + 1)
        found = self._tongues.nearest(one.members, unit, (one.first, one.last), others)
        return (self._put_together(one, found.cluster, "both tell the same in different languages"),) if found else ()

    def _nearest(self, one: Cluster) -> list[Cluster]:
        """Stories of more than one article that share most with a story."""
        others = self._others(one, one.centroid.sums, one.members)
        return [c for c in others if c.size > 1 and not c.short][:_NEAREST]

    @staticmethod
    def _kinship(one: Cluster, other: Cluster) -> float:
        """Of the smaller story (of two alike, the later one) with the larger. One whose articles are all too old says nothing."""
        large, small = _by_size(one, other)
        return kinship(list(small.kept.values()), large) if small.kept else KIN - 1

    def _nearest_short(self, one: Cluster) -> tuple[float, Cluster]:
        """How near the nearest other story of short texts is, and which one that is; 0 and itself if none is near enough."""
        unit = one.centroid.unit(NUMBERS + 1)
        best, most = one, 0.0
        for other in self._others(one, unit, one.members):
            if not other.short:
                continue
            like = likeness(unit, one.first, one.last, other)
            near = near_enough(like, min(one.mean_length, other.mean_length)) - nearer_by(min(one.size, other.size))
            if near > most:
                best, most = other, near
        return most, best

    def _others(self, one: Cluster, vectors: Vectors, articles: Sequence[str]) -> list[Cluster]:
        """Stories other than one that share most with some of its articles, those that words can tell anything about."""
        found = [c for c in self._window.likely(vectors) if c is not one and c.story not in one.apart]
        return [c for c in found if self._tongues is None or self._tongues.comparable(articles, c.members)]

    def _put_together(self, one: Cluster, other: Cluster, because: str = "") -> StoryEvent:
        """Put the smaller story (of two alike, the later one) in the larger."""
        kept, gone = _by_size(one, other)
        because = because or f"both tell of {_telling(gone, kept)}"
        articles = tuple(gone.members)
        self._window.drop(gone.story)
        kept.absorb(gone)
        kept.touched = max(kept.touched, gone.touched)
        self._window.keep(kept)
        return StoryEvent(kind="merged", story=kept.story, other=gone.story, articles=articles, because=because)

    # -- taking apart

    def _set_right(self, one: Cluster) -> tuple[StoryEvent, ...]:
        if one.judged:
            return ()
        if one.size < 2:
            return self._join(one)
        within = Within(one)
        return self._split(one, within) or self._stray(one, within)

    def _split(self, one: Cluster, within: Within) -> tuple[StoryEvent, ...]:
        short = one.short
        for places in self._parts(one, within, _SHORT_PART if short else 2):
            part = [within.articles[i] for i in places]
            if short and self._apart(part, one):
                return (self._take_apart(one, part),)
            if not short and kinship(part, within.without(places), within.cosines(places)) < KIN:
                return (self._take_apart(one, part),)
        return ()

    def _parts(self, one: Cluster, within: Within, least: int) -> Iterator[list[int]]:
        """The natural parts of a story that may be taken out of it, each once; up to half of it, in the language of the rest."""
        if len(within.articles) < 4:
            return
        asked = set[tuple[int, ...]]()
        for parts in parts_of(within.products, most=_PARTS):
            for places in sorted(parts, key=len):
                if not least <= len(places) <= one.size / 2 or tuple(places) in asked:
                    continue
                asked.add(tuple(places))
                if not (self._tongues and self._tongues.foreign([within.articles[i].article for i in places], one)):
                    yield places

    @staticmethod
    def _apart(part: list[Told], one: Cluster) -> bool:
        """Whether a part of a story of short texts would not be put together with the rest of it."""
        apart, rest = Cluster(one.story), one.without(part)
        for article in part:
            apart.add(article)
        like = likeness(apart.centroid.unit(NUMBERS + 1), apart.first, apart.last, rest)
        return near_enough(like, min(apart.mean_length, rest.mean_length)) < APART

    def _take_apart(self, one: Cluster, part: list[Told]) -> StoryEvent:
        one.take(part)
        apart = Cluster(
            self._window.new_name(part[0].article), began=one.touched, touched=one.touched, apart=list(one.apart)
        )
        for article in part:
            apart.add(article)
        apart.looked = apart.size
        self._window.keep(one)
        self._window.keep(apart)
        words = ", ".join(apart.centroid.sums.kind(WORDS).heaviest(5).words())
        because = f"they tell of {words} and little of what the other reports tell"
        return StoryEvent(
            kind="split", story=apart.story, other=one.story, articles=tuple(t.article for t in part), because=because
        )

    # -- setting right

    def _join(self, one: Cluster) -> tuple[StoryEvent, ...]:
        """An article that is alone is asked again, as if it came now."""
        for article in one.kept.values():
            rated = rate_all(article, self._others(one, article.vectors, [article.article]))
            if rated and rated[0].evidence >= JOIN:
                return (self._put_together(one, rated[0].cluster),)
        return ()

    def _stray(self, one: Cluster, within: Within) -> tuple[StoryEvent, ...]:
        """Articles of a story that another speaks more for are moved there."""
        events = list[StoryEvent]()
        place = 0
        while one.size > 1 and place < len(within.articles):
            if event := self._move(one, within, place):
                events.append(event)
                within = Within(one)
            else:
                place += 1
        return tuple(events)

    def _move(self, one: Cluster, within: Within, place: int) -> StoryEvent | None:
        article = within.articles[place]
        if self._tongues and self._tongues.foreign([article.article], one):
            return None
        held = evidence(article, one.size - 1, within.likeness(place))
        if held >= _HELD:
            return None
        copy = self._window.copied(article.sketch, but=article.article)
        if copy and copy[1] == one.story:
            return None
        rated = rate_all(article, self._others(one, article.vectors, [article.article]))
        if not rated or rated[0].evidence < JOIN or rated[0].evidence <= held:
            return None
        to = rated[0].cluster
        one.take([article])
        to.add(article)
        to.touched = max(to.touched, one.touched)
        self._window.keep(one)
        self._window.keep(to)
        words = ", ".join(shared(article.vectors, to.centroid.sums)[WORDS])
        return StoryEvent(
            kind="moved", story=to.story, other=one.story, articles=(article.article,), because=f"it shares {words}"
        )


def _by_size(one: Cluster, other: Cluster) -> tuple[Cluster, Cluster]:
    large, small = sorted((one, other), key=lambda c: (-c.size, c.began))
    return large, small


def _telling(one: Cluster, other: Cluster) -> str:
    return ", ".join(shared(one.centroid.unit(WORDS + 1), other.centroid.sums)[WORDS])
