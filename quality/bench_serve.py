"""How a served corpus answers while it grows: clients that read without a pause, `rashomon add` beside them.

    python -m quality.bench_serve [--articles 10000] [--clients 50] [--seconds 60] [--pause 0] [--corpus F] [--quiet]

Makes a corpus of generated reports (once, if --corpus names a file), every story of it laid side by side, serves it with `rashomon
serve` in a process of its own, has `rashomon add` add new reports in another, and lets the clients ask, each on a connection of its own.
--pause is how long a client looks at an answer before the next question, in seconds, on average: with 1 the figures are those of 50
people or programs at work, with 0 (as fast as it is answered) those of a server that has more to do than it can. What they ask is drawn as
people read: the first pages of lists, and of the stories a few very often and most seldom (Zipf). Prints for each kind of question how
many, the median and the 95th percentile in milliseconds, and all errors; exits with 1 on any error or a 95th percentile of 200 ms or more.
"cpu_ms" is the processor time of the server for one answer, which other work on the machine changes least. --quiet leaves `add` out.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from quality.generated_corpus import make_corpus, new_reports
from rashomon.store import Corpus

CEILING_MS = 200.0
PORT = 8765
_SEED = 1
_STARTS_WITHIN = 60.0
_KEPT_OPEN = 4.0
"""Seconds for which the server surely keeps an idle connection."""
Draw = Callable[[random.Random], str]


@dataclass(frozen=True, slots=True)
class Known:
    """What questions are drawn from."""

    stories: Sequence[str]
    articles: Sequence[str]
    words: Sequence[str]

    def story(self, chance: random.Random) -> str:
        """A story as people read them: the n-th most read is asked for 1/n as often as the first."""
        n = len(self.stories)
        return self.stories[min(n - 1, int(n ** chance.random()) - 1)]


def questions(known: Known) -> list[tuple[str, int, Draw]]:
    """Each kind of question with its share of a hundred and how an address is drawn."""
    api = "/api/v1"
    return [
        ("page: stories", 10, lambda c: c.choice(("/", "/?order=contradictions", "/?order=articles"))),
        ("page: story", 15, lambda c: f"/story/{known.story(c)}"),
        ("page: search", 5, lambda c: f"/search?q={c.choice(known.words)}"),
        ("stories", 10, lambda c: f"{api}/stories?limit=20&order={c.choice(('last', 'articles', 'contradictions'))}"),
        ("story", 10, lambda c: f"{api}/stories/{known.story(c)}"),
        ("facts", 10, lambda c: f"{api}/stories/{known.story(c)}/facts?limit=20"),
        ("differences", 10, lambda c: f"{api}/stories/{known.story(c)}/differences"),
        ("timeline", 5, lambda c: f"{api}/stories/{known.story(c)}/timeline"),
        ("collation", 2, lambda c: f"{api}/stories/{known.story(c)}/collation"),
        ("article", 10, lambda c: f"{api}/articles/{c.choice(known.articles)}"),
        ("search", 8, lambda c: f"{api}/search?q={c.choice(known.words)}"),
        ("entities", 5, lambda c: f"{api}/entities?limit={c.choice((10, 20, 50))}"),
    ]


async def client(
    number: int, kinds: list[tuple[str, int, Draw]], until: float, told: dict[str, list[float]], pause: float
) -> list[str]:
    """One client on one connection; what it saw go wrong."""
    chance = random.Random(f"{_SEED} {number}")
    weights = [share for _, share, _ in kinds]
    problems: list[str] = []
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    while time.perf_counter() < until:
        ((kind, _, draw),) = chance.choices(kinds, weights)
        path = draw(chance)
        began = time.perf_counter()
        try:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
            status = await _answered(reader)
        except (OSError, EOFError, ValueError) as e:
            problems.append(f"{path}: {e!r}")
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
            continue
        told[kind].append((time.perf_counter() - began) * 1000)
        if status != 200:
            problems.append(f"{path}: {status}")
        if pause:
            await asyncio.sleep(min(chance.expovariate(1 / pause), _KEPT_OPEN))
    writer.close()
    return problems


async def _answered(reader: asyncio.StreamReader) -> int:
    """Read one answer to its end; its status."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    status = int(head.split(b" ", 2)[1])
    if b"transfer-encoding: chunked" in head:
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    else:
        length = next(line for line in head.split(b"\r\n") if line.startswith(b"content-length:"))
        await reader.readexactly(int(length.partition(b":")[2]))
    return status


