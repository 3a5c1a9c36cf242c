"""EPUB: what read-it-later programs make of saved pages, and collections of reports; an Article for each chapter."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import unquote

from lxml import etree

from rashomon.errors import InputError
from rashomon.ingest.readers.html import read_page
from rashomon.ingest.readers.markup import plain_text
from rashomon.ingest.readers.metadata import article_of
from rashomon.ingest.readers.reader import Found, Reader
from rashomon.records import Article, Metadatum, Reject

MAX_BYTES = 100_000_000
_MAX_CHAPTER = 5_000_000
_MAX_CHAPTERS = 2_000
_MAX_IN_ALL = 20_000_000
"""Bytes that a book may unpack to."""
_WORDS = 40
"""A chapter of fewer words is a cover, a title or a table of contents."""
_MIMETYPE = b"mimetypeapplication/epub+zip"
_TOLD = (
    ("title", "headline"),
    ("creator", "byline"),
    ("publisher", "outlet"),
    ("date", "published"),
    ("source", "url"),
    ("language", "language"),
)


def read_epub(stream: BinaryIO, name: str) -> Found:
    """The chapters in the order of reading; what the book says of itself is said of a chapter that says nothing of its own."""
    try:
        yield from _chapters(stream, name)
    except InputError as e:
        yield Reject(input=name, reason=f"an EPUB that cannot be read ({e})")
    except Exception as e:  # A torn or hostile archive ends in whatever the library raises.
        yield Reject(input=name, reason=f"an EPUB that cannot be read ({type(e).__name__}: {e})"[:200])


def _chapters(stream: BinaryIO, name: str) -> Iterator[Article | Reject]:
    with zipfile.ZipFile(stream) as book:
        package_path = _package_path(book)
        package = _parsed(_member(book, package_path))
        told = [
            Metadatum(name=ours, value=text, source=f"EPUB dc:{theirs}")
            for theirs, ours in _TOLD
            for text in package.xpath(f"//*[local-name()='metadata']/*[local-name()='{theirs}']/text()")[:1]
        ]
        paths = _reading_order(package, posixpath.dirname(package_path))
        in_all = given = 0
        for path in paths[:_MAX_CHAPTERS]:
            try:
                data = _member(book, path)
            except InputError as e:
                yield Reject(input=f"{name}#{path}", reason=str(e))
                continue
            in_all += len(data)
            if in_all > _MAX_IN_ALL:
                raise InputError(f"more than {_MAX_IN_ALL // 1_000_000} MB of text")
            for found in _chapter(data, f"{name}#{path}", told, alone=len(paths) == 1):
                given += 1
                yield found
        if not given:
            raise InputError("no chapter with text")


def _chapter(data: bytes, where: str, told: list[Metadatum], *, alone: bool) -> Iterator[Article]:
    if len(plain_text(data.decode("utf-8", "replace")).split()) < _WORDS:
        return
    # The book's title and writer are those of its one chapter; of several, only the rest is.
    common = told if alone else [m for m in told if m.name not in ("headline", "byline", "url")]
    found = [a for a in read_page(data, where) if isinstance(a, Article)]
    for page in found:
        body = page.text.removeprefix(page.headline or "").strip()
        yield article_of(body, where, [*page.metadata, *common])


def _package_path(book: zipfile.ZipFile) -> str:
    container = _parsed(_member(book, "META-INF/container.xml"))
    path = next(iter(container.xpath("//*[local-name()='rootfile']/@full-path")), None)
    if path is None:
        raise InputError("its container names no package")
    return str(path)


def _reading_order(package: Any, folder: str) -> list[str]:
    hrefs = {
        item.get("id"): item.get("href")
        for item in package.xpath("//*[local-name()='manifest']/*[local-name()='item']")
        if "nav" not in (item.get("properties") or "").split()
    }
    ids = package.xpath("//*[local-name()='spine']/*[local-name()='itemref']/@idref")
    paths = (posixpath.normpath(posixpath.join(folder, unquote(hrefs[i]))) for i in ids if hrefs.get(i))
    return list(dict.fromkeys(paths))


def _member(book: zipfile.ZipFile, path: str) -> bytes:
    """A member's bytes, never more than a chapter may have, whatever the archive says of its size."""
    try:
        with book.open(path) as member:
            data = member.read(_MAX_CHAPTER + 1)
    except KeyError as e:
        raise InputError(f"{path} is not in it") from e
    if len(data) > _MAX_CHAPTER:
        raise InputError(f"{path} has more than {_MAX_CHAPTER // 1_000_000} MB")
    return data


def _parsed(data: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    return etree.fromstring(data, parser)


EPUB = Reader(
    name="EPUB",
    suffixes=(".epub",),
    knows=lambda head, _: head.startswith(b"PK") and _MIMETYPE in head[:120],
    read=read_epub,
)
