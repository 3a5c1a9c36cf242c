"""How fast articles are put in stories, and how much memory that takes, as a stream grows: an invented stream, processor time.

    python -m quality.bench_stories [ARTICLES]

Prints a table row at 1,000, 2,000, 5,000 … articles: milliseconds an article over the last thousand, articles a second, memory of
the process, stories kept in full. The stream is kept in records every 200 articles, as a corpus keeps it; writing them to disk is
not counted.
"""

from __future__ import annotations

import resource
import sys
import time

from quality.invented_stream import invented_stream
from rashomon.stories import Stream, profile_of

_TOGETHER = 200
_SHOWN = (1, 2, 5)


def measure(articles: int) -> None:
    """Print the table up to so many articles."""
    shown = [m * 10**p for p in range(3, 7) for m in _SHOWN if m * 10**p <= articles]
    stream, spent = Stream(), []
    print(
        "| articles in the store | ms an article | articles a second | MB | stories in full |\n|-:|-:|-:|-:|-:|",
        flush=True,
    )
    for n, (article, _) in enumerate(invented_stream(articles), 1):
        begun = time.process_time()
        stream.add(profile_of(article))
        if n % _TOGETHER == 0:
            stream.changes()
        spent.append(time.process_time() - begun)
        if n in shown:
            mean = sum(spent[-1000:]) / 1000
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"| {n:,} | {1000 * mean:.2f} | {1 / mean:.0f} | {memory} | {len(stream.stories())} |", flush=True)


if __name__ == "__main__":
    measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
