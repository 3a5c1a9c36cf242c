"""Stories grown article by article: each joins the story that most speaks for, or begins one. Never a full re-cluster."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from rashomon.stories.cluster import Cluster
from rashomon.stories.evidence import JOIN
from rashomon.stories.frequency import EPOCH, EPOCHS, Frequency
from rashomon.stories.parts import chapters_of
from rashomon.stories.pieces import KIND as PIECES
from rashomon.stories.placement import Placement, StoryEvent
from rashomon.stories.profile import Profile
from rashomon.stories.rating import Rated, placement, rate, rate_all
from rashomon.stories.review import Review
from rashomon.stories.told import Told, told
from rashomon.stories.tongues import Meeting, Tongues
from rashomon.stories.vectors import Vectors
from rashomon.stories.window import Window

Read = Callable[[Sequence[str]], Iterable[Profile]]
"""Gives the profiles of articles by their ids, in that order."""
Choice = tuple[Placement, Cluster, tuple[StoryEvent, ...]]

_GROWN = 4096
"""Articles from which a stream has heard enough to know how common words are."""
_RETURN = 0.0
"""Evidence from which an article brings back a story gone quiet: more than for an active one, as its centroid is cut short."""


FORMAT = 5
"""Changes when the records of a stream or what it does with articles change, so that kept records are not misread."""


class Stream:
    """The stories so far. What it does depends on the order of articles alone, not on how they are cut into batches.

    `seen`: articles that count beforehand towards how common words are; without, each counts when it is added. `tongues` brings together
    what is told in several languages; without, each language has its own stories.
    """

    def __init__(
        self, seen: Iterable[Profile] = (), window: Window | None = None, tongues: Tongues | None = None
    ) -> None:
        self._window = window or Window()
        self._vocabulary = self._window.vocabulary
        self._frequency = Frequency(self._vocabulary)
        self._tongues = tongues
        self._review = Review(self._window, tongues)
        self._placed = 0
        self._saved = 0
        for p in seen:
            self._frequency.note(self._counts(p))
        self._foreseen = self._frequency.counted > 0

    def add(self, profile: Profile) -> Placement:
        """Put an article in its story. A story that has grown is looked at again: it may be put together with another, or taken apart."""
        if self._vocabulary.crowded:
            self._forget_words()
        counts = self._counts(profile)
        if not self._foreseen:
            self._frequency.note(counts)
        self._placed += 1
        if self._tongues:
            self._tongues.note(profile)
        article = self._told(profile, counts)
        found, cluster, events = self._choose(article)
        self._join(cluster, article)
        if not self._foreseen and _young(self._placed):
            self._window.weigh(self._frequency.vectors)
            events = (*events, *self._review.settle())
        elif _due(cluster):
            events = (*events, *self._review.look(cluster))
        now = _moves(events)
        story = now.pop(profile.article, found.story)
        return replace(found, story=story, moved=tuple(now.items()), events=events)

    def explain(self, profile: Profile, story: str) -> Placement:
        """Why an article is in its story as stories stand now: what holds it there, and where it would be otherwise."""
        own = self._window.peek(story)
        article = own.kept.get(profile.article) if own else None
        article = article or self._told(profile, self._counts(profile))
        others = self._rated(article, [c for c in self._window.likely(article.vectors) if c.story != story])
        rival = others[0] if others else None
        if own is None or own.size < 2:
            return _founder(article, story, rival)
        copy = self._window.copied(article.sketch, but=article.article)
        copied = copy[0] if copy and copy[1] == story else ""
        rest = own.without([article]) if article.article in own.kept else own
        held = rate(article, rest)
        return placement(article, held, rival, copied, self._abroad(article, [rest]) if held.evidence < JOIN else None)

    def stories(self) -> dict[str, tuple[str, ...]]:
        """Active stories to their articles, the one that changed last at the end."""
        return {story: tuple(c.members) for story, c in self._window.active.items()}

    def chapters(self, story: str) -> tuple[tuple[str, ...], ...]:
        """The sub-events of an active story: their articles. Those too old to be looked at again come first, together."""
        cluster = self._window.active.get(story)
        if cluster is None:
            return ()
        before = tuple(m for m in cluster.members if m not in cluster.kept)
        chapters = tuple(tuple(t.article for t in c) for c in chapters_of(list(cluster.kept.values())))
        return (before, *chapters) if before else chapters

    def settle(self) -> tuple[StoryEvent, ...]:
        """Look at every active story once more, whether it has grown or not; for when all articles are there at once."""
        return self._review.settle()

    # -- keeping

    def changes(self) -> dict[str, bytes | None]:
        """Records that changed since this was last asked for, by their keys; None for one that is no more."""
        changed = self._window.changes()
        if not changed and self._saved == self._frequency.counted:
            return {}
        since, self._saved = self._saved // EPOCH, self._frequency.counted
        left = range(max(since - EPOCHS, 0), max(self._saved // EPOCH - EPOCHS, 0))
        return {
            "stream": json.dumps([self._placed, self._saved]).encode(),
            **{f"epoch/{number}": None for number in left},
            **{f"epoch/{number}": record for number, record in self._frequency.epochs(since).items()},
            **changed,
            **{f"lead/{article}": record for article, record in self._tongues_changes().items()},
        }

    def _tongues_changes(self) -> dict[str, bytes | None]:
        return self._tongues.changes() if self._tongues else {}

    @classmethod
    def restored(
        cls, records: Iterable[tuple[str, bytes | None]], window: Window | None = None, tongues: Tongues | None = None
    ) -> Stream:
        """The stream that gave these records: it goes on exactly as that one would. None at all: an empty one."""
        stream = cls(window=window, tongues=tongues)
        stream.refresh(records)
        return stream

    def refresh(self, changes: Iterable[tuple[str, bytes | None]]) -> None:
        """Take up what another stream that went on from here has changed since, as its `changes` told. Nothing may be unsaved here."""
        epochs: dict[int, bytes] = {}
        stories: dict[str, bytes | None] = {}
        leads: dict[str, bytes | None] = {}
        for key, record in changes:
            kind, _, name = key.partition("/")
            if kind in ("story", PIECES, "told"):
                stories[key] = record
            elif kind == "lead":
                leads[name] = record
            elif record is not None and kind == "epoch":
                epochs[int(name)] = record
            elif record is not None:
                self._placed, self._saved = json.loads(record)
        if epochs:
            self._frequency.refresh(epochs, self._saved)
        self._window.refresh(stories)
        if self._tongues:
            self._tongues.refresh(leads)

    # -- what people decide

    def merge(self, stories: Sequence[str], because: str = "") -> tuple[StoryEvent, ...]:
        """Put stories together for good, in the first."""
        into, *others = [c for c in map(self._window.wake, dict.fromkeys(stories)) if c] or [Cluster(stories[0])]
        events = []
        for other in others:
            self._window.drop(other.story)
            into.absorb(other)
            gone = tuple(other.members)
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
            self._rebuild(came, [a for a in came.members if a not in articles], read)
        into = self._window.wake(target) or Cluster(target, began=self._placed)
        self._rebuild(into, [*into.members, *(a for a in articles if a not in into.members)], read)
        return (StoryEvent(kind="judged", story=target, other=source, articles=tuple(articles), because=because),)

    def split(self, articles: Sequence[str], source: str, read: Read, because: str = "") -> tuple[StoryEvent, ...]:
        """Make a story of its own of some of a story's articles; only people put the two together again."""
        name = self._window.new_name(articles[0])
        events = self.move(articles, source, name, read, because)
        for one, other in ((source, name), (name, source)):
            if cluster := self._window.wake(one):
                cluster.apart.append(other)
                self._window.keep(cluster)
        return events

    def _keep_judged(self, cluster: Cluster) -> None:
        cluster.judged, cluster.touched = True, self._placed
        if cluster.size:
            self._window.keep(cluster)

    def _rebuild(self, cluster: Cluster, members: Sequence[str], read: Read) -> None:
        """Sum a story up anew from its articles; one without any is no more."""
        self._window.drop(cluster.story)
        anew = Cluster(cluster.story, apart=cluster.apart, began=cluster.began)
        for profile in read(members):
            anew.add(self._told(profile, self._counts(profile)))
        self._keep_judged(anew)

    # -- placing

    def _counts(self, profile: Profile) -> Vectors:
        return Vectors.of(profile.counts, self._vocabulary)

    def _told(self, profile: Profile, counts: Vectors) -> Told:
        weighed_anew = not self._foreseen and self._placed <= _GROWN
        return told(profile, self._frequency.vectors(counts), counts.small() if weighed_anew else None)

    def _forget_words(self) -> None:
        """Give up words that nothing kept has, so that a stream takes no more memory for having run long."""
        used = self._frequency.used | self._window.used()
        anew = self._vocabulary.forget(used)
        self._frequency.renumber(anew, used)
        self._window.renumber(anew)

    def _choose(self, article: Told) -> Choice:
        """Where an article belongs, with the story woken or begun if need be; the article is not in it yet."""
        rated = self._rated(article, self._window.likely(article.vectors))
        if copy := self._window.copied(article.sketch):
            original, story = copy
            best = rate(article, self._window.active[story])
            rival = next((r for r in rated if r.cluster.story != story), None)
            return placement(article, best, rival, original), best.cluster, ()
        if rated and rated[0].evidence >= JOIN:
            second = rated[1] if len(rated) > 1 else None
            return placement(article, rated[0], second), rated[0].cluster, ()
        quiet = rate_all(article, self._window.likely_quiet(article.vectors))
        rival = rated[0] if rated else None
        if quiet and quiet[0].evidence >= _RETURN:
            return self._return(placement(article, quiet[0], rival), quiet[0].cluster)
        several = self._tongues is not None and self._tongues.several
        if several and (meeting := self._abroad(article, reversed(list(self._window.active.values())))):
            return placement(article, rate(article, meeting.cluster), rival, meeting=meeting), meeting.cluster, ()
        cluster = Cluster(self._window.new_name(article.article), began=self._placed)
        event = StoryEvent(kind="began", story=cluster.story, articles=(article.article,))
        return _founder(article, cluster.story, rival), cluster, (event,)

    def _abroad(self, article: Told, stories: Iterable[Cluster]) -> Meeting | None:
        """Which of the stories tells in another language what an article tells."""
        if self._tongues is None:
            return None
        return self._tongues.nearest([article.article], article.vectors, (article.day, article.day), stories)

    def _return(self, found: Placement, quiet: Cluster) -> Choice:
        because = f"{found.article} {found.why}"
        event = StoryEvent(kind="returned", story=found.story, articles=(found.article,), because=because)
        return found, self._window.wake(found.story) or quiet, (event,)

    def _rated(self, article: Told, stories: Sequence[Cluster]) -> list[Rated]:
        """Stories by what words say of an article; between languages they say nothing where meaning can be asked."""
        if self._tongues:
            stories = [c for c in stories if self._tongues.comparable([article.article], c.members)]
        return rate_all(article, stories)

    def _join(self, cluster: Cluster, article: Told) -> None:
        cluster.touched = self._placed
        cluster.add(article)
        self._window.keep(cluster)


def _young(placed: int) -> bool:
    """Whether a stream is at a point where all its stories are weighed and looked at anew: 16, 20, 24, 28, 32, 40, 48, 56, 64 … articles.

    What is common is learnt from the stream itself; what was put together before that was known has to be thought over.
    """
    step = 1 << max(placed.bit_length() - 3, 0)
    return 16 <= placed <= _GROWN and placed % step == 0


def _due(cluster: Cluster) -> bool:
    """Whether a story has grown by an eighth since it was last looked at."""
    return 8 * cluster.size >= 9 * cluster.looked


def _moves(events: Iterable[StoryEvent]) -> dict[str, str]:
    """Article to story after these events, for those that they moved."""
    return {a: e.story for e in events if e.kind in ("merged", "split", "moved") for a in e.articles}


def _founder(article: Told, story: str, rival: Rated | None) -> Placement:
    return Placement(article=article.article, story=story, needed=JOIN, rival=rival.rival if rival else None)
