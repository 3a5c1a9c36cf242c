"""New articles put in their stories, and what people decide about stories. The stream of stories is kept in the corpus with them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from threading import RLock

from rashomon.app.assemble import tongues
from rashomon.app.desk.regrouping import StoryJudgement, story_judgement_of
from rashomon.errors import UsageError
from rashomon.records import Article
from rashomon.store import Corpus, Decision, Place, Placing
from rashomon.stories import FORMAT, Placement, Profile, StoryEvent, Stream, profile_of

_AT_ONCE = 200
"""Articles placed in one transaction."""
_NOTHING = -1
"""The version of a stream that knows nothing."""
BY_A_PERSON = "put here by a person"
_LISTED = "`rashomon stories --about STORY` lists its articles"


class Grouping:
    """The stories of a corpus as they grow. Places and the stream that gave them are kept in one transaction: a crash leaves both
    as they were, and going on gives what an uninterrupted run gives. Another process that placed meanwhile is noticed."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._lock = RLock()
        self._stream = Stream(tongues=tongues())
        self._version = _NOTHING

    def place(self, progress: Callable[[int], None] = lambda _: None) -> None:
        """Put every article that has no story yet in one. Costs what the new articles cost, however many there are already."""
        done = 0
        while placed := self._place_some():
            done += placed
            progress(done)

    def _place_some(self) -> int:
        with self._placing() as (placing, stream):
            found = placing.unplaced(_AT_ONCE)
            _put(placing, found, stream)
            if len(found) < _AT_ONCE:
                self._carry_out_pending(placing, stream)
        return len(found)

    def regroup(self) -> None:
        """Place all articles anew, then carry out again what people decided."""
        with self._lock, self._corpus.placing() as placing:
            placing.clear()
        self.place()

    def explain(self, article: str, story: str) -> Placement:
        """Why an article is in its story as stories stand now, and where it would be otherwise."""
        with self._lock, self._corpus.looking() as placing:
            if placing.stream_format() == FORMAT:
                self._take_up(placing)
            return self._stream.explain(next(_profiles(placing, [article])), story)

    def chapters(self, story: str) -> tuple[tuple[str, ...], ...]:
        """A story's articles by sub-event."""
        with self._lock, self._corpus.looking() as placing:
            if placing.stream_format() != FORMAT:
                return ()
            self._take_up(placing)
            return self._stream.chapters(story)

    def judge(self, judgement: StoryJudgement) -> Decision:
        """Carry out and keep what a person decides about stories. Raises `UsageError` where it does not fit."""
        with self._placing() as (placing, stream):
            before = _carry_out(judgement, placing, stream)
            decision = judgement.decision(before)
            placing.decide(decision)
        return decision

    def undo(self, decision: Decision) -> None:
        """Take such a judgement back: its articles return to where they were, if they still are where it put them."""
        with self._placing() as (placing, stream):
            placing.take_back(decision.id)
            now = placing.stories_of(list(decision.articles))
            for (source, target), articles in _moves(json.loads(decision.judgement), now).items():
                _move(articles, source, target, "", placing, stream)

    @staticmethod
    def _carry_out_pending(placing: Placing, stream: Stream) -> None:
        for decision in placing.pending():
            if judgement := story_judgement_of(decision):
                try:
                    _carry_out(judgement, placing, stream)
                except UsageError:  # what it was about is grouped that way already
                    continue
        placing.carried_out()

    @contextmanager
    def _placing(self) -> Iterator[tuple[Placing, Stream]]:
        """A transaction with the stream as it stands; what changes in the stream is kept with it."""
        with self._lock:
            try:
                with self._corpus.placing() as placing:
                    self._take_up(placing)
                    yield placing, self._stream
                    if changes := self._stream.changes():
                        self._version = placing.keep_stream(changes, FORMAT)
            except BaseException:
                self._version = _NOTHING
                raise

    def _take_up(self, placing: Placing) -> None:
        """Bring the stream to what the corpus has. One of another form is given up: all articles are placed anew."""
        if placing.stream_format() not in (0, FORMAT):
            placing.clear()
        version = placing.stream_version()
        if self._version < max(placing.stream_known_since(), 0):
            self._stream, self._version = Stream(tongues=tongues()), _NOTHING
        if self._version != version:
            self._stream.refresh(placing.stream(self._version))
            self._version = version


