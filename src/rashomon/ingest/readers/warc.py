"""WARC archives (plain or gzipped), as Common Crawl News has them: streamed, one Article for each page."""

from __future__ import annotations

from typing import Any, BinaryIO

from rashomon.errors import InputError
from rashomon.ingest.files import GZIP
from rashomon.ingest.readers.html import MAX_BYTES, read_page
from rashomon.ingest.readers.markup import as_utf8
from rashomon.ingest.readers.reader import Found, Reader
from rashomon.ingest.unpack import unchunked, whole_body
from rashomon.records import Reject


def read_warc(stream: BinaryIO, name: str) -> Found:
    """The pages of an archive in its order; each Article's input is `name@offset`, at which reading can go on."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # here, so that plain texts do not wait for it

    others = 0
    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            where = f"{name}@{record.stream_pos}"
            if not _is_page(record):
                others += 1
                continue
            try:
                data = _body(record)
            except InputError as e:
                yield Reject(input=where, reason=f"a page that is not read: {e}")
                continue
            yield from read_page(as_utf8(data, record.http_charset), where, record.headers.get("WARC-Target-URI"))
    except Exception as e:  # A torn archive ends in whatever the library raises; what came before it is kept.
        yield Reject(input=name, reason=f"the archive breaks off or is damaged here ({type(e).__name__}: {e})"[:200])
    if others:
        yield Reject(input=name, reason=f"{others:,} answers that are no pages, or no good ones, were passed over")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    return headers is not None and (headers.status_code or 200) == 200 and "html" in (record.http_content_type or "")


def _body(record: Any) -> bytes:
    """The page's bytes. Some archives keep it as it was sent, some as it was read, with the same header: what it is decides."""
    data: bytes = record.reader.read(MAX_BYTES + 1)
    if "chunked" in (record.http_headers.get("Transfer-Encoding") or "").lower():
        data = unchunked(data)
    return whole_body([data], "gzip" if data.startswith(GZIP) else "", MAX_BYTES)


WARC = Reader(
    name="WARC",
    suffixes=(".warc", ".warc.gz"),
    knows=lambda head, suffix: head.startswith(b"WARC/") or suffix.endswith((".warc", ".warc.gz")),
    read=read_warc,
    resumable=True,
)
