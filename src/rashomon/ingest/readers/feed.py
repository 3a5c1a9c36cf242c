"""RSS, Atom and JSON Feed: one Article an entry, as much of it as the feed carries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from rashomon.ingest.readers.markup import plain_text
from rashomon.ingest.readers.metadata import article_of
from rashomon.ingest.readers.reader import Found, Reader
from rashomon.records import Article, Metadatum, Reject

MAX_BYTES = 20_000_000
_FEED = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--.{0,500}?-->\s*|<\?[^>]{0,300}>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.I | re.S,
)
_JSON_FEED = re.compile(rb'\s*\{[^}]{0,500}"version"\s*:\s*"https://jsonfeed\.org/version/')


def read_feed(stream: BinaryIO, name: str) -> Found:
    """The entries of an RSS or Atom feed."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield Reject(input=name, reason=f"a feed of more than {MAX_BYTES // 1_000_000} MB")
        return
    if re.search(rb"<!ENTITY", data[:100_000], re.I):
        yield Reject(
            input=name, reason="a feed that defines entities of its own: not read, they can be made to explode"
        )
        return
    import feedparser  # here, because loading it takes longer than reading a few plain texts

    try:
        parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    except Exception as e:  # The library raises what its parsers raise on broken feeds.
        yield Reject(input=name, reason=f"a feed that cannot be read ({type(e).__name__})")
        return
    if not parsed.entries:
        why = f" ({parsed.bozo_exception})".replace("\n", " ") if parsed.get("bozo") else ""
        yield Reject(input=name, reason=f"a feed without entries{why}")
        return
    for number, entry in enumerate(parsed.entries, start=1):
        yield _article(entry, parsed.feed, f"{name}#{number}")


def read_json_feed(stream: BinaryIO, name: str) -> Found:
    """The items of a JSON Feed."""
    try:
        feed = json.loads(stream.read(MAX_BYTES))
        items = feed["items"]
    except (ValueError, KeyError, TypeError, RecursionError):
        yield Reject(input=name, reason="a JSON Feed that cannot be read")
        return
    for number, item in enumerate(items if isinstance(items, list) else [], start=1):
        where = f"{name}#{number}"
        if not isinstance(item, dict):
            yield Reject(input=where, reason="an item that is no object")
            continue
        text = item.get("content_text") or plain_text(str(item.get("content_html") or item.get("summary") or ""))
        told = (
            ("headline", item.get("title"), "item title"),
            ("published", item.get("date_published"), "item date_published"),
            ("modified", item.get("date_modified"), "item date_modified"),
            ("url", item.get("url"), "item url"),
            ("outlet", feed.get("title"), "feed title"),
            ("language", item.get("language") or feed.get("language"), "language"),
        )
        yield article_of(str(text), where, _given(told))


def _article(entry: Any, feed: Any, where: str) -> Article:
    contents = [c.get("value") or "" for c in entry.get("content") or []]
    markup = max([*contents, entry.get("summary") or ""], key=len)
    source = entry.get("source") or {}
    updated = dict.get(entry, "updated")  # the library's own `get` puts `published` in its place
    told = (
        ("headline", plain_text(entry.get("title") or ""), "entry title"),
        ("published", entry.get("published"), "entry published"),
        ("modified", updated, "entry updated"),
        ("published", updated, "entry updated"),
        ("byline", entry.get("author"), "entry author"),
        ("url", entry.get("link"), "entry link"),
        ("outlet", source.get("title"), "entry source"),
        ("outlet", feed.get("title"), "feed title"),
        ("language", feed.get("language"), "feed language"),
    )
    return article_of(plain_text(markup), where, _given(told))


def _given(told: tuple[tuple[str, Any, str], ...]) -> Iterator[Metadatum]:
    for name, value, source in told:
        if isinstance(value, str) and value.strip():
            yield Metadatum(name=name, value=value, source=source)


FEED = Reader(
    name="feed",
    suffixes=(".rss", ".atom"),
    knows=lambda head, suffix: bool(_FEED.match(head)) or suffix in (".rss", ".atom"),
    read=read_feed,
)
JSON_FEED = Reader(
    name="JSON Feed", suffixes=(), knows=lambda head, _: bool(_JSON_FEED.match(head)), read=read_json_feed
)
