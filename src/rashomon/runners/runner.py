"""What a runner is. The task must be a plain function of a module, so that it can be sent to another process or machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed(Generic[T]):
    """A batch whose worker was lost twice: what was in it, and why it is given up. The other batches are not touched."""

    batch: Sequence[T]
    reason: str


class Runner(Protocol):
    """Runs a task over batches. An exception of the task itself is a bug and comes through as it is."""

    def run(self, task: Callable[[Sequence[T]], R], batches: Iterable[Sequence[T]]) -> Iterator[R | Failed[T]]:
        """The task's answers in the order of the batches, as they become ready; few batches are read ahead."""
        ...

    def close(self) -> None:
        """Let go of the workers."""
        ...
