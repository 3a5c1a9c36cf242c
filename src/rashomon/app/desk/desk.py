"""A corpus at work: add reports, read them, keep them in stories, collate a story, tell what is new."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from rashomon import __version__
from rashomon.app import assemble
from rashomon.app.desk.grouping import Grouping
from rashomon.app.desk.intake import Progress, Report, take_in
from rashomon.app.desk.judging import decision_of, judgements_of
from rashomon.app.desk.regrouping import StoryJudgement, story_judgement_of
from rashomon.app.desk.watching import Watch
from rashomon.collate.expecting import expectations
from rashomon.collate.judge import Judgement
from rashomon.collate.ledger import ledger
from rashomon.collate.news import news
from rashomon.collate.revisions import newer_versions, revision
from rashomon.errors import UsageError
from rashomon.records import Article, Collation, Reject
from rashomon.records.ledger import Expectation, LedgerEntry, News, Revision
from rashomon.report.json import collation_json, dumps
from rashomon.runners import Failed, Runner, SerialRunner
from rashomon.settings import Settings
from rashomon.store import Appearance, Corpus, Decision, Found, Happened, Kept, Order, Page, Person, Shelf, Statement
from rashomon.stories import Placement

if TYPE_CHECKING:
    from rashomon.ingest.fetch import Policy

_BATCH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an article is where it is: `kept.why` and `kept.explained` when it was put there, `now` as stories stand."""

    kept: Kept
    now: Placement


def _quiet(_: str, __: int) -> None:
    pass


