"""Feeds and pages that are asked again and again while the desk is open."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from rashomon.app.web.jobs import AddInputs, JobBoard
from rashomon.errors import RashomonError, UsageError

EVERY = 900.0
"""Seconds between two looks at the same address: what feeds' own publishers ask of readers is rarely less."""
_MOST = 200


class Feeds:
    """Addresses that are followed, in the order in which they were given. They are asked together, as one job."""

    def __init__(self, jobs: JobBoard, every: float = EVERY) -> None:
        self._jobs = jobs
        self._every = every
        self._addresses: dict[str, None] = {}

    @property
    def addresses(self) -> tuple[str, ...]:
        return tuple(self._addresses)

    def follow(self, address: str) -> None:
        """Ask this address from now on; the first time is for the caller. Raises `UsageError` when too many are followed."""
        if len(self._addresses) >= _MOST:
            raise UsageError(f"{_MOST} addresses are followed already: let one go first")
        self._addresses[address] = None

    def leave(self, address: str) -> None:
        """Ask it no more."""
        self._addresses.pop(address, None)

    async def run(self) -> None:
        """Until it is cancelled."""
        while True:
            await asyncio.sleep(self._every)
            if self._addresses:
                with suppress(RashomonError):  # too much waits already: the next time will do
                    self._jobs.submit(AddInputs(addresses=self.addresses))
