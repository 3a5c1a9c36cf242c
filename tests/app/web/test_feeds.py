"""Followed addresses: asked again and again, until they are let go."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from starlette.testclient import TestClient

from rashomon.app.web.feeds import Feeds
from rashomon.app.web.jobs import AddInputs, JobBoard, Task
from rashomon.errors import RashomonError, UsageError

FEED = "https://news.example/feed"


class Board(JobBoard):
    """Notes what is asked for; refuses the first time."""

    def __init__(self) -> None:
        self.asked: list[Task] = []

    def submit(self, task: Task) -> object:  # type: ignore[override]
        self.asked.append(task)
        if len(self.asked) == 1:
            raise RashomonError("too many jobs are waiting: try again later")
        return None


async def _for(feeds: Feeds, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(feeds.run(), seconds)


def test_what_is_followed_is_asked_again_and_again() -> None:
    board = Board()
    feeds = Feeds(board, every=0.001)
    feeds.follow(FEED)
    feeds.follow(FEED)
    asyncio.run(_for(feeds, 0.2))
    assert len(board.asked) > 1
    assert set(board.asked) == {AddInputs(addresses=(FEED,))}


def test_what_is_let_go_is_asked_no_more() -> None:
    board = Board()
    feeds = Feeds(board, every=0.001)
    feeds.follow(FEED)
    feeds.leave(FEED)
    feeds.leave(FEED)
    asyncio.run(_for(feeds, 0.05))
    assert board.asked == []


def test_there_is_an_end_to_following() -> None:
    feeds = Feeds(Board())
    for n in range(200):
        feeds.follow(f"{FEED}/{n}")
    with pytest.raises(UsageError, match="let one go"):
        feeds.follow(FEED)


def test_the_page_follows_and_lets_go(empty: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    write = {"sec-fetch-site": "same-origin"}
    site = empty.app.state.site  # type: ignore[attr-defined]

    def submit(_: Task) -> None:
        raise RashomonError("not now")

    monkeypatch.setattr(site.jobs, "submit", submit)
    empty.post("/fetch", data={"addresses": FEED, "again": "true"}, headers=write)
    assert FEED in empty.get("/add").text
    assert FEED not in empty.post("/leave", data={"address": FEED}, headers=write).text
