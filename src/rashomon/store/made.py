"""What was made of articles: annotations and collations, each under the key of what made it, and what a collation tells as rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice

import sqlalchemy as sa

from rashomon.records import Annotation, Article, Collation
from rashomon.store import schema
from rashomon.store.articles import among, article_of
from rashomon.store.codec import FORMAT, pack, unpack
from rashomon.store.file import File
from rashomon.store.sections import pack_sections, section_of, text_of
from rashomon.store.statements import statements_of

_KEPT_COLLATIONS = 4
"""Collations kept of a story: the latest, and some of how it stood before, for those who ask what is new."""
_AT_ONCE = 256
_FORGET_OLD = sa.text(
    "DELETE FROM collations WHERE story = :story AND rowid NOT IN "
    "(SELECT rowid FROM collations WHERE story = :story ORDER BY rowid DESC LIMIT :kept)"
)


class Made(File):
    """Annotations and collations."""

    def unannotated(self, key: str) -> Iterator[Article]:
        """Articles without an annotation under `key`, in order of arrival."""
        table, done = schema.articles, schema.annotations_made
        exists = sa.exists().where(done.c.article == table.c.id, done.c.key == _full(key))
        after = self._read_upto(key)
        while True:
            query = sa.select(table).where(table.c.seq > after, ~exists).order_by(table.c.seq).limit(_AT_ONCE)
            with self.reading() as connection:
                rows = connection.execute(query).all()
            yield from map(article_of, rows)
            if len(rows) < _AT_ONCE:
                return
            after = rows[-1].seq

    def note_read(self, key: str) -> None:
        """Remember up to which article all are annotated, so that the next look for what is not costs nothing."""
        table, done = schema.articles, schema.annotations_made
        exists = sa.exists().where(done.c.article == table.c.id, done.c.key == _full(key))
        with self.writing() as connection:
            after = self._read_upto(key)
            missing = sa.select(sa.func.min(table.c.seq)).where(table.c.seq > after, ~exists)
            first = connection.execute(missing).scalar()
            last = connection.execute(sa.select(sa.func.max(table.c.seq))).scalar() or 0
            row = {"name": f"read {_full(key)}", "seq": last if first is None else first - 1}
            connection.execute(schema.marks.insert().prefix_with("OR REPLACE"), row)

    def keep_annotations(self, key: str, made: Sequence[Annotation]) -> None:
        """Keep annotations under the key of what made them."""
        rows = [{"article": a.article, "key": _full(key), "record": pack(a)} for a in made]
        if rows:
            with self.writing() as connection:
                connection.execute(schema.annotations_made.insert().prefix_with("OR REPLACE"), rows)

    def annotations(self, key: str, ids: Sequence[str]) -> dict[str, Annotation]:
        """The annotations kept under `key` for these articles."""
        table = schema.annotations_made
        query = sa.select(table.c.article, table.c.record).where(
            table.c.key == _full(key), table.c.article.in_(among(ids))
        )
        with self.reading() as connection:
            return {r.article: unpack(Annotation, r.record) for r in connection.execute(query)}

    def keep_collation(self, story: str, key: str, collation: Collation, text: str) -> None:
        """Keep a collation and its JSON. If it is of the story as it now stands, it is the one that listings tell of."""
        table = schema.collations
        made = self.stamp()
        row = {"story": story, "key": _full(key), "made": made, "record": pack(collation), "json": pack_sections(text)}
        with self.writing() as connection:
            connection.execute(table.insert().prefix_with("OR REPLACE"), row)
            connection.execute(_FORGET_OLD, {"story": story, "kept": _KEPT_COLLATIONS})
            if _present(connection, story) == {w.article.id for w in collation.witnesses}:
                _tell(connection, story, _full(key), made, collation)

    def collation(self, story: str, key: str) -> Collation | None:
        """The collation kept for a story under `key`."""
        blob = self._kept(story, key, "record")
        return None if blob is None else unpack(Collation, blob)

    def collation_text(self, story: str, key: str) -> str | None:
        """The same as JSON."""
        blob = self._kept(story, key, "json")
        return None if blob is None else text_of(blob)

    def section(self, story: str, key: str, name: str) -> list[str] | None:
        """One list of the JSON of a story's latest collation, an item a string ("facts", "quotes" …; of "stemma" the whole).

        `key` is the beginning of the key that it must have been made under. None where the story has moved on since, or was never collated.
        """
        told, kept = schema.overviews, schema.collations
        query = (
            sa.select(kept.c.json, kept.c.key)
            .join(told, (told.c.story == kept.c.story) & (told.c.key == kept.c.key))
            .where(kept.c.story == story, told.c.stale == 0)
        )
        with self.reading() as connection:
            found = connection.execute(query).first()
        if found is None or not (found.key.startswith(f"{key}:") and found.key.endswith(f":{FORMAT}")):
            return None
        return section_of(found.json, name)

    def _kept(self, story: str, key: str, column: str) -> bytes | None:
        table = schema.collations
        query = sa.select(table.c[column]).where(table.c.story == story, table.c.key == _full(key))
        with self.reading() as connection:
            found: bytes | None = connection.execute(query).scalar()
        return found

    def _read_upto(self, key: str) -> int:
        table = schema.marks
        with self.reading() as connection:
            found = connection.execute(sa.select(table.c.seq).where(table.c.name == f"read {_full(key)}")).scalar()
        return int(found or 0)


def _full(key: str) -> str:
    return f"{key}:{FORMAT}"


def _present(connection: sa.Connection, story: str) -> set[str]:
    table = schema.placements
    return set(connection.execute(sa.select(table.c.article).where(table.c.story == story)).scalars())


def _tell(connection: sa.Connection, story: str, key: str, made: str, collation: Collation) -> None:
    """The story's rows in the tables that listings and other tools read."""
    for table in (schema.overviews, schema.facts, schema.differences, schema.entities, schema.statements):
        connection.execute(table.delete().where(table.c.story == story))
    overview = {
        "story": story,
        "key": key,
        "made": made,
        "facts": len(collation.facts),
        "differences": len(collation.differences),
        "contradictions": sum(d.contradicts for d in collation.differences),
        "origins": len({o.id for f in collation.facts for o in f.origins}),
        "stale": 0,
    }
    connection.execute(schema.overviews.insert(), overview)
    tables = (
        (schema.facts, _facts(collation)),
        (schema.differences, _differences(collation)),
        (schema.entities, _entities(collation)),
        (schema.statements, statements_of(collation)),
    )
    for table, found in tables:
        rows = ({"story": story, **row} for row in found)
        while some := list(islice(rows, _AT_ONCE)):
            connection.execute(table.insert(), some)


def _facts(collation: Collation) -> Iterator[dict[str, object]]:
    for f in collation.facts:
        yield {
            "id": f.id,
            "text": f.text,
            "relation": f.relation,
            "articles": len(f.witnesses),
            "independent_origins": f.independent_origins,
        }


def _differences(collation: Collation) -> Iterator[dict[str, object]]:
    for d in collation.differences:
        yield {"id": d.id, "kind": d.kind, "severity": d.severity, "note": d.note}


def _entities(collation: Collation) -> Iterator[dict[str, object]]:
    for e in collation.entities:
        yield {
            "id": e.id,
            "type": e.type,
            "name": e.name,
            "names": json.dumps(e.names, ensure_ascii=False),
            "mentions": len(e.mentions),
            "articles": len({s.article for s in e.mentions}),
            "anonymous": int(e.anonymous),
        }
