"""The tables as the code names them. `steps/` makes them, `docs/corpus.md` explains them to other tools."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()


def _table(name: str, *columns: Column[str] | Column[int] | Column[bytes]) -> Table:
    return Table(name, metadata, *columns)


def _text(*names: str) -> list[Column[str]]:
    return [Column(n, Text) for n in names]


def _numbers(*names: str) -> list[Column[int]]:
    return [Column(n, Integer) for n in names]


articles = _table(
    "articles",
    Column("seq", Integer, primary_key=True),
    *_text("id", "text", "input", "headline", "outlet", "byline", "published", "url", "language", "parts", "notes"),
    *_text("metadata", "added", "replaces"),
)
rejects = _table("rejects", Column("seq", Integer, primary_key=True), *_text("input", "reason", "added"))
annotations_made = _table("annotations", *_text("article", "key"), Column("record", LargeBinary))
stories = _table(
    "stories",
    *_text("id", "title"),
    *_numbers("articles"),
    *_text("first_added", "last_added", "begin", "end"),
)
placements = _table("placements", *_text("article", "story", "why", "day", "explained"))
collations = _table(
    "collations", *_text("story", "key", "made"), Column("record", LargeBinary), Column("json", LargeBinary)
)
overviews = _table(
    "overviews", *_text("story", "key", "made"), *_numbers("facts", "differences", "contradictions", "origins", "stale")
)
facts = _table("facts", *_text("story", "id", "text", "relation"), *_numbers("articles", "independent_origins"))
differences = _table("differences", *_text("story", "id", "kind", "severity", "note"))
entities = _table(
    "entities", *_text("story", "id", "type", "name", "names"), *_numbers("mentions", "articles", "anonymous")
)
statements = _table(
    "statements",
    Column("seq", Integer, primary_key=True),
    *_text("story", "speaker", "name", "article"),
    *_numbers("start", "end"),
    *_text("text", "cue"),
    *_numbers("quoted"),
    *_text("through", "day"),
)
judgements = _table(
    "judgements", Column("seq", Integer, primary_key=True), *_text("id", "action", "judgement", "added", "undone")
)
judged_articles = _table("judged_articles", *_numbers("judgement"), *_text("article"))
marks = _table("marks", *_text("name"), *_numbers("seq"))
stream = _table("stream", Column("key", Text, primary_key=True), Column("record", LargeBinary), *_numbers("changed"))
story_events = _table(
    "story_events",
    Column("seq", Integer, primary_key=True),
    *_text("story", "kind", "other", "articles", "because", "at"),
)
addresses = _table("addresses", *_text("url", "etag", "modified"))
bookmarks = _table("bookmarks", *_text("input"), *_numbers("offset", "lines", "articles"), *_text("digest"))