class Desk:
    """One open corpus with a way to run its work. What only looks up may be called from several threads while another adds.

    `story` is everywhere a story's id or the beginning of it. A corpus of an older form has its articles grouped anew at once.
    """

    def __init__(
        self,
        corpus: Corpus,
        runner: Runner | None = None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        policy: Policy | None = None,
    ) -> None:
        self.corpus = corpus
        self._runner = runner or SerialRunner()
        self._now = now
        self._policy = policy
        self._grouping = Grouping(corpus)
        if corpus.was_older:
            self.place()

    @property
    def key(self) -> str:
        """Under what annotations and collations are kept: made by another version or model, they are made anew."""
        return f"{__version__}:{Settings().model}"

    # -- taking in

    def add(self, inputs: Sequence[assemble.Input], *, strict: bool = False, progress: Progress = _quiet) -> Report:
        """Keep articles first, then put them in their stories and read what is unread. Interrupted, the next call goes on."""
        taken = take_in(self.corpus, inputs, self._policy, strict=strict, progress=progress)
        self.place(progress)
        return replace(taken, rejects=(*taken.rejects, *self.read(progress)))

    def watch(
        self,
        inputs: Sequence[str],
        *,
        every: float = 30.0,
        progress: Progress = _quiet,
        sleep: Callable[[float], None] = time.sleep,
    ) -> Iterator[Report]:
        """Look at files, folders and addresses every so many seconds, for ever, and add what is new or has changed."""
        watch = Watch(inputs)
        while True:
            if due := watch.due():
                report = self.add(due, progress=progress)
                if report.new or report.rejects:
                    yield report
            sleep(every)

    def place(self, progress: Progress = _quiet) -> None:
        """Put every article that has no story yet in one, and stories together that it shows to be one."""
        self._grouping.place(lambda done: progress("placed", done))

    def regroup(self) -> None:
        """Put all articles in stories anew, then do again what people decided about stories."""
        self._grouping.regroup()

    def read(self, progress: Progress = _quiet) -> tuple[Reject, ...]:
        """Annotate what is not annotated yet. What could not be read is told and stays in the corpus for another try."""
        done, failed = 0, []
        for made in self._runner.run(assemble.annotate_batch, _batches(self.corpus.unannotated(self.key))):
            if isinstance(made, Failed):
                failed += [Reject(input=a.input or a.id, reason=f"not read: {made.reason}") for a in made.batch]
                continue
            self.corpus.keep_annotations(self.key, made)
            done += len(made)
            progress("read", done)
        if done:
            self.corpus.note_read(self.key)
        return tuple(failed)

    # -- looking up

    def stories(self) -> list[Shelf]:
        """All stories, the one that grew last first."""
        return list(self.corpus.shelves().items)

    def shelves(
        self,
        *,
        since: str | None = None,
        words: str | None = None,
        order: Order = "last",
        limit: int = 50,
        cursor: str | None = None,
    ) -> Page[Shelf]:
        """A page of stories with their counts; `order` is "last" (grown last), "articles" or "contradictions", most first.

        `since`: those that an article has joined since (ISO, UTC); `words`: those whose title has all of them.
        """
        return self.corpus.shelves(since=since, words=words, order=order, limit=limit, cursor=cursor)

    def shelf(self, story: str) -> Shelf:
        """One story with its counts."""
        return self.corpus.shelf(self.corpus.story_named(story))

    def article(self, article: str) -> Kept:
        """One article with its story and versions."""
        return self.corpus.article(article)

    def find(
        self,
        words: str = "",
        *,
        outlet: str | None = None,
        story: str | None = None,
        begin: str | None = None,
        end: str | None = None,
        limit: int = 20,
        cursor: str | None = None,
    ) -> Found:
        """Articles by words, outlet, story and days (ISO, both included), with counts of outlets and stories among all found."""
        if story is not None:
            story = self.corpus.story_named(story)
        return self.corpus.find(words, outlet=outlet, story=story, begin=begin, end=end, limit=limit, cursor=cursor)

    def people(
        self, words: str = "", *, type: str | None = None, limit: int = 50, cursor: str | None = None
    ) -> Page[Person]:
        """Named entities of all collated stories, those in most stories first; `type` is PERSON, ORG, GPE …"""
        return self.corpus.people(words, type=type, limit=limit, cursor=cursor)

    def person(self, entity: str) -> Person:
        """One entity over all collated stories."""
        return self.corpus.person(entity)

    def appearances(self, entity: str) -> list[Appearance]:
        """The stories in which an entity stands."""
        return self.corpus.appearances(entity)

    def statements(
        self, *, speaker: str | None = None, story: str | None = None, limit: int = 50, cursor: str | None = None
    ) -> Page[Statement]:
        """Who said what, when and through whom, the latest first, as the collated stories have it."""
        if story is not None:
            story = self.corpus.story_named(story)
        return self.corpus.statements(speaker=speaker, story=story, limit=limit, cursor=cursor)

    def explain(self, article: str) -> Explanation:
        """Why an article is in its story: as it was seen when it was put there, and as stories stand now."""
        kept = self.corpus.article(article)
        if kept.story is None:
            raise UsageError(f"{article} has no story yet: `rashomon add` puts it in one")
        return Explanation(kept=kept, now=self._grouping.explain(article, kept.story))

    def chapters(self, story: str) -> tuple[tuple[str, ...], ...]:
        """A story's articles by sub-event, as they came; what is too long ago to be told apart stands first, together."""
        return self._grouping.chapters(self.corpus.story_named(story))

    def history(self, story: str, since: str = "") -> list[Happened]:
        """What became of a story since a moment (ISO, UTC): reports that joined it from others or left it, and why."""
        return self.corpus.history(self.corpus.story_named(story), since)

    def articles_json(self, story: str) -> Iterator[str]:
        """The articles of a story as JSON lines that `rashomon add` takes."""
        for article in self.corpus.articles(self.corpus.members(self.corpus.story_named(story))):
            known = {name: getattr(article, name) for name in ("headline", "outlet", "published", "url", "language")}
            yield dumps({"id": article.id, **{n: v for n, v in known.items() if v}, "text": article.text})

    # -- collating

    def collation(self, story: str) -> Collation:
        """The collation of a story as it stands, from the store if nothing has changed since it was made."""
        name = self.corpus.story_named(story)
        members = self.corpus.members(name)
        found = self._collate(name, members)
        if self.corpus.section(name, self.key, "story") is None:  # an earlier state is back: a judgement was undone
            self.keep(name, found)
        return found

    def collate_changed(self, *, least: int = 2, most: int = 200, progress: Progress = _quiet) -> tuple[Reject, ...]:
        """Collate every story of `least` to `most` articles that has changed since it was collated, by the runner.

        What could not be collated is told and left for another try.
        """
        waiting = [s.story for s in self.stories() if s.stale and least <= len(s.articles) <= most]
        keys: deque[tuple[str, str]] = deque()
        done, failed = 0, []
        for made in self._runner.run(assemble.collate_batch, self._work(waiting, keys)):
            story, key = keys.popleft()
            if isinstance(made, Failed):
                failed.append(Reject(input=story, reason=f"not collated: {made.reason}"))
                continue
            for collation, text in made:
                self.corpus.keep_collation(story, key, collation, text)
            done += 1
            progress("collated", done)
        return tuple(failed)

    def _work(self, stories: Iterable[str], keys: deque[tuple[str, str]]) -> Iterator[list[assemble.ToCollate]]:
        """A batch for each story; `keys` gets the story's name and key as the batch is handed out."""
        for story in stories:
            members = self.corpus.members(story)
            decisions = self._decisions(members)
            keys.append((story, self._collation_key(members, decisions)))
            yield [self._to_collate(members, decisions)]

    def keep(self, story: str, collation: Collation) -> None:
        """Keep a collation that was made elsewhere, of the story as it stands."""
        name = self.corpus.story_named(story)
        members = self.corpus.members(name)
        key = self._collation_key(members, self._decisions(members))
        self.corpus.keep_collation(name, key, collation, dumps(collation_json(collation, __version__)))

    def collation_json(self, story: str) -> str:
        """The same as JSON (one line), as it was kept when it was made."""
        name = self.corpus.story_named(story)
        members = self.corpus.members(name)
        kept = self.corpus.collation_text(name, self._collation_key(members, self._decisions(members)))
        return kept if kept is not None else dumps(collation_json(self._collate(name, members), __version__))

    def section(self, story: str, name: str) -> list[str] | None:
        """One list of the collation's JSON (an item a string), as it was kept; None where it has to be made first. Never slow."""
        return self.corpus.section(self.corpus.story_named(story), self.key, name)

    def ready(self, story: str) -> bool:
        """Whether the story's collation is in the store as it stands, so that `collation` and `collation_json` only look it up."""
        return self.section(story, "story") is not None

    def stories_since(self, moment: str) -> list[str]:
        """Stories that an article has joined since a moment (ISO, UTC), the largest first."""
        return [s.story for s in self.corpus.shelves(since=moment, order="articles").items]

    def ledger(self, story: str) -> tuple[LedgerEntry, ...]:
        """Since when each fact of a story is known, and from which origins."""
        collation = self.collation(story)
        arrived = self.corpus.added([w.article.id for w in collation.witnesses])
        return ledger(collation, arrived, newer_versions(collation))

    def expectations(self, story: str, today: str | None = None) -> tuple[Expectation, ...]:
        """What a story expects, and what became of it by today (or another day, ISO)."""
        return expectations(self.collation(story), today or self._today())

    def revisions(self, article: str) -> tuple[Revision, ...]:
        """What changed from each version of an article's page to the next, oldest first; none where it was never revised."""
        versions = list(self.corpus.articles(self.corpus.article(article).versions))
        return tuple(revision(earlier, later) for earlier, later in pairwise(versions))

    def news(self, story: str, since: str, today: str | None = None) -> tuple[News, ...]:
        """What is new in a story since a moment (ISO, UTC): what it says now against what it said then.

        `today` (ISO), if not the clock's, decides what is overdue.
        """
        name = self.corpus.story_named(story)
        members = self.corpus.members(name)
        arrived = self.corpus.added(members)
        after = self._collate(name, members)
        before = self._collate(name, [m for m in members if arrived[m] < since])
        today = today or self._today()
        return news(before, after, today, newer_versions(after), then=min(since[:10], today))

    def news_ready(self, story: str, since: str) -> bool:
        """Whether what the story said at that moment is in the store, too, so that `news` only looks things up."""
        name = self.corpus.story_named(story)
        members = self.corpus.members(name)
        arrived = self.corpus.added(members)
        before = [m for m in members if arrived[m] < since]
        return (
            self.ready(name)
            and self.corpus.collation(name, self._collation_key(before, self._decisions(before))) is not None
        )

    # -- judging

    def judge(self, story: str, judgement: Judgement) -> Decision:
        """Keep what a person decides about a story's collation: its targets are ids of facts, claims or differences there.

        From then on every collation with these articles is replayed with it, until it is undone by the id of what is returned.
        """
        decision = decision_of(judgement, self.collation(story))
        self.corpus.decide(decision)
        return decision

    def merge_stories(self, stories: Sequence[str], because: str = "") -> Decision:
        """Make stories one for good; it keeps the id of the first."""
        founders = tuple(self.corpus.members(self.corpus.story_named(s))[0] for s in stories)
        return self._grouping.judge(StoryJudgement(action="merge", articles=founders, because=because))

    def split_story(self, articles: Sequence[str], because: str = "") -> Decision:
        """Make articles of one story a story of their own for good."""
        return self._grouping.judge(StoryJudgement(action="split", articles=tuple(articles), because=because))

    def move_articles(self, articles: Sequence[str], story: str, because: str = "") -> Decision:
        """Put articles in another story for good."""
        founder = self.corpus.members(self.corpus.story_named(story))[0]
        return self._grouping.judge(
            StoryJudgement(action="move", articles=tuple(articles), to=founder, because=because)
        )

    def undo(self, decision: str) -> Decision:
        """Take back what was decided about a collation or about stories. Raises `UsageError` when nothing of that id is in force."""
        found = next((d for d in self.corpus.decisions() if d.id == decision), None)
        if found is None or story_judgement_of(found) is None:
            return self.corpus.undo(decision)
        self._grouping.undo(found)
        return found

    def decisions(self, story: str | None = None, *, undone: bool = False) -> list[Decision]:
        """What was decided about a story's articles, or at all, in its order; with `undone` also what was taken back."""
        members = None if story is None else self.corpus.members(self.corpus.story_named(story))
        return self.corpus.decisions(members, undone=undone)

    # -- within

    def _collate(self, story: str, members: Sequence[str]) -> Collation:
        decisions = self._decisions(members)
        key = self._collation_key(members, decisions)
        found = self.corpus.collation(story, key)
        if found is None:
            ((found, text),) = assemble.collate_batch([self._to_collate(members, decisions)])
            self.corpus.keep_collation(story, key, found, text)
        return found

    def _to_collate(self, members: Sequence[str], decisions: Sequence[Decision]) -> assemble.ToCollate:
        articles = tuple(self.corpus.articles(members))
        made = self.corpus.annotations(self.key, members)
        missing = [a for a in articles if a.id not in made]
        made.update((a.article, a) for a in assemble.annotate_articles(missing))
        return assemble.ToCollate(
            articles=articles, annotations=tuple(made[a.id] for a in articles), judgements=judgements_of(decisions)
        )

    def _decisions(self, members: Sequence[str]) -> list[Decision]:
        return self.corpus.decisions(members)

    def _collation_key(self, members: Sequence[str], decisions: Sequence[Decision]) -> str:
        parts = "\n".join([*members, "", *(d.id for d in decisions)])
        return f"{self.key}:{sha256(parts.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"

    def _today(self) -> str:
        return self._now().astimezone(UTC).date().isoformat()


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while batch := list(islice(articles, _BATCH)):
        yield batch
