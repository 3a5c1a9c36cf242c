"""How fast WARC archives are read into a corpus, without annotation, in what memory; and that an interruption costs nothing.

`python -m quality.bench_warc [RECORDS]` writes an archive of generated pages, reads it into a corpus with an interruption half-way, and
prints records a second by the clock and of processor time (which says more on a machine with other work), the peak of memory at each
tenth, and the records lost or doubled. The yardstick of the same run is trafilatura alone over the same pages.
"""

from __future__ import annotations

import gzip
import random
import resource
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from rashomon.ingest import stream_inputs
from rashomon.records import Article
from rashomon.store import Corpus

WORDS = [
    "kiln",
    "guild",
    "river",
    "market",
    "bridge",
    "mayor",
    "potter",
    "spring",
    "ledger",
    "harbour",
    "council",
    "vote",
    "inquiry",
    "neighbour",
    "water",
    "night",
]
TOGETHER = 200


def page(number: int) -> bytes:
    """A page of about 400 words in the usual furniture."""
    chance = random.Random(number)
    paragraphs = "".join(f"<p>{' '.join(chance.choices(WORDS, k=50)).capitalize()} {number}.</p>" for _ in range(8))
    links = "".join(f'<li><a href="/{w}">{w}</a></li>' for w in WORDS)
    return (
        f"<!doctype html><html><head><title>Report {number}</title></head><body><nav><ul>{links}</ul></nav>"
        f"<article><h1>Report {number}</h1>{paragraphs}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def record(number: int) -> bytes:
    """The page as a gzipped WARC response record."""
    body = page(number)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        f"WARC-Date: 2031-05-07T00:00:00Z\r\nWARC-Target-URI: https://kilner.example/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", 1)


def add(corpus: Corpus, archive: Path) -> Iterator[int]:
    """Articles handed to the corpus so far, after each batch."""
    found = stream_inputs([archive], corpus.offset)
    done = 0
    while batch := list(islice(found, TOGETHER)):
        corpus.add(f for f in batch if isinstance(f, Article))
        done += len(batch)
        yield done


def peak() -> int:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """Exit code 1 when a record was lost or doubled."""
    records = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with TemporaryDirectory() as folder:
        archive = Path(folder) / "news.warc.gz"
        with archive.open("wb") as f:
            f.writelines(record(n) for n in range(records))
        corpus = Corpus.create(Path(folder) / "corpus.sqlite")
        begun, begun_work = time.perf_counter(), time.process_time()
        for done in add(corpus, archive):
            if done >= records // 2:
                break
        print(f"interrupted after {done} records, peak {peak()} MB", flush=True)
        step = max(TOGETHER, records // 10)
        for more in add(corpus, archive):
            if more % step < TOGETHER:
                print(f"{done + more:>8} records, peak {peak()} MB", flush=True)
        took, worked = time.perf_counter() - begun, time.process_time() - begun_work
        kept = corpus.counts()["articles"]
        sample = [page(n) for n in range(min(records, 500))]
        from trafilatura import extract

        begun_work = time.process_time()
        for data in sample:
            extract(data, favor_precision=True, include_comments=False)
        alone = len(sample) / (time.process_time() - begun_work)
    print(f"{records / took:.0f} records/s by the clock, {records / worked:.0f} of processor time")
    print(f"trafilatura alone: {alone:.0f} pages/s of processor time; ratio {records / worked / alone:.2f}")
    print(f"{records - kept} lost, {max(0, kept - records)} doubled")
    return 0 if kept == records else 1


if __name__ == "__main__":
    sys.exit(main())
