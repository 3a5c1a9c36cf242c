"""A Ray cluster: on this machine, or wherever an address says. Needs the extra `rashomon[ray]`."""

from __future__ import annotations

import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from rashomon.errors import RashomonError
from rashomon.runners.runner import Failed, R, T

_HERE = "local"
"""What Ray calls a cluster of its own on this machine; without a word it would join any that happens to run here."""
_BY_NAME = frozenset({_HERE, "auto"})
_PATIENCE_SECONDS = 5.0


class RayRunner:
    """Batches as Ray tasks. Ray itself runs a batch again when its worker is lost; one that fails again is `Failed`."""

    def __init__(self, address: str | None = None, *, workers: int | None = None, ahead: int = 2) -> None:
        try:
            import ray
        except ImportError as e:
            raise RashomonError("the Ray runner needs Ray: install rashomon[ray]") from e
        self._ray: Any = ray
        self._mine = not ray.is_initialized()
        if self._mine:
            _check(address)
            try:
                ray.init(
                    address=address or _HERE,
                    num_cpus=workers,
                    include_dashboard=False if address is None else None,
                    log_to_driver=False,
                    configure_logging=False,
                )
            except (ConnectionError, RuntimeError, ValueError) as e:
                where = f"at {address}" if address else "here"
                raise RashomonError(f"no Ray cluster {where}: {str(e).partition(chr(10))[0]}") from e
        self._in_flight = max(1, int(self._ray.cluster_resources().get("CPU", 1))) * ahead

    def run(self, task: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]]) -> Iterator[R | Failed[T]]:
        remote = self._ray.remote(max_retries=1)(task)
        waiting: deque[tuple[Sequence[T], Any]] = deque()
        for batch in batches:
            waiting.append((batch, remote.remote(batch)))
            if len(waiting) >= self._in_flight:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def close(self) -> None:
        if self._mine:
            self._ray.shutdown()

    def _next(self, waiting: deque[tuple[Sequence[T], Any]]) -> Any:
        batch, answer = waiting.popleft()
        try:
            return self._ray.get(answer)
        except (self._ray.exceptions.WorkerCrashedError, self._ray.exceptions.OutOfMemoryError) as e:
            return Failed(batch=batch, reason=f"its worker was lost twice: {type(e).__name__}")


def _check(address: str | None) -> None:
    """Raise `RashomonError` where nobody answers: Ray itself would go on asking for minutes."""
    if address is None or address in _BY_NAME:
        return
    host, _, port = address.rpartition("://")[2].rpartition(":")
    if not host or not port.isdigit():
        raise RashomonError(f"{address!r} is no address of a Ray cluster: give host:port, or auto")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=_PATIENCE_SECONDS).close()
    except (OSError, OverflowError) as e:
        raise RashomonError(f"no Ray cluster answers at {address}: {e}") from e
