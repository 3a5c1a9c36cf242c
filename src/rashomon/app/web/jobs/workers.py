"""Where jobs are worked on: in a process of their own, so that reading reports does not slow the answers of the server."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from rashomon.app.desk import Desk
from rashomon.app.web.jobs.tasks import Outcome, Task, Tell, perform
from rashomon.errors import RashomonError
from rashomon.store import Corpus

_ASIDE = 10
"""How much niceness: a tenth of what an answer gets, where both want the same core."""


class Worker(Protocol):
    """Does one task at a time."""

    def do(self, task: Task, tell: Tell) -> Outcome:
        """The outcome of a task. Raises `RashomonError` where it could not be done; anything else is a bug."""
        ...

    def close(self) -> None:
        """Stop working."""
        ...


class HereWorker:
    """Works in the thread that asks, one task at a time whoever asks: for tests, and for a desk that is open already."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()

    def do(self, task: Task, tell: Tell) -> Outcome:
        with self._lock:
            return perform(task, self._desk, tell)

    def close(self) -> None:
        pass


class ProcessWorker:
    """Works in a process that is started with the first task and then stays, its language model loaded.

    `aside`: it gives way to whatever else the machine has to do.
    """

    def __init__(self, corpus: Path, *, aside: bool = False) -> None:
        self._corpus = corpus
        self._aside = aside
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._lock = threading.Lock()
        """Held while the process is started or stopped: one that is half started cannot be stopped."""

    def do(self, task: Task, tell: Tell) -> Outcome:
        pipe = self._started()
        try:
            pipe.send(task)
            while True:
                kind, *found = pipe.recv()
                if kind == "progress":
                    tell(*found)
                elif kind == "done":
                    outcome: Outcome = found[0]
                    return outcome
                elif kind == "failed":
                    raise RashomonError(found[0])
        except (EOFError, OSError) as e:
            self.close()
            raise RashomonError("the process that worked on it was lost: ask again") from e

    def close(self) -> None:
        with self._lock:
            if self._process is not None:
                self._process.terminate()
                self._process.join(5)
            self._process = None

    def _started(self) -> Connection[Any, Any]:
        with self._lock:
            if self._process is None or self._pipe is None or not self._process.is_alive():
                context = multiprocessing.get_context("spawn")
                self._pipe, theirs = context.Pipe()
                self._process = context.Process(target=_work, args=(self._corpus, theirs, self._aside), daemon=True)
                self._process.start()
                theirs.close()
            return self._pipe


def _work(corpus: Path, pipe: Connection[Any, Any], aside: bool) -> None:
    """What runs in the process: one task after the other until the pipe is closed."""
    if aside and hasattr(os, "nice"):
        os.nice(_ASIDE)
    desk = Desk(Corpus.open(corpus))
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(("done", perform(task, desk, _teller(pipe))))
        except RashomonError as e:
            pipe.send(("failed", str(e)))


def _teller(pipe: Connection[Any, Any]) -> Callable[[str, int], None]:
    return lambda what, done: pipe.send(("progress", what, done))
