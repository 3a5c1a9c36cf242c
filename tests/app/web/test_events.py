from __future__ import annotations

import asyncio
import threading

from rashomon.app.web.events import EventBus


def lines(found: bytes) -> list[str]:
    return found.decode().splitlines()


def test_a_listener_hears_what_any_thread_tells() -> None:
    async def scenario() -> list[bytes]:
        bus = EventBus()
        heard = bus.listen()
        await anext(heard)
        await asyncio.to_thread(bus.tell, "job", {"id": "j1"})
        found = [await anext(heard)]
        threading.Thread(target=bus.close).start()
        return found + [one async for one in heard]

    assert [lines(b) for b in asyncio.run(scenario())] == [["id: 1", "event: job", 'data: {"id": "j1"}', ""]]


def test_who_comes_back_hears_what_was_missed() -> None:
    async def scenario() -> list[str]:
        bus = EventBus()
        for i in range(3):
            bus.tell("job", {"n": i})
        heard = bus.listen(after=1)
        return [lines(await anext(heard))[0] for _ in range(3)]

    assert asyncio.run(scenario()) == ["retry: 2000", "id: 2", "id: 3"]


def test_who_leaves_is_forgotten() -> None:
    async def scenario() -> tuple[int, int]:
        bus = EventBus()
        heard = bus.listen()
        await anext(heard)
        before = bus.listeners
        await heard.aclose()  # type: ignore[attr-defined]
        return before, bus.listeners

    assert asyncio.run(scenario()) == (1, 0)
