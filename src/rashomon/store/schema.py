"""The tables of a corpus. One corpus is one SQLite file that other tools can open; `docs/corpus.md` explains it to them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

metadata = MetaData()

articles = Table(
    "articles",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True, comment="order of arrival"),
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False, comment="as given; spans count its code points"),
    Column("input", Text, nullable=False, comment="the file, URL or file:line it came from"),
    Column("headline", Text),
    Column("outlet", Text),
    Column("byline", Text),
    Column("published", Text, comment="ISO 8601, as the input gives it"),
    Column("url", Text),
    Column("language", Text),
    Column("parts", Text, nullable=False, comment="JSON: [[kind, start, end, repeats, wrapped, why], …]"),
    Column("notes", Text, nullable=False, comment="JSON: [note, …]"),
    Column("added", Text, nullable=False, comment="when it was acknowledged, UTC"),
    Column("replaces", Text, ForeignKey("articles.id"), comment="the version of the same URL before this one"),
    Index("articles_url", "url"),
    Index("articles_added", "added"),
    sqlite_autoincrement=True,
)

rejects = Table(
    "rejects",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("input", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("added", Text, nullable=False),
    sqlite_autoincrement=True,
)

annotations_made = Table(
    "annotations",
    metadata,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("key", Text, primary_key=True, comment="version, model and format that made it"),
    Column("record", LargeBinary, nullable=False, comment="packed; `rashomon export` gives JSON"),
)

stories = Table(
    "stories",
    metadata,
    Column("article", Text, ForeignKey("articles.id"), primary_key=True),
    Column("story", Text, nullable=False),
    Column("why", Text, nullable=False),
    Index("stories_story", "story"),
)

collations = Table(
    "collations",
    metadata,
    Column("story", Text, primary_key=True),
    Column("key", Text, primary_key=True, comment="articles, judgements, version, model and format that made it"),
    Column("record", LargeBinary, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("judgement", Text, nullable=False, comment="JSON"),
    Column("added", Text, nullable=False),
    sqlite_autoincrement=True,
)

FULL_TEXT = (
    "CREATE VIRTUAL TABLE articles_text USING fts5(headline, text, content='articles', content_rowid='seq', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER articles_text_add AFTER INSERT ON articles BEGIN "
    "INSERT INTO articles_text(rowid, headline, text) VALUES (new.seq, new.headline, new.text); END",
)
"""Full-text search over headline and text. Articles are never changed or removed, so adding is all that is followed."""