async def load(
    kinds: list[tuple[str, int, Draw]], clients: int, seconds: float, pause: float = 0.0
) -> tuple[dict[str, list[float]], list[str]]:
    """Times in milliseconds by kind, and what went wrong."""
    told: dict[str, list[float]] = defaultdict(list)
    until = time.perf_counter() + seconds
    found = await asyncio.gather(*(client(i, kinds, until, told, pause) for i in range(clients)))
    return told, [p for problems in found for p in problems]


def report(told: dict[str, list[float]], problems: list[str], seconds: float, cpu: float, added: int | None) -> bool:
    """Print what was measured; whether it is good enough."""
    everything = sorted(t for times in told.values() for t in times)
    for kind, times in [*sorted(told.items()), ("all", everything)]:
        print(
            f"{kind:<16} {len(times):>7}   median {_share(times, 0.5):7.1f}   p95 {_share(times, 0.95):7.1f}   max {max(times):8.1f} ms"
        )
    for problem in problems[:10]:
        print(f"error: {problem}")
    p95 = _share(everything, 0.95)
    line = {
        "requests": len(everything),
        "per_second": round(len(everything) / seconds),
        "p95_ms": round(p95, 1),
        "cpu_ms": round(cpu * 1000 / max(1, len(everything)), 2),
        "errors": len(problems),
        "added_meanwhile": added,
    }
    print(json.dumps(line))
    return not problems and p95 < CEILING_MS


def _share(times: Sequence[float], share: float) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0


def served(corpus: Path) -> subprocess.Popen[bytes]:
    """The server as people start it, once it answers."""
    words = [sys.executable, "-m", "rashomon", "serve", str(corpus), "--port", str(PORT)]
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    end = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < end:
        try:
            asyncio.run(_knock())
            return process
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the server did not start")


def ended(server: subprocess.Popen[bytes]) -> float:
    """End it; the seconds of processor time that it took, its start included."""
    server.terminate()
    _, _, used = os.wait4(server.pid, 0)
    server.returncode = 0
    return used.ru_utime + used.ru_stime


async def _knock() -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", PORT)
    writer.close()


def adding(corpus: Path, folder: Path) -> subprocess.Popen[bytes]:
    """`rashomon add` of more new reports than it can read meanwhile."""
    file = folder / "new.jsonl"
    file.write_text("".join(json.dumps(r) + "\n" for r in new_reports(5000)), "utf-8")
    words = [sys.executable, "-m", "rashomon", "add", str(file), "--corpus", str(corpus)]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0.0)
    parser.add_argument("--corpus", type=Path, help="a file to make the corpus in, or one made before")
    parser.add_argument("--quiet", action="store_true", help="nothing is added meanwhile")
    args = parser.parse_args()
    with TemporaryDirectory() as folder:
        made = args.corpus or Path(folder) / "made.sqlite"
        if not made.exists():
            make_corpus(made, args.articles)
        # What is added here must not be there in the next run.
        file = Path(shutil.copy(made, Path(folder) / "corpus.sqlite"))
        sys.exit(0 if bench(file, Path(folder), args.clients, args.seconds, pause=args.pause, quiet=args.quiet) else 1)


def bench(file: Path, folder: Path, clients: int, seconds: float, *, pause: float = 0.0, quiet: bool) -> bool:
    """Serve, add, ask; whether it is good enough."""
    corpus = Corpus.open(file)
    shelves = [s for s in corpus.shelves().items if not s.stale]
    known = Known(
        stories=[s.story for s in shelves],
        articles=[a for s in shelves for a in s.articles],
        words=sorted({w for s in shelves for w in s.title.lower().split() if w.isalpha()}),
    )
    before = corpus.counts()["articles"]
    if not shelves:
        raise SystemExit(f"{file} has no stories: it was made by another version, take another file")
    server, adder, cpu = served(file), None, 0.0
    try:
        adder = None if quiet else adding(file, folder)
        told, problems = asyncio.run(load(questions(known), clients, seconds, pause))
    finally:
        if adder is not None:
            adder.terminate()
            adder.wait()
        cpu = ended(server)
    added = None if quiet else corpus.counts()["articles"] - before
    return report(told, problems, seconds, cpu, added)


if __name__ == "__main__":
    main()
