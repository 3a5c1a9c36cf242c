"""One batch after the other, here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rashomon.runners.runner import Failed, R, T


class SerialRunner:
    """The runner that needs nothing."""

    def run(self, task: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]]) -> Iterator[R | Failed[T]]:
        for batch in batches:
            yield task(batch)

    def close(self) -> None:
        pass
