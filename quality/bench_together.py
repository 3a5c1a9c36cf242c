"""Two processes that add to one corpus while a third reads from it: errors, lost articles, and the longest wait of a read.

    python -m quality.bench_together [--seconds 60]

The writers keep and group invented reports (`invented_stream.py`), five at a time; the reader lists stories, searches, and looks up
an article, over and over. Prints a line of JSON.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from quality.invented_stream import invented_stream
from rashomon.app.desk import Desk
from rashomon.app.desk.grouping import Grouping
from rashomon.store import Corpus

_TOGETHER = 5
_MOST = 100_000
forked = get_context("fork")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60.0)
    seconds = parser.parse_args().seconds
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(together(Path(folder) / "corpus.sqlite", seconds)))


def together(path: Path, seconds: float) -> dict[str, object]:
    """Run the three for so long, then look at what they left."""
    Corpus.create(path).close()
    until = time.monotonic() + seconds
    writers = [_started(write, path, until, first) for first in (0, 1)]
    reads, waits, read_errors = _started(read, path, until).recv()
    added, errors = zip(*(w.recv() for w in writers), strict=True)
    corpus = Corpus.open(path)
    kept = {a.id for a in corpus.articles()}
    placed = sum(len(members) for members in corpus.stories().values())
    return {
        "seconds": seconds,
        "added": [len(a) for a in added],
        "lost": len({a for one in added for a in one} - kept),
        "placed": placed,
        "reads": reads,
        "longest_read_s": {name: round(wait, 3) for name, wait in waits.items()},
        "errors": [*errors[0], *errors[1], *read_errors],
        "problems": corpus.problems(),
    }


def write(path: Path, until: float, first: int, answer: Connection) -> None:
    """Add every other report of the stream; answer with the ids that were acknowledged."""
    corpus, acknowledged, errors = Corpus.open(path), [], []
    grouping = Grouping(corpus)
    stream = (article for i, (article, _) in enumerate(invented_stream(_MOST)) if i % 2 == first)
    while time.monotonic() < until:
        batch = list(islice(stream, _TOGETHER))
        try:
            acknowledged += corpus.add(batch).new
            grouping.place()
        except Exception as e:
            errors.append(repr(e))
    answer.send((acknowledged, errors))


def read(path: Path, until: float, answer: Connection) -> None:
    """Read on; answer with how often, and the longest that each kind of read took."""
    desk, reads, errors = Desk(Corpus.open(path)), 0, []
    waits: dict[str, float] = {}
    kinds: dict[str, Callable[[], object]] = {
        "stories": lambda: desk.shelves(limit=50),
        "search": lambda: desk.find("the", limit=20),
        "article": lambda: [desk.article(h.article) for h in desk.find(limit=1).hits],
    }
    while time.monotonic() < until:
        for name, look in kinds.items():
            begun = time.monotonic()
            try:
                look()
            except Exception as e:
                errors.append(repr(e))
            waits[name] = max(waits.get(name, 0.0), time.monotonic() - begun)
            reads += 1
        time.sleep(0.01)
    answer.send((reads, waits, errors))


def _started(target: Callable[..., None], *args: object) -> Connection:
    here, there = forked.Pipe(duplex=False)
    forked.Process(target=target, args=(*args, there), daemon=True).start()
    there.close()
    return here


if __name__ == "__main__":
    main()
