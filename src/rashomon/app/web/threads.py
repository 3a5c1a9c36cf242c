"""How the work of a server is shared out, so that what takes a hundredth of a second does not wait behind what takes ten."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

_THREADS = 8
"""Threads for what asks the corpus. They take turns holding the interpreter: more of them only make the event loop wait for its own turn."""
_YOUNG = 50_000
"""Objects made before the collector looks at the young ones: a collation has thousands, none of them in a cycle."""
T = TypeVar("T")


class Renderer:
    """Makes what costs tens of milliseconds of work, one after the other: two at once would both be done when the slower is."""

    def __init__(self) -> None:
        self._one = CapacityLimiter(1)

    async def make(self, made: Callable[[], T]) -> T:
        """What `made` gives, in a thread."""
        return await to_thread.run_sync(made, limiter=self._one)


def few_threads() -> None:
    """Within a running event loop: from now on few threads answer."""
    to_thread.current_default_thread_limiter().total_tokens = _THREADS


def settle() -> None:
    """Once all is loaded and before the first request: what is there now is there for good, and need not be looked through again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 50)
