"""One transaction in which articles are put in stories: their places, what became of stories, and the stream that decided it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from rashomon.records import Article
from rashomon.store import schema
from rashomon.store.articles import among, article_of
from rashomon.store.judging import Decision, keep, kept, take_back
from rashomon.stories import StoryEvent

_PLACED, _STREAM, _FORMAT, _JUDGED = "placed", "stream", "stream format", "judged"
_REMEMBERED = 1000
"""Versions of the stream for which it is remembered which of its records are no more."""
_TITLE = "coalesce(nullif(a.headline, ''), substr(replace(a.text, char(10), ' '), 1, 80) || iif(length(a.text) > 80, '…', ''))"
_COLUMNS = 'stories (id, title, articles, first_added, last_added, begin, "end")'
_ADD_TO_STORY = sa.text(
    f"INSERT INTO {_COLUMNS} SELECT :story, {_TITLE}, 1, a.added, a.added, :day, :day FROM articles AS a WHERE a.id = :article "
    "ON CONFLICT (id) DO UPDATE SET articles = articles + 1, last_added = max(last_added, excluded.last_added), "
    "begin = min(coalesce(begin, excluded.begin), coalesce(excluded.begin, begin)), "
    '"end" = max(coalesce("end", excluded."end"), coalesce(excluded."end", "end"))'
)
_RECOUNT = sa.text(
    f"INSERT OR REPLACE INTO {_COLUMNS} SELECT p.story, "
    f"(SELECT {_TITLE} FROM placements AS q JOIN articles AS a ON a.id = q.article WHERE q.story = :story ORDER BY a.seq LIMIT 1), "
    "count(*), min(a.added), max(a.added), min(p.day), max(p.day) "
    "FROM placements AS p JOIN articles AS a ON a.id = p.article WHERE p.story = :story GROUP BY p.story"
)
# Written out: only a literal tells SQLite that the index of such records answers this.
_FORGET = sa.text("DELETE FROM stream WHERE record = x'' AND changed <= :version")
_OF_COLLATIONS = (
    schema.overviews,
    schema.facts,
    schema.differences,
    schema.entities,
    schema.statements,
    schema.collations,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An article's story, why it is there (a line, and all that is known as JSON), and its day as far as it can be told (ISO)."""

    article: str
    story: str
    why: str
    day: str | None = None
    explained: str = "{}"


