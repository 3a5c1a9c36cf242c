"""What people decided, in the order in which they did; what was taken back is kept, too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from rashomon.errors import UsageError
from rashomon.store import schema
from rashomon.store.articles import among
from rashomon.store.file import File


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A judgement as kept: `judgement` is its JSON, `articles` those it is about, `added` and `undone` when (ISO, UTC).

    `seq` is its number in the order of deciding.
    """

    id: str
    action: str
    judgement: str
    articles: tuple[str, ...]
    added: str = ""
    undone: str | None = None
    seq: int = 0

    @property
    def summary(self) -> str:
        """What was decided and why, as a line."""
        plain = json.loads(self.judgement)
        what = [
            self.action,
            *plain.get("targets", plain.get("articles", ())),
            *filter(None, (plain.get("kind"), plain.get("severity"))),
        ]
        to = f" to the story of {plain['to']}" if plain.get("to") else ""
        because = f"  ({plain['because']})" if plain.get("because") else ""
        return " ".join(what) + to + because


class Judging(File):
    """Judgements follow their articles: whatever story these are in, they are replayed there."""

    def decide(self, decision: Decision) -> None:
        """Keep a judgement. One that is in force already is not kept twice, but after all that was decided since: the latest holds."""
        with self.writing() as connection:
            keep(connection, decision, self.stamp())

    def undo(self, decision: str) -> Decision:
        """Take a judgement back. Raises `UsageError` when none of that id is in force."""
        with self.writing() as connection:
            return take_back(connection, decision, self.stamp())

    def decisions(self, articles: Sequence[str] | None = None, *, undone: bool = False) -> list[Decision]:
        """Judgements about any of these articles (or all), in their order; with `undone` also those taken back."""
        with self.reading() as connection:
            return kept(connection, articles, undone=undone)


def keep(connection: sa.Connection, decision: Decision, now: str) -> None:
    """As `Judging.decide`, within a transaction."""
    table = schema.judgements
    since = kept(connection, decision.articles)
    if since and since[-1].id == decision.id:
        return
    standing = table.update().where(table.c.id == decision.id, table.c.undone.is_(None))
    connection.execute(standing.values(undone=now))
    row = {"id": decision.id, "action": decision.action, "judgement": decision.judgement, "added": now}
    seq = connection.execute(table.insert().returning(table.c.seq), row).scalar_one()
    connection.execute(
        schema.judged_articles.insert(), [{"judgement": seq, "article": a} for a in dict.fromkeys(decision.articles)]
    )
    outdate_with(connection, decision.articles)


def take_back(connection: sa.Connection, decision: str, now: str) -> Decision:
    """As `Judging.undo`, within a transaction."""
    table = schema.judgements
    query = sa.select(table).where(table.c.id == decision, table.c.undone.is_(None))
    row = connection.execute(query).first()
    if row is None:
        raise UsageError(f"no judgement {decision!r} is in force: `rashomon judge list` shows those that are")
    connection.execute(table.update().where(table.c.seq == row.seq).values(undone=now))
    found = _decision(connection, row)
    outdate_with(connection, found.articles)
    return replace(found, undone=now)


def kept(connection: sa.Connection, articles: Sequence[str] | None, *, undone: bool = False) -> list[Decision]:
    """As `Judging.decisions`, within a transaction."""
    table, about = schema.judgements, schema.judged_articles
    query = sa.select(table).order_by(table.c.seq)
    if articles is not None:
        query = query.where(table.c.seq.in_(sa.select(about.c.judgement).where(about.c.article.in_(among(articles)))))
    if not undone:
        query = query.where(table.c.undone.is_(None))
    return [_decision(connection, row) for row in connection.execute(query).all()]


def outdate_with(connection: sa.Connection, articles: Sequence[str]) -> None:
    """What is told of the stories of these articles is no longer the latest."""
    place, told = schema.placements, schema.overviews
    stories = sa.select(place.c.story).where(place.c.article.in_(among(articles)))
    connection.execute(told.update().where(told.c.story.in_(stories)).values(stale=1))


def _decision(connection: sa.Connection, row: Any) -> Decision:
    about = schema.judged_articles
    articles = connection.execute(sa.select(about.c.article).where(about.c.judgement == row.seq)).scalars()
    return Decision(
        id=row.id,
        action=row.action,
        judgement=row.judgement,
        articles=tuple(articles),
        added=row.added,
        undone=row.undone,
        seq=row.seq,
    )
