"""What keeping and grouping reports costs as a corpus grows: processor time and memory of one process on one core.

    python -m quality.bench_corpus [--articles 100000] [--file F]

Adds invented reports (`invented_stream.py`) with their stories in batches of 200, the way `rashomon add` does, and prints a line of
JSON at 1,000, 2,000, 5,000, 10,000 … reports: reports grouped a second of the last thousand (`grouped`: profile, stream, places,
all kept in the corpus), reports kept a second (`kept`: text and search index), megabytes of memory, of the file, and of the kept stream.
At the end: seconds that a process started anew needs until it has placed one more report.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from quality.invented_stream import invented_stream
from rashomon.app.desk.grouping import Grouping
from rashomon.store import Corpus

_BATCH = 200
_SAMPLE = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What was measured when the corpus had so many articles."""

    articles: int
    grouped: int
    kept: int
    memory_mb: int
    file_mb: int
    stories: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--file", type=Path, help="keep the corpus there")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.file or Path(folder) / "corpus.sqlite"
        points = []
        for point in grow(path, args.articles):
            points.append(point)
            print(json.dumps({n: getattr(point, n) for n in point.__slots__}), flush=True)
        growth = points[0].grouped / points[-1].grouped
        print(json.dumps({"growth": round(growth, 2), "restart_s": round(one_more(path, args.articles), 2)}))


def grow(path: Path, count: int) -> Iterator[Point]:
    """Fill a corpus; a point whenever it has grown about twofold, measured over the thousand articles before."""
    corpus = Corpus.create(path)
    grouping = Grouping(corpus)
    marks = {m for scale in (1000, 10_000, 100_000) for m in (scale, 2 * scale, 5 * scale) if m <= count} | {count}
    stream = (article for article, _ in invented_stream(count))
    done, keeping, placing = 0, 0.0, 0.0
    while batch := list(islice(stream, _BATCH)):
        if done % _SAMPLE == 0:
            keeping = placing = 0.0
        begun = time.process_time()
        corpus.add(batch)
        between = time.process_time()
        grouping.place()
        keeping, placing = keeping + between - begun, placing + time.process_time() - between
        done += len(batch)
        if done in marks:
            yield Point(
                articles=done,
                grouped=round(_SAMPLE / placing),
                kept=round(_SAMPLE / keeping),
                memory_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                file_mb=path.stat().st_size // 2**20,
                stories=corpus.counts()["stories"],
            )


def one_more(path: Path, count: int) -> float:
    """Processor seconds of a new process's first placing."""
    (article, _) = next(islice(invented_stream(count + 1), count, None))
    corpus = Corpus.open(path)
    corpus.add([article])
    begun = time.process_time()
    Grouping(corpus).place()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