class Placing:
    """What is put is there whole, with the stream that put it, or not at all."""

    def __init__(self, connection: sa.Connection, now: str) -> None:
        self._connection = connection
        self._now = now

    # -- articles

    def unplaced(self, limit: int) -> list[tuple[int, Article]]:
        """The next articles that no placing has seen, with their number of arrival."""
        table = schema.articles
        query = sa.select(table).where(table.c.seq > self._mark(_PLACED)).order_by(table.c.seq).limit(limit)
        return [(row.seq, article_of(row)) for row in self._connection.execute(query)]

    def articles(self, ids: Sequence[str]) -> dict[str, Article]:
        """Articles by their ids."""
        table = schema.articles
        rows = self._connection.execute(sa.select(table).where(table.c.id.in_(among(ids))))
        return {row.id: article_of(row) for row in rows}

    def put(self, places: Sequence[Place], upto: int) -> None:
        """Put new articles in their stories; `upto` is the number of arrival of the last one."""
        rows = [
            {"article": p.article, "story": p.story, "why": p.why, "day": p.day, "explained": p.explained}
            for p in places
        ]
        if rows:
            self._connection.execute(schema.placements.insert(), rows)
            self._connection.execute(_ADD_TO_STORY, rows)
            self._outdate({p.story for p in places})
        self._set_mark(_PLACED, upto)

    def move(self, articles: Iterable[str], story: str, why: str | None = None) -> None:
        """Put articles that have a story in another; a story that is left without any is no more."""
        table, moved = schema.placements, among(articles)
        left = self._connection.execute(sa.select(table.c.story).distinct().where(table.c.article.in_(moved)))
        touched = sorted({*left.scalars(), story})
        values = {"story": story} if why is None else {"story": story, "why": why}
        self._connection.execute(table.update().where(table.c.article.in_(moved)).values(values))
        for name in touched:
            self._recount(name)
        self._outdate(touched)

    def stories_of(self, articles: Sequence[str]) -> dict[str, str]:
        """The story of each article that has one."""
        table = schema.placements
        query = sa.select(table.c.article, table.c.story).where(table.c.article.in_(among(articles)))
        return {row.article: row.story for row in self._connection.execute(query)}

    def members(self, story: str) -> list[str]:
        """A story's articles in order of arrival."""
        place, article = schema.placements, schema.articles
        joined = place.join(article, article.c.id == place.c.article)
        query = sa.select(place.c.article).select_from(joined).where(place.c.story == story).order_by(article.c.seq)
        return list(self._connection.execute(query).scalars())

    def note(self, event: StoryEvent) -> None:
        """Remember what became of a story."""
        row = {
            "story": event.story,
            "kind": event.kind,
            "other": event.other,
            "because": event.because,
            "at": self._now,
        }
        self._connection.execute(
            schema.story_events.insert(), {**row, "articles": json.dumps(event.articles, ensure_ascii=False)}
        )

    def clear(self) -> None:
        """Take every article out of its story and forget the stream, so that all are placed anew; judgements stay."""
        tables = (schema.placements, schema.stories, schema.stream, schema.story_events, *_OF_COLLATIONS)
        for table in tables:
            self._connection.execute(table.delete())
        for mark in (_PLACED, _JUDGED, _FORMAT):
            self._set_mark(mark, 0)
        # So much newer that no other process takes what it has for the beginning of this.
        self._set_mark(_STREAM, self.stream_version() + _REMEMBERED + 1)

    # -- the stream

    def stream_version(self) -> int:
        """Changes whenever the kept stream does."""
        return self._mark(_STREAM)

    def stream_format(self) -> int:
        """In what form the kept stream is; 0 where there is none."""
        return self._mark(_FORMAT)

    def stream(self, since: int) -> Iterator[tuple[str, bytes | None]]:
        """The records of the stream that changed after a version of it (before the first: all); None for one that is no more."""
        table = schema.stream
        for row in self._connection.execute(sa.select(table.c.key, table.c.record).where(table.c.changed > since)):
            yield row.key, row.record or None

    def stream_known_since(self) -> int:
        """The oldest version from which all changes are known; who has an older one must read everything."""
        return self.stream_version() - _REMEMBERED

    def keep_stream(self, changes: Mapping[str, bytes | None], form: int) -> int:
        """Keep the records that changed (None: is no more); the version that the stream has now."""
        table = schema.stream
        version = self.stream_version() + 1
        rows = [{"key": key, "record": record or b"", "changed": version} for key, record in changes.items()]
        if rows:
            self._connection.execute(table.insert().prefix_with("OR REPLACE"), rows)
        self._connection.execute(_FORGET, {"version": version - _REMEMBERED})
        self._set_mark(_STREAM, version)
        self._set_mark(_FORMAT, form)
        return version

    # -- judgements

    def decide(self, decision: Decision) -> None:
        """Keep a judgement on stories that is carried out in this transaction."""
        keep(self._connection, decision, self._now)
        self._set_mark(_JUDGED, self._last_decision())

    def take_back(self, decision: str) -> Decision:
        """As `Corpus.undo`."""
        return take_back(self._connection, decision, self._now)

    def pending(self) -> list[Decision]:
        """Judgements in force that were not carried out since all articles were placed anew."""
        judged = self._mark(_JUDGED)
        return [d for d in kept(self._connection, None) if d.seq > judged]

    def carried_out(self) -> None:
        """All judgements have been carried out."""
        self._set_mark(_JUDGED, self._last_decision())

    # -- within

    def _last_decision(self) -> int:
        return int(self._connection.execute(sa.select(sa.func.max(schema.judgements.c.seq))).scalar() or 0)

    def _mark(self, name: str) -> int:
        query = sa.select(schema.marks.c.seq).where(schema.marks.c.name == name)
        return int(self._connection.execute(query).scalar() or 0)

    def _set_mark(self, name: str, seq: int) -> None:
        self._connection.execute(schema.marks.insert().prefix_with("OR REPLACE"), {"name": name, "seq": seq})

    def _outdate(self, stories: Iterable[str]) -> None:
        table = schema.overviews
        self._connection.execute(table.update().where(table.c.story.in_(among(stories))).values(stale=1))

    def _recount(self, story: str) -> None:
        self._connection.execute(_RECOUNT, {"story": story})
        if self._connection.execute(sa.exists().where(schema.placements.c.story == story).select()).scalar():
            return
        self._connection.execute(schema.stories.delete().where(schema.stories.c.id == story))
        for table in _OF_COLLATIONS:
            self._connection.execute(table.delete().where(table.c.story == story))
