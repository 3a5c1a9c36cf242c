"""Archives of pages, as different tools write them."""

from __future__ import annotations

import gzip
import io

import pytest

from rashomon.ingest.readers.warc import read_warc
from rashomon.records import Article, Reject

from .test_formats import BODY, PAGE


def record(body: bytes, *headers: str, status: int = 200, kind: str = "text/html; charset=utf-8") -> bytes:
    lines = "".join(f"{h}\r\n" for h in (f"HTTP/1.1 {status} X", f"Content-Type: {kind}", *headers))
    http = f"{lines}\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:11111111-2222-3333-4444-555555555555>\r\n"
        "WARC-Date: 2031-05-07T00:00:00Z\r\nWARC-Target-URI: https://kilner.example/kiln\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def read(*records: bytes) -> tuple[list[Article], list[str]]:
    found = list(read_warc(io.BytesIO(b"".join(records)), "x"))
    return [f for f in found if isinstance(f, Article)], [f.reason for f in found if isinstance(f, Reject)]


def chunked(data: bytes) -> bytes:
    pieces = [data[i : i + 100] for i in range(0, len(data), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(p), p) for p in pieces) + b"0\r\n\r\n"


PLAIN = PAGE.encode()


@pytest.mark.parametrize(
    "written",
    [
        record(PLAIN),
        record(gzip.compress(PLAIN), "Content-Encoding: gzip"),
        record(PLAIN, "Content-Encoding: gzip"),
        record(chunked(PLAIN), "Transfer-Encoding: chunked"),
        record(PLAIN, "Transfer-Encoding: chunked"),
        record(chunked(gzip.compress(PLAIN)), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
    ],
    ids=["plain", "packed", "unpacked by the tool", "in chunks", "put together by the tool", "packed in chunks"],
)
def test_a_page_is_read_however_the_tool_kept_it(written: bytes) -> None:
    (page,), rejects = read(written)
    assert BODY[1] in page.text
    assert rejects == []


def test_a_page_is_read_in_the_encoding_of_its_header() -> None:
    page = PAGE.replace("Mara Lind", "Måra Lïnd").encode("cp1252")
    assert "Måra Lïnd" in read(record(page, kind="text/html; charset=windows-1252"))[0][0].text


def test_what_cannot_be_read_is_told_and_the_next_page_is_read() -> None:
    bomb = record(gzip.compress(bytes(30_000_000)), "Content-Encoding: gzip")
    torn = record(gzip.compress(PLAIN)[:-20], "Content-Encoding: gzip")
    others = (record(b"", status=404), record(b"GIF", kind="image/gif"))
    articles, reasons = read(bomb, torn, *others, record(PLAIN))
    assert len(articles) == 1
    assert "more than 10 MB" in reasons[0]
    assert "breaks off" in reasons[1]
    assert reasons[2].startswith("2 answers")
