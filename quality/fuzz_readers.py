"""Whatever comes, a reader answers: `python -m quality.fuzz_readers [INPUTS] [SEED]`.

Good documents of every format are cut short, bits are flipped, pieces repeated, mixed, put in a wrong encoding; between them stand bombs,
deep nesting and huge tags. Each is read as a user's file would be. Exit code 1 when one breaks the program, takes more than
`SLOWEST` seconds of processor time, or ends without an answer.
"""

from __future__ import annotations

import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.ingest.readers.test_formats import FORMATS
from tests.ingest.readers.test_live import LIVE_BLOG

from quality.hostile import hostile
from rashomon.ingest import read_inputs
from rashomon.records import Article

SLOWEST = 40.0
"""Seconds for one input: a table of 200,000 rows takes half of it. The process that reads a PDF has its own bound."""
_ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "cp1252", "koi8-r", "shift_jis", "utf-7")

Seed = tuple[str, bytes]


def seeds() -> list[Seed]:
    """Name and bytes of a good document of every format."""
    good = [(name, c if isinstance(c, bytes) else c.encode()) for name, c, _ in FORMATS.values()]
    return [*good, ("live.html", LIVE_BLOG.encode())]


def damaged(chance: random.Random, good: list[Seed]) -> Seed:
    """A good document after a few accidents, under its own name or another's."""
    name, content = chance.choice(good)
    data = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        _ACCIDENTS[chance.randrange(len(_ACCIDENTS))](chance, data, good)
    if chance.random() < 0.2:
        name = chance.choice(good)[0]
    return name, bytes(data)


def _cut(chance: random.Random, data: bytearray, _: list[Seed]) -> None:
    del data[chance.randrange(len(data) + 1) :]


def _flip(chance: random.Random, data: bytearray, _: list[Seed]) -> None:
    for _ in range(chance.randint(1, 20)):
        if data:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _repeat(chance: random.Random, data: bytearray, _: list[Seed]) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = data[at : at + chance.randint(1, 400)] * chance.randint(1, 40)


def _splice(chance: random.Random, data: bytearray, good: list[Seed]) -> None:
    other = chance.choice(good)[1]
    data[chance.randrange(len(data) + 1) :] = other[chance.randrange(len(other)) :]


def _insert(chance: random.Random, data: bytearray, _: list[Seed]) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.randbytes(chance.randint(1, 40))


def _encode(chance: random.Random, data: bytearray, _: list[Seed]) -> None:
    data[:] = bytes(data).decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")


_ACCIDENTS: tuple[Callable[[random.Random, bytearray, list[Seed]], None], ...] = (
    _cut, _cut, _flip, _flip, _repeat, _splice, _insert, _encode,
)  # fmt: skip


def inputs(count: int, seed: int) -> Iterator[Seed]:
    """The hostile ones first, then damaged ones."""
    bombs = hostile()
    yield from bombs[:count]
    chance, good = random.Random(seed), seeds()
    for _ in range(max(count - len(bombs), 0)):
        yield damaged(chance, good)


def read(folder: Path, name: str, data: bytes) -> tuple[int, int]:
    """How many Articles and Rejects a file of these bytes gives; no answer at all, or one without its reason, is an error."""
    file = folder / name
    file.write_bytes(data)
    found = read_inputs([file])
    file.unlink()
    if not (found.articles or found.rejects):
        raise AssertionError("neither an Article nor a Reject")
    for one in (*found.articles, *found.rejects):
        told = one.text if isinstance(one, Article) else one.reason
        if not told.strip():
            raise AssertionError(
                f"{'an Article without text' if isinstance(one, Article) else 'a Reject without a reason'}"
            )
    return len(found.articles), len(found.rejects)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    total: Counter[str] = Counter()
    slowest: list[tuple[float, str]] = []
    begun = time.monotonic()
    with TemporaryDirectory() as folder:
        for number, (name, data) in enumerate(inputs(count, seed)):
            at = time.process_time()
            try:
                articles, rejects = read(Path(folder), name, data)
                total.update(inputs=1, articles=articles, rejects=rejects)
            except BaseException as e:
                total.update(inputs=1, crashes=1)
                print(f"input {number} ({name}, {len(data):,} bytes): {type(e).__name__}: {e}", flush=True)
                traceback.print_exc(limit=-4)
                if isinstance(e, KeyboardInterrupt):
                    return 1
            slowest = sorted([*slowest, (time.process_time() - at, f"{name} {len(data):,} bytes")], reverse=True)[:5]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = ", ".join(f"{total[k]:,} {k}" for k in ("inputs", "articles", "rejects", "crashes"))
    print(f"{told} in {time.monotonic() - begun:.0f} s, peak {peak} MB; the slowest:")
    for seconds, what in slowest:
        print(f"  {seconds:6.2f} s  {what}")
    return 1 if total["crashes"] or slowest[0][0] > SLOWEST else 0


if __name__ == "__main__":
    sys.exit(main())
