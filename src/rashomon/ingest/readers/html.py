"""Web pages: the body by trafilatura, the rest from JSON-LD, OpenGraph, `time`, canonical link and title, each with where it stood."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from lxml import etree
from lxml import html as lxml_html
from lxml.etree import LxmlError

from rashomon.ingest.marks import is_agency
from rashomon.ingest.readers.dates import iso_date
from rashomon.ingest.readers.jsonld import articles_in, live_posts, metadata_of
from rashomon.ingest.readers.live import posts_of
from rashomon.ingest.readers.markup import plain_text
from rashomon.ingest.readers.metadata import article_of
from rashomon.ingest.readers.page import page_says, printed_headline_first
from rashomon.ingest.readers.reader import Found, Reader
from rashomon.ingest.readers.titles import letters_of
from rashomon.records import Article, Metadatum, Reject

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
"""What the library says of a bad page is in the Reject; on the screen it would tell nobody anything."""
MAX_BYTES = 10_000_000
"""A page larger than this is no report: the largest of the kit's pages has 3 MB, mostly scripts."""

MAX_ELEMENTS = 25_000
"""The largest of the kit's pages has 1,600; each costs time in every stage of reading."""
_COUNT = etree.XPath("count(//*)")
_HEAD = 3000
_SAVED = re.compile(rb"<!--[^>]{0,400}(?:saved from url=\(\d{1,6}\)|\burl:\s{0,5})(https?://[^\s>]{4,1000})")
_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.I | re.S,
)


def read_html(stream: BinaryIO, name: str) -> Found:
    """One Article of a page; of a live blog, one for each post."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        yield Reject(input=name, reason=f"a page of more than {MAX_BYTES // 1_000_000} MB")
        return
    yield from read_page(data, name)


def read_page(data: bytes, name: str, url: str | None = None) -> Found:
    """As `read_html`, of a page's bytes; `url` is where it was fetched, if it was."""
    from trafilatura import load_html  # here, because loading it takes longer than reading a few plain texts

    try:
        tree = load_html(data)
    except (LxmlError, ValueError, RecursionError) as e:
        yield Reject(input=name, reason=f"a page that cannot be parsed ({type(e).__name__})")
        return
    if tree is None:
        yield Reject(input=name, reason="a page with nothing in it")
        return
    elements = int(_COUNT(tree))
    if elements > MAX_ELEMENTS:
        yield Reject(input=name, reason=f"a page of {elements:,} elements: no report has as many")
        return
    linked = articles_in([s.text or "" for s in tree.iter("script") if "ld+json" in (s.get("type") or "")])
    candidates = _candidates(tree, linked, url) + _saved_from(data)
    posts = [(*p, "JSON-LD liveBlogUpdate") for a in linked for p in live_posts(a)]
    posts = posts or [(p.headline, p.text, p.date, "post of the page") for p in posts_of(tree, _day(candidates))]
    if posts:
        yield from _live(posts, name, candidates)
        return
    body = _body(tree)
    if not body:
        yield Reject(input=name, reason="a page in which no article was found")
        return
    yield article_of(body, name, candidates)


def _saved_from(data: bytes) -> list[Metadatum]:
    """Browsers that save a page note its address in a comment before it."""
    m = _SAVED.search(data, 0, _HEAD)
    source = "note of the browser that saved it"
    return [Metadatum(name="url", value=m[1].decode("utf-8", "replace"), source=source)] if m else []


def _body(tree: lxml_html.HtmlElement) -> str:
    from trafilatura import extract

    try:
        return extract(tree, options=_options()) or ""
    except Exception:  # Whatever a hostile page does to the library, it costs that page and no more.
        return ""


@cache
def _options() -> Extractor:
    """What trafilatura is asked for; made once, because reading its settings takes a tenth of its time on a short page."""
    from trafilatura.settings import Extractor

    # Asked for precision: a menu read as a statement is worse than a lost picture caption.
    return Extractor(precision=True, comments=False)


def _candidates(tree: lxml_html.HtmlElement, linked: list[dict[str, object]], url: str | None) -> list[Metadatum]:
    found = [m for article in linked for m in metadata_of(article)]
    found += page_says(tree)
    if url:
        found = _with_address(found, url)
    reprinted = [m for m in found if m.name == "outlet" and is_agency(m.value) and not _is_site(m.value, found)]
    return printed_headline_first([*(m for m in found if m not in reprinted), *reprinted])


def _is_site(outlet: str, found: list[Metadatum]) -> bool:
    """Whether the page is on the outlet's own site. An agency elsewhere is no outlet: its report may be printed anywhere."""
    return any(letters_of(outlet) in letters_of(_site(m.value)) for m in found if m.name == "url")


def _with_address(candidates: list[Metadatum], url: str) -> list[Metadatum]:
    """The candidates with the address that the page was had from; what a page says of its address counts within its own site."""
    own = [c for c in candidates if c.name == "url" and _site(c.value) == _site(url)]
    others = [c for c in candidates if c not in own]
    return [*own, Metadatum(name="url", value=url, source="fetched"), *others]


def _site(url: str) -> str:
    try:
        return re.sub(r"\A(?:www|m|amp|mobile)\.", "", urlsplit(url).hostname or "")
    except ValueError:
        return ""


def _day(candidates: list[Metadatum]) -> str | None:
    """The day that the page says of itself."""
    days = (iso_date(c.value) for c in candidates if c.name in ("published", "modified"))
    return next(filter(None, days), None)


def _live(posts: list[tuple[str, str, str, str]], name: str, candidates: list[Metadatum]) -> Iterator[Article]:
    common = [c for c in candidates if c.name in ("outlet", "url", "language")]
    for number, (headline, body, date, source) in enumerate(posts, start=1):
        own = [
            Metadatum(name="headline", value=headline, source=f"{source}: headline"),
            Metadatum(name="published", value=date, source=f"{source}: date"),
        ]
        yield article_of(plain_text(body), f"{name}#post-{number}", [*own, *common])


HTML = Reader(
    name="web page",
    suffixes=(".html", ".htm", ".xhtml"),
    knows=lambda head, suffix: bool(_HTML.match(head)) or suffix in (".html", ".htm", ".xhtml"),
    read=read_html,
)
