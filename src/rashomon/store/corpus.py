"""A corpus: articles and what was made of them, in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError, OperationalError

from rashomon.errors import InputError, UsageError
from rashomon.records import Annotation, Article, Collation, Part, Reject, Span
from rashomon.store import schema
from rashomon.store.codec import FORMAT, pack, unpack
from rashomon.store.migrations import STEPS, migrate, version

R = TypeVar("R", Annotation, Collation)
_WAIT_SECONDS = 60
"""How long a second writer waits for the first."""
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of articles handed to `add`: ids new to the corpus, and ids it had already."""

    new: tuple[str, ...]
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article found by search, with the words around the first place; the searched words stand between ⟦ and ⟧."""

    article: str
    headline: str
    outlet: str
    published: str
    around: str


class Corpus:
    """An open corpus file. Every method is one transaction; what has returned is on disk."""

    def __init__(self, path: Path, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.path = path
        self._now = now
        self._engine = _engine(path)

    @classmethod
    def create(cls, path: str | Path) -> Corpus:
        """A new corpus file; one that is a corpus already is opened. Raises `InputError` for any other file."""
        path = Path(path)
        if path.is_file() and path.stat().st_size:
            return cls.open(path)
        if path.is_dir():
            raise InputError(f"{path}: a folder: name the file to make")
        if not path.parent.is_dir():
            raise InputError(f"{path}: there is no folder {path.parent}: make it first")
        corpus = cls(path)
        with corpus._writing() as connection:
            migrate(connection, name=str(path))
        return corpus

    @classmethod
    def open(cls, path: str | Path) -> Corpus:
        """An existing corpus file, brought to the present version. Raises `InputError` when it is none."""
        path = Path(path)
        if not path.is_file():
            raise InputError(f"{path}: no such corpus: make it with `rashomon init {path}`")
        with path.open("rb") as f:
            if f.read(len(_MAGIC)) != _MAGIC:
                raise InputError(f"{path}: not a corpus: make one with `rashomon init` under another name")
        corpus = cls(path)
        try:
            with corpus._reading() as connection:
                at = version(connection)
                known = sa.inspect(connection).has_table("articles")
            if not known:
                raise InputError(
                    f"{path}: an SQLite file, but not a corpus: make one with `rashomon init` under another name"
                )
            if at != len(STEPS):
                with corpus._writing() as connection:
                    migrate(connection, name=str(path))
        except DatabaseError as e:
            raise InputError(f"{path}: the corpus cannot be read ({e.orig}): restore it from a copy") from e
        return corpus

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    # -- articles

    def add(self, articles: Iterable[Article], rejects: Iterable[Reject] = ()) -> Added:
        """Keep articles; one the corpus has already (same id) is left as it is. All of them or, on an error, none."""
        new, known = [], []
        with self._writing() as connection:
            for article in articles:
                found = connection.execute(
                    sa.select(schema.articles.c.text).where(schema.articles.c.id == article.id)
                ).first()
                if found is not None and found.text != article.text:
                    raise InputError(f"{article.input or article.id}: the corpus has another text under the id {article.id!r}: give it an id of its own")  # fmt: skip
                if found is not None:
                    known.append(article.id)
                    continue
                connection.execute(schema.articles.insert(), self._row(connection, article))
                new.append(article.id)
            for reject in rejects:
                row = {"input": reject.input, "reason": reject.reason, "added": self._stamp()}
                connection.execute(schema.rejects.insert(), row)
        return Added(new=tuple(new), known=tuple(known))

    def offset(self, archive: str) -> int:
        """The byte of an archive at which reading goes on: that of the last record it gave the corpus; 0 if it gave none."""
        table = schema.articles
        begins = table.c.input.startswith(f"{archive}@", autoescape=True)
        query = sa.select(table.c.input).where(begins).order_by(table.c.seq.desc()).limit(1)
        with self._reading() as connection:
            last = connection.execute(query).scalar()
        offset = (last or "").removeprefix(f"{archive}@").partition("#")[0]
        return int(offset) if offset.isdigit() else 0

    def articles(self, ids: Sequence[str] | None = None, *, since: str | None = None) -> Iterator[Article]:
        """Articles in order of arrival: all, those of `ids`, or those added at or after `since` (ISO, UTC)."""
        query = sa.select(schema.articles).order_by(schema.articles.c.seq)
        if ids is not None:
            query = query.where(schema.articles.c.id.in_(ids))
        if since is not None:
            query = query.where(schema.articles.c.added >= since)
        with self._reading() as connection:
            for row in connection.execute(query):
                yield _article(row)

    def added(self) -> dict[str, str]:
        """When each article was acknowledged."""
        with self._reading() as connection:
            return {r.id: r.added for r in connection.execute(sa.select(schema.articles.c.id, schema.articles.c.added))}

    def versions(self, url: str) -> list[str]:
        """Ids of all versions of one URL, oldest first."""
        query = sa.select(schema.articles.c.id).where(schema.articles.c.url == url).order_by(schema.articles.c.seq)
        with self._reading() as connection:
            return list(connection.execute(query).scalars())

    def rejects(self) -> list[Reject]:
        """All that could not be used."""
        query = sa.select(schema.rejects).order_by(schema.rejects.c.seq)
        with self._reading() as connection:
            return [Reject(input=r.input, reason=r.reason) for r in connection.execute(query)]

    def search(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Articles that hold all the words, best first. "Quoted words" stand together; a* is the beginning of a word."""
        query = sa.text(
            "SELECT a.id, a.headline, a.outlet, a.published, snippet(articles_text, 1, '⟦', '⟧', '…', 24) AS around "
            "FROM articles_text JOIN articles AS a ON a.seq = articles_text.rowid "
            "WHERE articles_text MATCH :words ORDER BY bm25(articles_text, 3.0, 1.0), a.seq LIMIT :limit"
        )
        try:
            with self._reading() as connection:
                rows = connection.execute(query, {"words": _safe_query(words), "limit": limit}).all()
        except OperationalError as e:
            raise UsageError(f"cannot search for {words!r}: {e.orig}") from e
        return [
            Hit(
                article=r.id,
                headline=r.headline or "",
                outlet=r.outlet or "",
                published=r.published or "",
                around=r.around,
            )
            for r in rows
        ]

    # -- what was made of them

    def unannotated(self, key: str) -> Iterator[Article]:
        """Articles without an annotation under `key`, in order of arrival."""
        done = sa.select(schema.annotations_made.c.article).where(schema.annotations_made.c.key == f"{key}:{FORMAT}")
        query = sa.select(schema.articles).where(schema.articles.c.id.not_in(done)).order_by(schema.articles.c.seq)
        with self._reading() as connection:
            rows = connection.execute(query).all()
        yield from map(_article, rows)

    def keep_annotations(self, key: str, made: Sequence[Annotation]) -> None:
        """Keep annotations under the key of what made them."""
        rows = [{"article": a.article, "key": f"{key}:{FORMAT}", "record": pack(a)} for a in made]
        if rows:
            with self._writing() as connection:
                connection.execute(schema.annotations_made.insert().prefix_with("OR REPLACE"), rows)

    def annotations(self, key: str, ids: Sequence[str]) -> dict[str, Annotation]:
        """The annotations kept under `key` for these articles."""
        table = schema.annotations_made
        query = sa.select(table.c.article, table.c.record).where(
            table.c.key == f"{key}:{FORMAT}", table.c.article.in_(ids)
        )
        with self._reading() as connection:
            return {r.article: unpack(Annotation, r.record) for r in connection.execute(query)}

    def keep_collation(self, story: str, key: str, collation: Collation) -> None:
        """Keep a story's collation in place of the one before."""
        with self._writing() as connection:
            connection.execute(schema.collations.delete().where(schema.collations.c.story == story))
            row = {"story": story, "key": f"{key}:{FORMAT}", "record": pack(collation)}
            connection.execute(schema.collations.insert(), row)

    def collation(self, story: str, key: str) -> Collation | None:
        """The collation kept for a story under `key`."""
        table = schema.collations
        query = sa.select(table.c.record).where(table.c.story == story, table.c.key == f"{key}:{FORMAT}")
        with self._reading() as connection:
            blob = connection.execute(query).scalar()
        return None if blob is None else unpack(Collation, blob)

    def put_stories(self, members: Iterable[tuple[str, str, str]]) -> None:
        """(article, story, why) for each article whose story is new or another one now."""
        rows = [{"article": a, "story": s, "why": w} for a, s, w in members]
        if rows:
            with self._writing() as connection:
                connection.execute(schema.stories.insert().prefix_with("OR REPLACE"), rows)

    def stories(self) -> dict[str, list[str]]:
        """Story to its articles, in order of arrival."""
        query = (
            sa.select(schema.stories.c.story, schema.stories.c.article)
            .join(schema.articles, schema.articles.c.id == schema.stories.c.article)
            .order_by(schema.articles.c.seq)
        )
        found: dict[str, list[str]] = {}
        with self._reading() as connection:
            for row in connection.execute(query):
                found.setdefault(row.story, []).append(row.article)
        return found

    # -- health

    def problems(self) -> list[str]:
        """What is wrong with the file; empty when it is sound."""
        with self._reading() as connection:
            integrity = [r[0] for r in connection.exec_driver_sql("PRAGMA integrity_check") if r[0] != "ok"]
            dangling = [
                f"{r[0]} row {r[1]} points at a missing {r[2]}"
                for r in connection.exec_driver_sql("PRAGMA foreign_key_check")
            ]
            rows = connection.execute(sa.select(sa.func.count()).select_from(schema.articles)).scalar_one()
            indexed = connection.exec_driver_sql("SELECT count(*) FROM articles_text_docsize").scalar_one()
        missing = [f"{rows - indexed} articles are missing from the search index"] if rows != indexed else []
        return [*integrity, *dangling, *missing]

    def counts(self) -> dict[str, int]:
        """Rows of each table."""
        with self._reading() as connection:
            return {
                t.name: connection.execute(sa.select(sa.func.count()).select_from(t)).scalar_one()
                for t in schema.metadata.sorted_tables
            }

    # -- within

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
            "parts": json.dumps(parts, ensure_ascii=False),
            "notes": json.dumps(article.notes, ensure_ascii=False),
            "added": self._stamp(),
            "replaces": self._version_before(connection, article),
        }

    @staticmethod
    def _version_before(connection: sa.Connection, article: Article) -> str | None:
        if article.url is None:
            return None
        table = schema.articles
        query = sa.select(table.c.id).where(table.c.url == article.url).order_by(table.c.seq.desc()).limit(1)
        found: str | None = connection.execute(query).scalar()
        return found

    def _stamp(self) -> str:
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        """One transaction that has the right to write from its start, so that two writers wait instead of failing half-way."""
        with self._engine.connect() as connection:
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            except OperationalError as e:
                raise InputError(f"{self.path}: another program has been writing for {_WAIT_SECONDS} s: try again when it is done") from e  # fmt: skip
            try:
                yield connection
            except BaseException:
                connection.exec_driver_sql("ROLLBACK")
                raise
            connection.exec_driver_sql("COMMIT")


def _engine(path: Path) -> sa.Engine:
    engine = sa.create_engine(
        f"sqlite:///{path}",
        isolation_level="AUTOCOMMIT",
        connect_args={"timeout": _WAIT_SECONDS, "check_same_thread": False},
    )

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    return engine


def _article(row: Any) -> Article:
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
    )


def _headline(article: Article) -> str | None:
    return next((" ".join(p.span.of(article.text).split()) for p in article.parts if p.kind == "headline"), None)


def _safe_query(words: str) -> str:
    """FTS5 syntax for what people type: each word or "quoted words", all of them needed; a final * is kept."""
    found, rest = [], words.split('"')
    for i, piece in enumerate(rest):
        if i % 2:
            found.append(f'"{piece}"')
        else:
            found.extend(
                f'"{w.removesuffix("*")}"{"*" if w.endswith("*") else ""}' for w in piece.split() if w.strip("*")
            )
    if not any(p.strip('"* ') for p in found):
        raise UsageError("nothing to search for: give a word")
    return " ".join(found)
