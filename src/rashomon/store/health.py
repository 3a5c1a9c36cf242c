"""Whether a corpus is sound, and how much is in it."""

from __future__ import annotations

from dataclasses import dataclass

import sqlalchemy as sa

from rashomon.store import schema
from rashomon.store.file import File
from rashomon.store.migrations import version


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What a corpus holds: `version` of its tables, articles, pages in several versions (`revised`), articles in stories (`placed`),
    stories whose latest collation is of them as they stand (`collated`), judgements in force."""

    version: int
    articles: int
    revised: int
    rejects: int
    placed: int
    stories: int
    collated: int
    judgements: int
    annotation_bytes: int
    collation_bytes: int


class Health(File):
    """What `rashomon doctor` asks."""

    def problems(self) -> list[str]:
        """What is wrong with the file; empty when it is sound."""
        with self.reading() as connection:
            integrity = [r[0] for r in connection.exec_driver_sql("PRAGMA integrity_check") if r[0] != "ok"]
            dangling = [
                f"{r[0]} row {r[1]} points at a missing {r[2]}"
                for r in connection.exec_driver_sql("PRAGMA foreign_key_check")
            ]
            rows = connection.execute(sa.select(sa.func.count()).select_from(schema.articles)).scalar_one()
            indexed = connection.exec_driver_sql("SELECT count(*) FROM articles_text_docsize").scalar_one()
            miscounted = connection.exec_driver_sql(
                "SELECT count(*) FROM stories AS s "
                "WHERE articles != (SELECT count(*) FROM placements AS p WHERE p.story = s.id)"
            ).scalar_one()
        missing = [f"{rows - indexed} articles are missing from the search index"] if rows != indexed else []
        wrong = [f"{miscounted} stories do not count their articles right"] if miscounted else []
        return [*integrity, *dangling, *missing, *wrong]

    def holding(self) -> Holding:
        """How much of each is in the corpus."""
        with self.reading() as connection:

            def number(query: str) -> int:
                return int(connection.exec_driver_sql(query).scalar_one() or 0)

            return Holding(
                version=version(connection),
                articles=number("SELECT count(*) FROM articles"),
                revised=number(
                    "SELECT count(*) FROM (SELECT url FROM articles WHERE url IS NOT NULL GROUP BY url HAVING count(*) > 1)"
                ),
                rejects=number("SELECT count(*) FROM rejects"),
                placed=number("SELECT count(*) FROM placements"),
                stories=number("SELECT count(*) FROM stories"),
                collated=number("SELECT count(*) FROM overviews WHERE stale = 0"),
                judgements=number("SELECT count(*) FROM judgements WHERE undone IS NULL"),
                annotation_bytes=number("SELECT sum(length(record)) FROM annotations"),
                collation_bytes=number("SELECT sum(length(record) + length(json)) FROM collations"),
            )

    def counts(self) -> dict[str, int]:
        """Rows of each table."""
        with self.reading() as connection:
            return {
                t.name: connection.execute(sa.select(sa.func.count()).select_from(t)).scalar_one()
                for t in schema.metadata.sorted_tables
            }
