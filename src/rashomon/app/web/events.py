"""What happens on the desk, told to whoever listens (server-sent events)."""

from __future__ import annotations

import asyncio
import json
import threading
from collections import deque
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field

_REPLAYED = 1000
"""Events kept for a listener whose connection broke."""
_WAITING = 1000
"""Events a slow listener may fall behind before it is let go; it will come back and ask for what it missed."""
_BREATH = 15.0
"""Seconds of silence after which a comment keeps the connection open."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: a job went on, a story changed. `number` grows by one."""

    number: int
    kind: str
    data: dict[str, object]

    def encode(self) -> bytes:
        """As it goes over the wire."""
        return f"id: {self.number}\nevent: {self.kind}\ndata: {json.dumps(self.data)}\n\n".encode()


@dataclass(eq=False)
class _Listener:
    loop: asyncio.AbstractEventLoop
    queue: asyncio.Queue[Event | None] = field(default_factory=lambda: asyncio.Queue(_WAITING))

    def offer(self, event: Event | None) -> None:
        with suppress(RuntimeError):  # its loop is closed: it has left
            self.loop.call_soon_threadsafe(self._put, event)

    def _put(self, event: Event | None) -> None:
        if self.queue.full():
            self.queue.get_nowait()
            event = None
        self.queue.put_nowait(event)


class EventBus:
    """Events from any thread to any number of listeners."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._past: deque[Event] = deque(maxlen=_REPLAYED)
        self._listeners: set[_Listener] = set()
        self._number = 0

    def tell(self, kind: str, data: dict[str, object]) -> None:
        """Something has happened."""
        with self._lock:
            self._number += 1
            event = Event(self._number, kind, data)
            self._past.append(event)
            for listener in self._listeners:
                listener.offer(event)

    @property
    def listeners(self) -> int:
        """How many listen now."""
        return len(self._listeners)

    def close(self) -> None:
        """Let every listener go."""
        with self._lock:
            for listener in self._listeners:
                listener.offer(None)

    async def listen(self, after: int | None = None) -> AsyncIterator[bytes]:
        """What happens from now on, or after event number `after`, until the listener leaves or is let go."""
        listener = _Listener(asyncio.get_running_loop())
        with self._lock:
            missed = [e for e in self._past if after is not None and e.number > after]
            self._listeners.add(listener)
        try:
            yield b"retry: 2000\n\n"
            for event in missed:
                yield event.encode()
            while True:
                try:
                    following = await asyncio.wait_for(listener.queue.get(), _BREATH)
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                if following is None:
                    return
                yield following.encode()
        finally:
            with self._lock:
                self._listeners.discard(listener)
