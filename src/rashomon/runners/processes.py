"""Several processes of this machine."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any

from rashomon.runners.runner import Failed, R, T

_AHEAD = 2
"""Batches in flight for each worker: one being worked on, one waiting."""


class ProcessRunner:
    """A pool of processes. When a worker is lost, what was in flight is run again, batch by batch in a pool of its own;
    a batch that loses its worker again is given up as `Failed`."""

    def __init__(self, workers: int | None = None) -> None:
        self._workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def run(self, task: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]]) -> Iterator[R | Failed[T]]:
        waiting: deque[tuple[Sequence[T], Future[R] | None]] = deque()
        for batch in batches:
            waiting.append((batch, self._submit(task, batch)))
            if len(waiting) >= _AHEAD * self._workers:
                yield self._result(task, *waiting.popleft())
        while waiting:
            yield self._result(task, *waiting.popleft())

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _result(self, task: Callable[[Sequence[T]], R], batch: Sequence[T], future: Future[R] | None) -> Any:
        try:
            if future is not None:
                return future.result()
        except BrokenProcessPool:
            self.close()
        return self._alone(task, batch)

    def _submit(self, task: Callable[[Sequence[T]], R], batch: Sequence[T]) -> Future[R] | None:
        """None when the pool is found broken: the batch is then run alone when its turn comes."""
        if self._pool is None:
            self._pool = self._new_pool(self._workers)
        try:
            return self._pool.submit(task, batch)
        except BrokenProcessPool:
            return None

    def _alone(self, task: Callable[[Sequence[T]], R], batch: Sequence[T]) -> R | Failed[T]:
        with self._new_pool(1) as pool:
            try:
                return pool.submit(task, batch).result()
            except BrokenProcessPool:
                return Failed(
                    batch=batch, reason="its worker was lost twice: not enough memory, or stopped from outside"
                )

    @staticmethod
    def _new_pool(workers: int) -> ProcessPoolExecutor:
        # "spawn": a forked copy of a process that has threads (the parser's) may hang.
        return ProcessPoolExecutor(max_workers=workers, mp_context=get_context("spawn"))
