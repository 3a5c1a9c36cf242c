"""Whether a corpus is sound, and how much is in it."""

from __future__ import annotations

import sqlalchemy as sa

from rashomon.store import schema
from rashomon.store.file import File


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

    def counts(self) -> dict[str, int]:
        """Rows of each table."""
        with self.reading() as connection:
            return {
                t.name: connection.execute(sa.select(sa.func.count()).select_from(t)).scalar_one()
                for t in schema.metadata.sorted_tables
            }
