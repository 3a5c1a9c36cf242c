"""What addresses give: the page or feed that stands there, and the pages that a feed links to."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from rashomon.errors import InputError
from rashomon.ingest.fetch import Fetched, Fetcher
from rashomon.ingest.files import decode
from rashomon.ingest.read import UNCHANGED
from rashomon.ingest.readers import HEAD, Reader, or_nothing, reader_for
from rashomon.ingest.readers.html import HTML, read_page
from rashomon.ingest.readers.markup import as_utf8
from rashomon.records import Article, Reject

_TEASER = 1500
"""Characters below which a feed's entry is taken for the beginning of a page."""
_MOST_FOLLOWED = 100
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "text/csv": ".csv",
    "message/rfc822": ".eml",
}
"""What servers call the formats that do not always show themselves in their first bytes."""


def read_address(url: str, fetcher: Fetcher) -> Iterator[Article | Reject]:
    """The Articles at an address; a Reject where it cannot be had or read. Articles come as readers give them."""
    try:
        fetched = fetcher.fetch(url)
    except InputError as e:
        yield Reject(input=url, reason=str(e))
        return
    if fetched.unchanged:
        yield Reject(input=url, reason=UNCHANGED)
        return
    followed = 0
    for found in _read(url, fetched):
        if (
            isinstance(found, Article)
            and fetcher.policy.follow
            and followed < _MOST_FOLLOWED
            and _is_teaser(found, url)
        ):
            followed += 1
            yield from _page_behind(found, fetcher)
        else:
            yield found


def _read(url: str, fetched: Fetched) -> Iterator[Article | Reject]:
    reader = reader_for(fetched.data[:HEAD], _name(fetched))
    try:
        for found in _pages(reader, url, fetched):
            single = isinstance(found, Article) and found.input == url and not found.url
            yield replace(found, url=fetched.url) if single and isinstance(found, Article) else found
    except InputError as e:
        yield Reject(input=url, reason=str(e))


def _pages(reader: Reader | None, url: str, fetched: Fetched) -> Iterator[Article | Reject]:
    if reader is None:
        yield Article(id="", text=decode(as_utf8(fetched.data, fetched.charset)), input=url)
    elif reader is HTML:
        yield from read_page(as_utf8(fetched.data, fetched.charset), url, fetched.url)
    else:
        yield from or_nothing(reader.read(io.BytesIO(fetched.data), url), reader, url)


def _page_behind(entry: Article, fetcher: Fetcher) -> Iterator[Article | Reject]:
    """The page that a feed's entry links to; the entry itself, with a note, where that cannot be had."""
    pages = list(read_address(str(entry.url), fetcher))
    articles = [p for p in pages if isinstance(p, Article)]
    reason = next((p.reason for p in pages if isinstance(p, Reject)), "")
    if articles or reason == UNCHANGED:
        yield from pages
    else:
        yield replace(entry, notes=(*entry.notes, f"only what its feed says of it: the page was not read ({reason})"))


def _is_teaser(article: Article, url: str) -> bool:
    return article.input.startswith(f"{url}#") and bool(article.url) and len(article.text) < _TEASER


def _name(fetched: Fetched) -> str:
    return _SUFFIXES.get(fetched.content_type) or urlsplit(fetched.url).path.rpartition("/")[2]
