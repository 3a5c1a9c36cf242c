"""Taking turns: no host is asked again before it has had its pause."""

from __future__ import annotations

from collections.abc import Callable

from rashomon.ingest.fetch.policy import Policy, RefusedError


class Turns:
    """When each host was asked last. `clock` gives seconds, `sleep` waits for some."""

    def __init__(self, policy: Policy, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self._policy = policy
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}

    def wait(self, host: str, wanted: float = 0.0) -> None:
        """Wait for the host's pause to pass: our own, or the longer one it wants. Raises `RefusedError` where that is too long."""
        pause = max(self._policy.pause, wanted)
        if not wanted <= self._policy.longest_pause:
            raise RefusedError(
                f"the site wants {wanted:.0f} seconds between two requests, which is longer than is waited for"
            )
        last = self._last.get(host)
        if last is not None and (left := last + pause - self._clock()) > 0:
            self._sleep(left)
        self._last[host] = self._clock()
