"""A corpus whose writers are killed or many."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from rashomon.records import Article, Part, Span
from rashomon.store import Corpus

BATCH = 5
forked = get_context("fork")


def article(n: int) -> Article:
    text = f"Report {n}: the kiln at Oster was lit again. " * 40
    whole = Part(kind="body", span=Span(article=f"a{n}", start=0, end=len(text)))
    return Article(id=f"a{n}", text=text, input=f"{n}.txt", parts=(whole,))


def add_all(path: Path, first: int, last: int, acknowledged: Connection) -> None:
    corpus = Corpus.open(path)
    for n in range(first, last, BATCH):
        for known in corpus.add([article(i) for i in range(n, min(n + BATCH, last))]).new:
            acknowledged.send(known)
    acknowledged.close()


def run(target: Callable[..., None], *args: object) -> tuple[int, Connection]:
    here, there = forked.Pipe(duplex=False)
    process = forked.Process(target=target, args=(*args, there), daemon=True)
    process.start()
    there.close()
    assert process.pid is not None
    return process.pid, here


def received(pipe: Connection) -> list[str]:
    found = []
    while True:
        try:
            found.append(pipe.recv())
        except EOFError:
            return found


def test_nothing_acknowledged_is_lost_when_adding_is_killed_a_hundred_times(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    Corpus.create(path).close()
    chance, acknowledged, total = random.Random(1), set(), 400
    for _ in range(100):
        pid, pipe = run(add_all, path, 0, total)
        time.sleep(chance.uniform(0.0, 0.06))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        acknowledged.update(received(pipe))
    survivors = [a.id for a in Corpus.open(path).articles()]
    assert len(survivors) == len(set(survivors))
    assert acknowledged <= set(survivors)
    pid, pipe = run(add_all, path, 0, total)
    received(pipe)
    os.waitpid(pid, 0)
    corpus = Corpus.open(path)
    assert list(corpus.articles()) == [article(n) for n in range(total)]
    assert corpus.problems() == []


def read_on(path: Path, until: float, slowest: Connection) -> None:
    corpus, worst = Corpus.open(path), 0.0
    while time.monotonic() < until:
        begun = time.monotonic()
        corpus.counts()
        worst = max(worst, time.monotonic() - begun)
        time.sleep(0.01)
    slowest.send(worst)
    slowest.close()


def test_two_writers_and_a_reader_get_along(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    Corpus.create(path).close()
    writers = [run(add_all, path, first, first + 300) for first in (0, 300)]
    reader, slowest = run(read_on, path, time.monotonic() + 5)
    for pid, pipe in writers:
        assert len(received(pipe)) == 300
        os.waitpid(pid, 0)
    assert received(slowest)[0] < 1.0
    os.waitpid(reader, 0)
    assert {a.id for a in Corpus.open(path).articles()} == {f"a{n}" for n in range(600)}
