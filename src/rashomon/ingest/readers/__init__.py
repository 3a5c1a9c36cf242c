"""Readers of formats other than plain text; the first that knows an input reads it."""

from __future__ import annotations

from rashomon.ingest.readers.epub import EPUB
from rashomon.ingest.readers.feed import FEED, JSON_FEED
from rashomon.ingest.readers.fields import JSON, article_from
from rashomon.ingest.readers.html import HTML
from rashomon.ingest.readers.mail import MAIL
from rashomon.ingest.readers.newsml import NEWSML
from rashomon.ingest.readers.pdf import PDF
from rashomon.ingest.readers.reader import HEAD, Reader, or_nothing
from rashomon.ingest.readers.table import TABLE
from rashomon.ingest.readers.warc import WARC

READERS: tuple[Reader, ...] = (WARC, PDF, EPUB, FEED, JSON_FEED, NEWSML, HTML, MAIL, TABLE, JSON)
"""In the order in which they are asked: what shows itself in the first bytes before what only a suffix tells."""

READER_SUFFIXES: tuple[str, ...] = tuple(s for r in READERS for s in r.suffixes)

__all__ = ["HEAD", "JSON", "READERS", "READER_SUFFIXES", "Reader", "article_from", "or_nothing", "reader_for"]


def reader_for(head: bytes, name: str) -> Reader | None:
    """The reader that knows an input by its first `HEAD` bytes and its name; None for plain text."""
    lower = name.lower()
    suffix = next(
        (s for s in (".warc.gz",) if lower.endswith(s)), "." + lower.rpartition(".")[2] if "." in lower else ""
    )
    return next((r for r in READERS if r.knows(head, suffix)), None)
