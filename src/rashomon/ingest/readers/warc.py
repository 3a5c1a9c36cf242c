"""WARC archives (plain or gzipped), as Common Crawl News has them: streamed, one Article for each page."""

from __future__ import annotations

from typing import BinaryIO

from rashomon.ingest.readers.html import MAX_BYTES, read_page
from rashomon.ingest.readers.reader import Found, Reader
from rashomon.records import Reject


def read_warc(stream: BinaryIO, name: str) -> Found:
    """The pages of an archive in its order; each Article's input is `name@offset`, at which reading can go on."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # here, so that plain texts do not wait for it

    try:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            where = f"{name}@{record.stream_pos}"
            headers = record.http_headers
            if headers is None or (headers.status_code or 200) != 200:
                continue
            if "html" not in (record.http_content_type or ""):
                continue
            data = record.reader.read(MAX_BYTES + 1)
            if len(data) > MAX_BYTES:
                yield Reject(input=where, reason=f"a page of more than {MAX_BYTES // 1_000_000} MB")
                continue
            yield from read_page(data, where, record.headers.get("WARC-Target-URI"))
    except Exception as e:  # A torn archive ends in whatever the library raises; what came before it is kept.
        yield Reject(input=name, reason=f"the archive breaks off or is damaged here ({type(e).__name__}: {e})"[:200])


WARC = Reader(
    name="WARC",
    suffixes=(".warc", ".warc.gz"),
    knows=lambda head, suffix: head.startswith(b"WARC/") or suffix.endswith((".warc", ".warc.gz")),
    read=read_warc,
    resumable=True,
)
