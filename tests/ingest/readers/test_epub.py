"""EPUB: chapters, and archives that want no good."""

from __future__ import annotations

import io
import zipfile

from rashomon.ingest.readers.epub import read_epub
from rashomon.records import Article, Reject

from .documents import epub
from .test_formats import BODY


def chapter(title: str, body: str = " ".join(BODY)) -> str:
    return f"<html><head><title>{title}</title></head><body><p>{body}</p></body></html>"


def read(data: bytes) -> tuple[list[Article], list[str]]:
    found = list(read_epub(io.BytesIO(data), "x"))
    return [f for f in found if isinstance(f, Article)], [f.reason for f in found if isinstance(f, Reject)]


def test_chapters_come_in_the_order_of_reading_and_covers_do_not() -> None:
    book = {"cover": chapter("Cover", "My reports"), "one": chapter("Kiln bursts"), "two": chapter("Kiln mended")}
    articles, rejects = read(epub(book, title="My reports", creator="A Reader", publisher="The Kilner"))
    assert [(a.headline, a.byline, a.outlet) for a in articles] == [
        ("Kiln bursts", None, "The Kilner"),
        ("Kiln mended", None, "The Kilner"),
    ]
    assert rejects == []


def test_a_bomb_is_not_unpacked() -> None:
    _, rejects = read(epub({"one": "x" * 60_000_000}))
    assert "more than 5 MB" in rejects[0]


def test_a_package_that_is_missing_or_defines_entities_is_told() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
    assert "META-INF/container.xml is not in it" in read(made.getvalue())[1][0]
    assert "cannot be read" in read(b"PK\x03\x04 nonsense")[1][0]
