"""A corpus at work: add reports, read them, keep them in stories, collate a story, tell what is new. Command line and web ask here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice, pairwise

from rashomon import __version__
from rashomon.app import assemble
from rashomon.collate.ledger import expectations, ledger
from rashomon.collate.news import news
from rashomon.errors import InputError, UsageError
from rashomon.ingest import stream_inputs
from rashomon.records import Article, Collation, Reject
from rashomon.records.ledger import Expectation, LedgerEntry, News
from rashomon.runners import Failed, Runner, SerialRunner
from rashomon.settings import Settings
from rashomon.store import Corpus
from rashomon.stories import Stream, profile_of

Progress = Callable[[str, int], None]
"""Called with what is being done and how many articles are done with it."""
_BATCH = 32
_TOGETHER = 200
"""Articles acknowledged in one transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What became of inputs handed to `Desk.add`."""

    new: int
    known: int
    rejects: tuple[Reject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A story of the corpus: its articles in order of arrival, the first one's headline, and when the last one came (ISO, UTC)."""

    story: str
    articles: tuple[str, ...]
    title: str
    last: str


def _quiet(_: str, __: int) -> None:
    pass


class Desk:
    """One open corpus with a way to run its work."""

    def __init__(
        self, corpus: Corpus, runner: Runner | None = None, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.corpus = corpus
        self._runner = runner or SerialRunner()
        self._now = now

    @property
    def key(self) -> str:
        """Under what annotations and collations are kept: made by another version or model, they are made anew."""
        return f"{__version__}:{Settings().model}"

    def add(self, inputs: Sequence[assemble.Input], *, strict: bool = False, progress: Progress = _quiet) -> Report:
        """Keep articles first, then read what is unread and put it in its story. Interrupted, the next call goes on."""
        new = known = 0
        rejects: list[Reject] = []
        found = stream_inputs(inputs, self.corpus.offset)
        while batch := list(islice(found, _TOGETHER)):
            bad = [f for f in batch if isinstance(f, Reject)]
            if strict and bad:
                raise InputError(f"{bad[0].input}: {bad[0].reason}")
            added = self.corpus.add((f for f in batch if isinstance(f, Article)), bad)
            rejects += bad
            new, known = new + len(added.new), known + len(added.known)
            progress("kept", new + known)
        self.place()
        return Report(new=new, known=known, rejects=(*rejects, *self.read(progress)))

    def place(self) -> None:
        """Put every article that has no story yet in one; those that have one stay where they are."""
        placed = {article: story for story, members in self.corpus.stories().items() for article in members}
        names = list(dict.fromkeys(placed.values()))
        numbers = {name: number for number, name in enumerate(names)}
        stream, new = Stream(), []
        for article in self.corpus.articles():
            profile = profile_of(article)
            if article.id in placed:
                stream.restore(profile, numbers[placed[article.id]])
                continue
            stream.note(profile)
            placement = stream.add(profile)
            if placement.story == len(names):
                names.append(sha256(article.id.encode("utf-8", "surrogatepass")).hexdigest()[:12])
            why = f"shares {', '.join(placement.shared)}" if placement.shared else "began it"
            new.append((article.id, names[placement.story], why))
        self.corpus.put_stories(new)

    def stories(self) -> list[Shelf]:
        """All stories, the one that grew last first."""
        arrived = self.corpus.added()
        shelves = [
            Shelf(
                story=story, articles=tuple(members), title=self._title(members), last=max(arrived[m] for m in members)
            )
            for story, members in self.corpus.stories().items()
        ]
        return sorted(shelves, key=lambda s: (s.last, len(s.articles), s.story), reverse=True)

    def _title(self, members: Sequence[str]) -> str:
        first = next(self.corpus.articles(members[:1]))
        return first.headline or " ".join(first.text.split())[:80]

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
        return tuple(failed)

    def collation(self, story: str) -> Collation:
        """The collation of a story as it stands, from the store if nothing has changed since it was made."""
        return self._collate(story, self._members(story))

    def stories_since(self, moment: str) -> list[str]:
        """Stories that an article has joined since a moment (ISO, UTC), the largest first."""
        arrived = self.corpus.added()
        stories = self.corpus.stories()
        moved = [s for s, members in stories.items() if any(arrived[m] >= moment for m in members)]
        return sorted(moved, key=lambda s: (-len(stories[s]), s))

    def ledger(self, story: str) -> tuple[LedgerEntry, ...]:
        """Since when each fact of a story is known, and from which origins."""
        collation = self.collation(story)
        return ledger(collation, self.corpus.added(), frozenset(self._replaced(collation)))

    def expectations(self, story: str) -> tuple[Expectation, ...]:
        """What a story expects, and what became of it by today."""
        return expectations(self.collation(story), self._today())

    def news(self, story: str, since: str) -> tuple[News, ...]:
        """What is new in a story since a moment (ISO, UTC): what it says now against what it said then."""
        arrived, members = self.corpus.added(), self._members(story)
        earlier = [m for m in members if arrived[m] < since]
        after = self._collate(story, members)
        before = self._collate(f"{story}@{since}", earlier)
        return news(before, after, self._today(), self._replaced(after))

    def _collate(self, name: str, members: Sequence[str]) -> Collation:
        key = f"{self.key}:{sha256(' '.join(members).encode()).hexdigest()[:16]}"
        found = self.corpus.collation(name, key)
        if found is None:
            articles = list(self.corpus.articles(members))
            made = self.corpus.annotations(self.key, members)
            missing = [a for a in articles if a.id not in made]
            made.update((a.article, a) for a in assemble.annotate_articles(missing))
            found = assemble.collate_annotated(articles, [made[a.id] for a in articles])
            self.corpus.keep_collation(name, key, found)
        return found

    def _members(self, story: str) -> list[str]:
        stories = self.corpus.stories()
        named = [s for s in stories if s == story] or [s for s in stories if s.startswith(story)]
        if len(named) != 1:
            raise UsageError(
                f"{'no' if not named else 'more than one'} story is called {story!r}: `rashomon stories` lists them"
            )
        return stories[named[0]]

    @staticmethod
    def _replaced(collation: Collation) -> dict[str, str]:
        """Article to its newer version, where both are witnesses."""
        by_url: dict[str, list[str]] = {}
        for w in collation.witnesses:
            if w.article.url:
                by_url.setdefault(w.article.url, []).append(w.article.id)
        return {old: new for ids in by_url.values() for old, new in pairwise(ids)}

    def _today(self) -> str:
        return self._now().astimezone(UTC).date().isoformat()


def _batches(articles: Iterator[Article]) -> Iterator[list[Article]]:
    while batch := list(islice(articles, _BATCH)):
        yield batch
