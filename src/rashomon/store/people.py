"""People, organisations and places over all stories, and what each of them is quoted with."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from rashomon.errors import UsageError
from rashomon.store import schema
from rashomon.store.cursors import cursor_of, values_of
from rashomon.store.file import File
from rashomon.store.rows import Appearance, Page, Person, Statement


class People(File):
    """Entities of collated stories. One id over several stories means one kind and name, not that they are proven to be one."""

    def people(
        self, words: str = "", *, type: str | None = None, limit: int = 50, cursor: str | None = None
    ) -> Page[Person]:
        """Named entities whose name holds all the words, those in most stories first; `type` is PERSON, ORG, GPE …"""
        table = schema.entities
        query = _people().where(table.c.anonymous == 0).group_by(table.c.id)
        for word in words.split():
            query = query.where(table.c.names.contains(word, autoescape=True))
        if type is not None:
            query = query.where(table.c.type == type)
        (skip,) = (0,) if cursor is None else values_of(cursor, int)
        ordered = query.order_by(sa.text("stories DESC, mentions DESC"), table.c.id).limit(limit + 1).offset(skip)
        with self.reading() as connection:
            rows = connection.execute(_with_statements(ordered)).all()
        follows = cursor_of(skip + limit) if len(rows) > limit else None
        return Page(items=tuple(_person(r) for r in rows[:limit]), next=follows)

    def person(self, entity: str) -> Person:
        """One entity by its id. Raises `UsageError` when no collated story has it."""
        table = schema.entities
        query = _people().where(table.c.id == entity).group_by(table.c.id)
        with self.reading() as connection:
            row = connection.execute(_with_statements(query)).first()
        if row is None:
            raise UsageError(f"no collated story has an entity called {entity!r}")
        return _person(row)

    def appearances(self, entity: str) -> list[Appearance]:
        """The stories in which an entity stands, those with most mentions first."""
        table, story = schema.entities, schema.stories
        query = (
            sa.select(table, story.c.title)
            .join(story, story.c.id == table.c.story)
            .where(table.c.id == entity)
            .order_by(table.c.mentions.desc(), table.c.story)
        )
        with self.reading() as connection:
            return [
                Appearance(
                    story=r.story,
                    title=r.title,
                    names=tuple((text, count) for text, count in json.loads(r.names)),
                    mentions=r.mentions,
                    articles=r.articles,
                )
                for r in connection.execute(query)
            ]

    def statements(
        self, *, speaker: str | None = None, story: str | None = None, limit: int = 50, cursor: str | None = None
    ) -> Page[Statement]:
        """What was said, the latest first: by one entity, in one story, or at all."""
        table = schema.statements
        day = sa.func.coalesce(table.c.day, "")
        query = (
            sa.select(table, schema.articles.c.outlet)
            .join(schema.articles, schema.articles.c.id == table.c.article)
            .order_by(day.desc(), table.c.seq)
            .limit(limit + 1)
        )
        if speaker is not None:
            query = query.where(table.c.speaker == speaker)
        if story is not None:
            query = query.where(table.c.story == story)
        if cursor is not None:
            at, seq = values_of(cursor, str, int)
            query = query.where(sa.or_(day < at, sa.and_(day == at, table.c.seq > seq)))
        with self.reading() as connection:
            rows = connection.execute(query).all()
        follows = cursor_of(rows[limit - 1].day or "", rows[limit - 1].seq) if len(rows) > limit else None
        return Page(items=tuple(_statement(r) for r in rows[:limit]), next=follows)


def _people() -> sa.Select[Any]:
    table = schema.entities
    return sa.select(
        table.c.id,
        table.c.type,
        table.c.name,
        sa.func.count().label("stories"),
        sa.func.sum(table.c.mentions).label("mentions"),
    )


def _with_statements(people: sa.Select[Any]) -> sa.Select[Any]:
    """Only those who are shown have their statements counted: there may be a hundred thousand others."""
    found, said = people.subquery(), schema.statements
    count = sa.select(sa.func.count()).select_from(said).where(said.c.speaker == found.c.id).scalar_subquery()
    order = found.c.stories.desc(), found.c.mentions.desc(), found.c.id
    return sa.select(found, count.label("statements")).order_by(*order)


def _person(row: Any) -> Person:
    return Person(
        id=row.id,
        type=row.type,
        name=row.name,
        stories=row.stories,
        mentions=row.mentions,
        statements=row.statements,
    )


def _statement(row: Any) -> Statement:
    return Statement(
        story=row.story,
        article=row.article,
        outlet=row.outlet or "",
        day=row.day,
        speaker=row.speaker,
        name=row.name,
        start=row.start,
        end=row.end,
        text=row.text,
        cue=row.cue,
        quoted=bool(row.quoted),
        through=tuple(json.loads(row.through)),
    )
