"""Finding reports by their words, their outlet, story and day."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from rashomon.errors import UsageError
from rashomon.store.cursors import cursor_of, values_of
from rashomon.store.file import File
from rashomon.store.rows import Found, Hit

_FACETS = 20
_COLUMNS = "a.id, a.headline, a.outlet, a.published, p.story, p.day"
_FROM = (
    "FROM articles AS a LEFT JOIN placements AS p ON p.article = a.id {words} "
    "WHERE (:outlet IS NULL OR a.outlet = :outlet) AND (:story IS NULL OR p.story = :story) "
    "AND (:begin IS NULL OR p.day >= :begin) AND (:end IS NULL OR p.day <= :end) AND a.seq <= :newest {match}"
)
_WORDS = "JOIN articles_text ON a.seq = articles_text.rowid"
_MATCH = "AND articles_text MATCH :words"


class Searching(File):
    """Full-text search over headline and text."""

    def search(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Articles that hold all the words, best first. "Quoted words" stand together; a* is the beginning of a word."""
        _safe_query(words)
        return list(self.find(words, limit=limit).hits)

    def find(
        self,
        words: str = "",
        *,
        outlet: str | None = None,
        story: str | None = None,
        begin: str | None = None,
        end: str | None = None,
        limit: int = 20,
        cursor: str | None = None,
    ) -> Found:
        """Articles with all the words (best first; without words the newest first), of an outlet, a story (whole id), or of days
        from `begin` to `end` (ISO, both included), with what else of them the corpus has. `cursor` goes on after a page."""
        with self.reading() as connection:
            top, skip = (None, 0) if cursor is None else values_of(cursor, int, int)
            if top is None:
                top = connection.exec_driver_sql("SELECT coalesce(max(seq), 0) FROM articles").scalar_one()
            asked = {
                "outlet": outlet,
                "story": story,
                "begin": begin,
                "end": end,
                "newest": top,
                "limit": limit,
                "skip": skip,
            }
            if words.strip():
                asked["words"] = _safe_query(words)
            try:
                return _found(connection, asked)
            except OperationalError as e:
                if "words" not in asked:
                    raise
                raise UsageError(f"cannot search for {words!r}: {e.orig}") from e


def _found(connection: sa.Connection, asked: dict[str, Any]) -> Found:
    by_words = "words" in asked
    among = _FROM.format(words=_WORDS if by_words else "", match=_MATCH if by_words else "")
    around = "snippet(articles_text, 1, '⟦', '⟧', '…', 24)" if by_words else "substr(a.text, 1, 160)"
    order = "bm25(articles_text, 3.0, 1.0), a.seq" if by_words else "a.seq DESC"
    rows = connection.execute(
        sa.text(f"SELECT {_COLUMNS}, {around} AS around {among} ORDER BY {order} LIMIT :limit OFFSET :skip"), asked
    ).all()
    total = connection.execute(sa.text(f"SELECT count(*) {among}"), asked).scalar_one()
    outlets = connection.execute(
        sa.text(
            f"SELECT a.outlet, count(*) AS n {among} AND a.outlet IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT {_FACETS}"
        ),
        asked,
    ).all()
    stories = connection.execute(
        sa.text(
            "SELECT found.story, s.title, found.n FROM "
            f"(SELECT p.story AS story, count(*) AS n {among} AND p.story IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT {_FACETS}) "
            "AS found JOIN stories AS s ON s.id = found.story ORDER BY found.n DESC, found.story"
        ),
        asked,
    ).all()
    after = asked["skip"] + len(rows)
    return Found(
        hits=tuple(_hit(r) for r in rows),
        total=total,
        outlets=tuple((r[0], r[1]) for r in outlets),
        stories=tuple((r[0], r[1], r[2]) for r in stories),
        next=cursor_of(asked["newest"], after) if rows and after < total else None,
    )


def _hit(row: Any) -> Hit:
    return Hit(
        article=row.id,
        headline=row.headline or "",
        outlet=row.outlet or "",
        published=row.published or "",
        around=row.around,
        story=row.story,
        day=row.day,
    )


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
