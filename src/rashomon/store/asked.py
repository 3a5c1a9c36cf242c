"""What was asked before: addresses with what their servers gave to ask again by, and when somebody asked for news."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import sqlalchemy as sa

from rashomon.store import schema
from rashomon.store.file import File

_NEWS = "news"


class Asked(File):
    """Memory between runs."""

    def addresses(self) -> dict[str, tuple[str | None, str | None]]:
        """Address to entity tag and date of change, as its server gave them last."""
        with self.reading() as connection:
            return {r.url: (r.etag, r.modified) for r in connection.execute(sa.select(schema.addresses))}

    def keep_addresses(self, answered: Mapping[str, tuple[str | None, str | None]]) -> None:
        """Remember what servers gave, for addresses whose articles have been acknowledged."""
        rows = [{"url": url, "etag": etag, "modified": modified} for url, (etag, modified) in answered.items()]
        if rows:
            with self.writing() as connection:
                connection.execute(schema.addresses.insert().prefix_with("OR REPLACE"), rows)

    def asked_for_news(self) -> datetime | None:
        """When somebody asked for news last."""
        query = sa.select(schema.marks.c.seq).where(schema.marks.c.name == _NEWS)
        with self.reading() as connection:
            seconds = connection.execute(query).scalar()
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)

    def note_asked_for_news(self, now: datetime) -> None:
        """Somebody has asked for news."""
        with self.writing() as connection:
            row = {"name": _NEWS, "seq": int(now.timestamp())}
            connection.execute(schema.marks.insert().prefix_with("OR REPLACE"), row)