def _put(placing: Placing, found: Sequence[tuple[int, Article]], stream: Stream) -> None:
    """Put articles in stories, in their order; written together, except before stories are put together."""
    places: list[Place] = []
    for seq, article in found:
        profile = profile_of(article)
        placed = stream.add(profile)
        places.append(_place(profile, placed))
        events = [e for e in placed.events if e.kind != "began"]
        if events or seq == found[-1][0]:
            placing.put(places, seq)
            places = []
        for event in events:
            if event.kind in ("merged", "split", "moved"):
                placing.move(event.articles, event.story)
            placing.note(event)


def _place(profile: Profile, placed: Placement) -> Place:
    day = date.fromordinal(profile.day).isoformat() if profile.day else None
    explained = json.dumps(placed.json(), ensure_ascii=False)
    return Place(article=profile.article, story=placed.story, why=placed.why, day=day, explained=explained)


def _carry_out(judgement: StoryJudgement, placing: Placing, stream: Stream) -> dict[str, str]:
    """Do to stories what a judgement says. Gives the articles that it moves with the stories they leave."""
    of = placing.stories_of([*judgement.articles, *([judgement.to] if judgement.to else [])])
    if missing := [a for a in judgement.articles if a not in of]:
        raise UsageError(f"no article in a story is called {missing[0]!r}: {_LISTED}")
    if judgement.action == "merge":
        return _merge(judgement, of, placing, stream)
    if judgement.action == "move":
        target = of.get(judgement.to or "")
        if target is None:
            raise UsageError(f"no article in a story is called {judgement.to!r}: {_LISTED}")
        before = {a: of[a] for a in judgement.articles if of[a] != target}
    else:
        target = None
        before = {a: of[a] for a in judgement.articles}
    if not before:
        raise UsageError("these articles are in that story already")
    if target is None:
        _split(judgement, before, placing, stream)
    else:
        for source in dict.fromkeys(before.values()):
            some = [a for a in before if before[a] == source]
            _move(some, source, target, judgement.because, placing, stream)
    return before


def _merge(judgement: StoryJudgement, of: dict[str, str], placing: Placing, stream: Stream) -> dict[str, str]:
    stories = list(dict.fromkeys(of[a] for a in judgement.articles))
    if len(stories) < 2:
        raise UsageError("merge needs two stories at least")
    before = {a: s for s in stories[1:] for a in placing.members(s)}
    stream.merge(stories, judgement.because)
    placing.move(before, stories[0], BY_A_PERSON)
    for story in stories[1:]:
        gone = tuple(a for a in before if before[a] == story)
        placing.note(_event(stories[0], story, gone, judgement.because))
    return before


def _split(judgement: StoryJudgement, before: dict[str, str], placing: Placing, stream: Stream) -> None:
    sources = set(before.values())
    if len(sources) > 1:
        raise UsageError("these articles are not in one story")
    (source,) = sources
    rest = [a for a in placing.members(source) if a not in before]
    if not rest:
        raise UsageError("these are all articles of the story: nothing would be left of it")
    # The story keeps its name with its founder; the name of the new one comes from an article that did not begin a story.
    apart = sorted(before, key=lambda a: a == placing.members(source)[0])
    (event,) = stream.split(apart, source, _reader(placing), judgement.because)
    placing.move(apart, event.story, BY_A_PERSON)
    placing.note(event)


def _move(articles: Sequence[str], source: str, target: str, because: str, placing: Placing, stream: Stream) -> None:
    stream.move(articles, source, target, _reader(placing), because)
    placing.move(articles, target, BY_A_PERSON)
    placing.note(_event(target, source, tuple(articles), because))


def _event(story: str, other: str, articles: tuple[str, ...], because: str) -> StoryEvent:
    return StoryEvent(kind="judged", story=story, other=other, articles=articles, because=because)


def _moves(judgement: dict[str, object], now: dict[str, str]) -> dict[tuple[str, str], list[str]]:
    """(From, to) to articles, for undoing: what still is where the judgement put it goes back to where it was."""
    before = judgement["before"]
    assert isinstance(before, dict)
    found: dict[tuple[str, str], list[str]] = {}
    for article, story in before.items():
        if article in now and now[article] != story:
            found.setdefault((now[article], story), []).append(article)
    return found


def _reader(placing: Placing) -> Callable[[Sequence[str]], Iterable[Profile]]:
    return lambda ids: _profiles(placing, ids)


def _profiles(placing: Placing, ids: Sequence[str]) -> Iterator[Profile]:
    found = placing.articles(ids)
    return (profile_of(found[a]) for a in ids)
