"""Articles and rejects: kept once, never changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from rashomon.errors import InputError
from rashomon.records import Article, Bookmark, Part, Reject, Span
from rashomon.records.article import Metadatum
from rashomon.store import schema
from rashomon.store.cursors import cursor_of, values_of
from rashomon.store.file import File
from rashomon.store.rows import Added, Kept, Page, Revised


class Articles(File):
    """Adding and looking up."""

    def add(
        self,
        articles: Iterable[Article],
        rejects: Iterable[Reject] = (),
        bookmarks: Callable[[], Mapping[str, Bookmark]] = dict,
    ) -> Added:
        """Keep articles; one the corpus has already (same id) is left as it is. All of them or, on an error, none.

        `bookmarks`, asked when all have been taken, are how far the files that they came from are read with them.
        """
        new, known = [], []
        table = schema.articles
        with self.writing() as connection:
            for article in articles:
                found = connection.execute(sa.select(table.c.text).where(table.c.id == article.id)).first()
                if found is not None and found.text != article.text:
                    raise InputError(f"{article.input or article.id}: the corpus has another text under the id {article.id!r}: give it an id of its own")  # fmt: skip
                if found is not None:
                    known.append(article.id)
                    continue
                connection.execute(table.insert(), self._row(connection, article))
                new.append(article.id)
            for reject in rejects:
                row = {"input": reject.input, "reason": reject.reason, "added": self.stamp()}
                connection.execute(schema.rejects.insert().prefix_with("OR IGNORE"), row)
            for name, b in bookmarks().items():
                place = {"offset": b.offset, "lines": b.lines, "articles": b.articles, "digest": b.digest}
                connection.execute(schema.bookmarks.insert().prefix_with("OR REPLACE"), {"input": name, **place})
        return Added(new=tuple(new), known=tuple(known))

    def offset(self, archive: str) -> int:
        """The byte of an archive at which reading goes on: that of the last record it gave the corpus; 0 if it gave none."""
        table = schema.articles
        begins = table.c.input.startswith(f"{archive}@", autoescape=True)
        query = sa.select(table.c.input).where(begins).order_by(table.c.seq.desc()).limit(1)
        with self.reading() as connection:
            last = connection.execute(query).scalar()
        offset = (last or "").removeprefix(f"{archive}@").partition("#")[0]
        return int(offset) if offset.isdigit() else 0

    def bookmark(self, name: str) -> Bookmark | None:
        """How far a file of this name was read; None where nothing was kept of it."""
        table = schema.bookmarks
        with self.reading() as connection:
            row = connection.execute(sa.select(table).where(table.c.input == name)).first()
        if row is None:
            return None
        return Bookmark(offset=row.offset, lines=row.lines, articles=row.articles, digest=row.digest)

    def articles(self, ids: Sequence[str] | None = None, *, since: str | None = None) -> Iterator[Article]:
        """Articles in order of arrival: all, those of `ids`, or those added at or after `since` (ISO, UTC)."""
        table = schema.articles
        query = sa.select(table).order_by(table.c.seq)
        if ids is not None:
            query = query.where(table.c.id.in_(among(ids)))
        if since is not None:
            query = query.where(table.c.added >= since)
        with self.reading() as connection:
            for row in connection.execute(query):
                yield article_of(row)

    def article(self, article: str) -> Kept:
        """One article by its id. Raises `InputError` when the corpus has none of that id."""
        with self.reading() as connection:
            row = connection.execute(_placed().where(schema.articles.c.id == article)).first()
        if row is None:
            raise InputError(f"{self.path}: no article is called {article!r}")
        versions = tuple(self.versions(row.url)) if row.url else (row.id,)
        return _kept(row, versions)

    def listed(self, *, limit: int = 100, cursor: str | None = None) -> Page[Kept]:
        """Articles in order of arrival; `versions` of each is itself alone. `cursor` goes on after a page."""
        (after,) = (0,) if cursor is None else values_of(cursor, int)
        seq = schema.articles.c.seq
        with self.reading() as connection:
            rows = connection.execute(_placed().where(seq > after).order_by(seq).limit(limit + 1)).all()
        follows = cursor_of(rows[limit - 1].seq) if len(rows) > limit else None
        return Page(items=tuple(_kept(r, (r.id,)) for r in rows[:limit]), next=follows)

    def added(self, ids: Sequence[str] | None = None) -> dict[str, str]:
        """When each article was acknowledged; of all or of `ids`."""
        table = schema.articles
        query = sa.select(table.c.id, table.c.added)
        if ids is not None:
            query = query.where(table.c.id.in_(among(ids)))
        with self.reading() as connection:
            return {r.id: r.added for r in connection.execute(query)}

    def versions(self, url: str) -> list[str]:
        """Ids of all versions of one URL, oldest first."""
        table = schema.articles
        query = sa.select(table.c.id).where(table.c.url == url).order_by(table.c.seq)
        with self.reading() as connection:
            return list(connection.execute(query).scalars())

    def revised(self, limit: int = 100) -> list[Revised]:
        """Pages of which there is more than one version, that which came last first."""
        table = schema.articles
        count, last = sa.func.count(), sa.func.max(table.c.seq)
        query = (
            sa.select(table.c.url, count.label("versions"), last.label("seq"))
            .where(table.c.url.is_not(None))
            .group_by(table.c.url)
            .having(count > 1)
            .order_by(last.desc())
            .limit(limit)
        ).subquery()
        newest = sa.select(query.c.url, query.c.versions, table.c.outlet, table.c.added).join(
            table, table.c.seq == query.c.seq
        )
        with self.reading() as connection:
            rows = connection.execute(newest.order_by(query.c.seq.desc()))
            return [Revised(url=r.url, outlet=r.outlet or "", versions=r.versions, last=r.added) for r in rows]

    def rejects(self) -> list[Reject]:
        """All that could not be used."""
        query = sa.select(schema.rejects).order_by(schema.rejects.c.seq)
        with self.reading() as connection:
            return [Reject(input=r.input, reason=r.reason) for r in connection.execute(query)]

    def outlets(self) -> list[tuple[str, int]]:
        """The outlets with the number of their articles, most first."""
        table = schema.articles
        count = sa.func.count()
        query = sa.select(table.c.outlet, count).where(table.c.outlet.is_not(None)).group_by(table.c.outlet)
        with self.reading() as connection:
            return [(r[0], r[1]) for r in connection.execute(query.order_by(count.desc(), table.c.outlet))]

    def _row(self, connection: sa.Connection, article: Article) -> dict[str, Any]:
        parts = [[p.kind, p.span.start, p.span.end, p.repeats, p.wrapped, p.why] for p in article.parts]
        return {
            "id": article.id,
            "text": article.text,
            "input": article.input,
            "headline": article.headline or _headline(article),
            "outlet": article.outlet,
            "byline": article.byline,
            "published": article.published,
            "url": article.url,
            "language": article.language,
            "parts": _json(parts),
            "notes": _json(article.notes),
            "metadata": _json([[m.name, m.value, m.source] for m in article.metadata]),
            "added": self.stamp(),
            "replaces": _version_before(connection, article),
        }


def article_of(row: Any) -> Article:
    """The article that a row of `articles` holds."""
    parts = tuple(
        Part(kind=kind, span=Span(article=row.id, start=start, end=end), repeats=repeats, wrapped=wrapped, why=why)
        for kind, start, end, repeats, wrapped, why in json.loads(row.parts)
    )
    return Article(
        id=row.id,
        text=row.text,
        input=row.input,
        headline=row.headline,
        outlet=row.outlet,
        byline=row.byline,
        published=row.published,
        url=row.url,
        language=row.language,
        parts=parts,
        notes=tuple(json.loads(row.notes)),
        metadata=tuple(Metadatum(name=n, value=v, source=s) for n, v, s in json.loads(row.metadata)),
    )


def _placed() -> sa.Select[Any]:
    table, place = schema.articles, schema.placements
    joined = table.outerjoin(place, place.c.article == table.c.id)
    return sa.select(table, place.c.story, place.c.why, place.c.explained, place.c.day).select_from(joined)


def _kept(row: Any, versions: tuple[str, ...]) -> Kept:
    return Kept(
        article=article_of(row),
        added=row.added,
        story=row.story,
        why=row.why or "",
        explained=row.explained or "{}",
        day=row.day,
        versions=versions,
    )


def among(ids: Iterable[str]) -> sa.Select[tuple[str]]:
    """However many ids, as one bound value: SQLite takes only so many."""
    return sa.select(sa.func.json_each(json.dumps(list(ids))).table_valued("value").c.value)


def _version_before(connection: sa.Connection, article: Article) -> str | None:
    if article.url is None:
        return None
    table = schema.articles
    query = sa.select(table.c.id).where(table.c.url == article.url).order_by(table.c.seq.desc()).limit(1)
    found: str | None = connection.execute(query).scalar()
    return found


def _headline(article: Article) -> str | None:
    return next((" ".join(p.span.of(article.text).split()) for p in article.parts if p.kind == "headline"), None)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
