"""Which article is in which story, and the stories as a list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

import sqlalchemy as sa

from rashomon.errors import UsageError
from rashomon.store import schema
from rashomon.store.cursors import cursor_of, values_of
from rashomon.store.file import File
from rashomon.store.placing import Placing
from rashomon.store.rows import Happened, Page, Shelf

Order = Literal["last", "articles", "contradictions"]
# Written out: every look at a story asks these, and putting them together takes longer than the file does to answer.
_PLACED = "FROM placements AS p JOIN articles AS a ON a.id = p.article WHERE p.story IN (SELECT value FROM json_each(:stories)) "
_MEMBERS = sa.text(f"SELECT p.story, p.article {_PLACED} ORDER BY a.seq")
_OUTLETS = sa.text(f"SELECT p.story, count(DISTINCT a.outlet) {_PLACED} GROUP BY p.story")
_ARRIVALS = sa.text(
    f"SELECT p.story, coalesce(p.day, substr(a.added, 1, 10)) AS day, count(*) {_PLACED} GROUP BY p.story, day ORDER BY p.story, day"
)


class Places(File):
    """Stories by their articles."""

    @contextmanager
    def placing(self) -> Iterator[Placing]:
        """A transaction to place articles in: what is put is there whole or not at all."""
        with self.writing() as connection:
            yield Placing(connection, self.stamp())

    @contextmanager
    def looking(self) -> Iterator[Placing]:
        """The same for looking only: it waits for nobody and must not put anything."""
        with self.reading() as connection:
            yield Placing(connection, self.stamp())

    def stories(self) -> dict[str, list[str]]:
        """Story to its articles, in order of arrival."""
        place, article = schema.placements, schema.articles
        query = (
            sa.select(place.c.story, place.c.article)
            .join(article, article.c.id == place.c.article)
            .order_by(article.c.seq)
        )
        found: dict[str, list[str]] = {}
        with self.reading() as connection:
            for row in connection.execute(query):
                found.setdefault(row.story, []).append(row.article)
        return found

    def members(self, story: str) -> list[str]:
        """A story's articles in order of arrival; none if there is no such story."""
        with self.reading() as connection:
            return _members(connection, [story]).get(story, [])

    def story_named(self, beginning: str) -> str:
        """The id of the one story whose id is `beginning` or begins with it, or that such a story became part of.

        Raises `UsageError` for none and for several.
        """
        with self.reading() as connection:
            found = _named(connection, beginning)
        if len(found) != 1:
            raise UsageError(
                f"{'no' if not found else 'more than one'} story is called {beginning!r}: `rashomon stories` lists them"
            )
        return found[0]

    def history(self, story: str, since: str = "") -> list[Happened]:
        """What became of a story (whole id) and what left it for another, in its order; since a moment (ISO, UTC)."""
        table = schema.story_events
        concerned = (table.c.story == story) | (table.c.other == story)
        query = sa.select(table).where(concerned, table.c.at >= since).order_by(table.c.seq)
        with self.reading() as connection:
            return [
                Happened(
                    at=r.at,
                    kind=r.kind,
                    story=r.story,
                    other=r.other,
                    articles=tuple(json.loads(r.articles)),
                    because=r.because,
                )
                for r in connection.execute(query)
            ]

    def shelf(self, story: str) -> Shelf:
        """One story by its whole id."""
        with self.reading() as connection:
            rows = connection.execute(_listing().where(schema.stories.c.id == story)).all()
            if not rows:
                raise UsageError(f"no story is called {story!r}: `rashomon stories` lists them")
            return _shelves(connection, rows)[0]

    def shelves(
        self,
        *,
        since: str | None = None,
        words: str | None = None,
        order: Order = "last",
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Page[Shelf]:
        """Stories, those that grew last (or the largest, or those with most contradictions) first.

        `since`: only those that an article has joined since (ISO, UTC); `words`: only those whose title holds all of them.
        """
        by = _order_column(order)
        query = _listing().order_by(by.desc(), schema.stories.c.id)
        if since is not None:
            query = query.where(schema.stories.c.last_added >= since)
        for word in (words or "").split():
            query = query.where(schema.stories.c.title.contains(word, autoescape=True))
        if cursor is not None:
            value, story = values_of(cursor, str if order == "last" else int, str)
            query = query.where(sa.or_(by < value, sa.and_(by == value, schema.stories.c.id > story)))
        if limit is not None:
            query = query.limit(limit + 1)
        with self.reading() as connection:
            rows = connection.execute(query).all()
            more = limit is not None and len(rows) > limit
            rows = rows[:limit]
            last = rows[-1] if rows else None
            follows = cursor_of(getattr(last, "by_" + order), last.id) if more and last is not None else None
            return Page(items=tuple(_shelves(connection, rows)), next=follows)


def _named(connection: sa.Connection, beginning: str) -> list[str]:
    """Stories of that name, at most two; else the one that the story of that name was merged with."""
    story, event = schema.stories, schema.story_events
    if connection.execute(sa.select(story.c.id).where(story.c.id == beginning)).first() is not None:
        return [beginning]
    if not beginning:
        return []
    begins = sa.select(story.c.id).where(story.c.id.startswith(beginning, autoescape=True)).limit(2)
    if found := list(connection.execute(begins).scalars()):
        return found
    seen, name = {beginning}, beginning
    while True:
        became = sa.select(event.c.story).where(event.c.other == name).order_by(event.c.seq.desc()).limit(1)
        name = connection.execute(became).scalar() or name
        if connection.execute(sa.select(story.c.id).where(story.c.id == name)).first() is not None:
            return [name]
        if name in seen:
            return []
        seen.add(name)


def _order_column(order: Order) -> sa.ColumnElement[Any]:
    columns: dict[Order, sa.ColumnElement[Any]] = {
        "last": schema.stories.c.last_added,
        "articles": schema.stories.c.articles,
        "contradictions": sa.func.coalesce(schema.overviews.c.contradictions, 0),
    }
    return columns[order]


def _listing() -> sa.Select[Any]:
    story, seen = schema.stories, schema.overviews
    orders: tuple[Order, ...] = ("last", "articles", "contradictions")
    return sa.select(
        *(story.c[n] for n in ("id", "title", "first_added", "last_added", "begin", "end")),
        *(seen.c[n] for n in ("facts", "differences", "contradictions", "origins", "stale")),
        *(_order_column(order).label(f"by_{order}") for order in orders),
    ).select_from(story.outerjoin(seen, seen.c.story == story.c.id))


def _shelves(connection: sa.Connection, rows: Sequence[Any]) -> list[Shelf]:
    stories = [r.id for r in rows]
    members, outlets, arrivals = (
        _members(connection, stories),
        _outlets(connection, stories),
        _arrivals(connection, stories),
    )
    return [
        Shelf(
            story=r.id,
            title=r.title,
            articles=tuple(members[r.id]),
            outlets=outlets.get(r.id, 0),
            first=r.first_added,
            last=r.last_added,
            begin=r.begin,
            end=r.end,
            arrivals=tuple(arrivals[r.id]),
            facts=r.facts,
            differences=r.differences,
            contradictions=r.contradictions,
            origins=r.origins,
            stale=r.stale is None or bool(r.stale),
        )
        for r in rows
    ]


def _members(connection: sa.Connection, stories: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for story, article in connection.execute(_MEMBERS, {"stories": json.dumps(stories)}):
        found.setdefault(story, []).append(article)
    return found


def _outlets(connection: sa.Connection, stories: Sequence[str]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(_OUTLETS, {"stories": json.dumps(stories)})}


def _arrivals(connection: sa.Connection, stories: Sequence[str]) -> dict[str, list[tuple[str, int]]]:
    found: dict[str, list[tuple[str, int]]] = {}
    for story, day, count in connection.execute(_ARRIVALS, {"stories": json.dumps(stories)}):
        found.setdefault(story, []).append((day, count))
    return found
