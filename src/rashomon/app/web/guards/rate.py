"""So many requests a minute from one address and no more."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.app.web.problems import ProblemResponse

_REMEMBERED = 10_000
"""Addresses kept in mind; the one that was silent longest is forgotten first."""


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class RateLimit:
    """A bucket for each address, refilled steadily (token bucket); an empty one answers 429 and when to come back."""

    def __init__(self, app: ASGIApp, per_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._size = per_minute
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        wait = self._wait((scope.get("client") or ("",))[0]) if scope["type"] == "http" else 0.0
        if wait > 0:
            headers = {"retry-after": str(math.ceil(wait))}
            refusal = ProblemResponse(429, f"{self._size} requests a minute are answered: slow down", headers=headers)
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _wait(self, address: str) -> float:
        """Take one request out of the address's bucket; seconds until there is one again when it is empty."""
        now, per_second = self._clock(), self._size / 60
        bucket = self._buckets.pop(address, None) or _Bucket(self._size, now)
        bucket.left = min(self._size, bucket.left + (now - bucket.at) * per_second)
        bucket.at = now
        self._buckets[address] = bucket
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        if bucket.left < 1:
            return (1 - bucket.left) / per_second
        bucket.left -= 1
        return 0.0
