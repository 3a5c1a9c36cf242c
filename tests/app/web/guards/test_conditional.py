"""Entity tags, and answers kept while the corpus stands still."""

from __future__ import annotations

import asyncio
from functools import partial

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from rashomon.app.web.guards.conditional import Conditional


class Desk:
    """Counts how often an answer was made."""

    def __init__(self) -> None:
        self.revision = (1, "2031-05-04")
        self.made = 0
        self.stories = {"s1": 1, "s2": 1}
        paths = {"/kept": self.kept, "/story/{story}": self.story, "/fresh": self.fresh, "/none": self.none}
        self.app = Starlette(routes=[Route(path, answer) for path, answer in paths.items()])
        self.client = self.asking()

    def asking(self, room: int = 1 << 20) -> TestClient:
        return TestClient(Conditional(self.app, lambda: self.revision, room))

    async def story(self, request: Request) -> Response:
        story = request.path_params["story"]
        request.state.keep = partial(self.stories.get, story), self.stories[story]
        return self.answer()

    async def kept(self, request: Request) -> Response:
        request.state.keep = (lambda: self.revision), self.revision
        return self.answer()

    async def fresh(self, _: Request) -> Response:
        return self.answer()

    async def none(self, request: Request) -> Response:
        request.state.keep = (lambda: self.revision), self.revision
        self.made += 1
        return PlainTextResponse("no", 404)

    def answer(self) -> Response:
        self.made += 1
        return PlainTextResponse(f"at {self.revision[0]}")


def test_who_has_the_answer_is_told_so() -> None:
    desk = Desk()
    for path in ("/kept", "/fresh"):
        tag = desk.client.get(path).headers["etag"]
        again = desk.client.get(path, headers={"if-none-match": f'"x", W/{tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert desk.client.get(path, headers={"if-none-match": '"x"'}).status_code == 200


def test_an_answer_is_kept_until_the_corpus_changes() -> None:
    desk = Desk()
    first = [desk.client.get("/kept", headers={"if-none-match": '"x"'}) for _ in range(3)]
    assert ({a.text for a in first}, desk.made) == ({"at 1"}, 1)
    assert desk.client.get("/kept?other").text == "at 1"
    desk.revision = (2, "2031-05-04")
    changed = desk.client.get("/kept", headers={"if-none-match": first[0].headers["etag"]})
    assert (changed.status_code, changed.text) == (200, "at 2")


def test_what_shows_one_story_is_kept_while_that_story_stands() -> None:
    desk = Desk()
    assert [desk.client.get(f"/story/{s}").text for s in ("s1", "s2")] == ["at 1", "at 1"]
    desk.revision, desk.stories["s2"] = (2, "2031-05-04"), 2
    assert [desk.client.get(f"/story/{s}").text for s in ("s1", "s2")] == ["at 1", "at 2"]
    desk.revision = (2, "2031-05-05")
    assert desk.client.get("/story/s1").text == "at 2"


def test_who_asks_for_what_is_being_made_anew_waits_for_it() -> None:
    made, held = 0, asyncio.Event()

    async def slow(request: Request) -> Response:
        nonlocal made
        made += 1
        request.state.keep = (lambda: revision), revision
        await held.wait()
        return PlainTextResponse(f"{revision}")

    revision = 1
    app = Conditional(Starlette(routes=[Route("/slow", slow)]), lambda: (revision, "2031-05-04"))

    async def ask() -> bytes:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": "/slow", "query_string": b"", "headers": [], "state": {}}
        await app(scope, _nothing_comes, send)
        return b"".join(m.get("body", b"") for m in sent)

    async def several() -> list[bytes]:
        nonlocal revision
        held.set()
        await ask()
        held.clear()
        revision = 2
        asking = [asyncio.create_task(ask()) for _ in range(5)]
        await asyncio.sleep(0.01)
        held.set()
        return await asyncio.gather(*asking)

    assert asyncio.run(several()) == [b"2"] * 5
    assert made == 2


async def _nothing_comes() -> Message:
    return await asyncio.Future()


def test_what_is_compressed_is_kept_beside_what_is_not() -> None:
    desk = Desk()
    for accepted in ("gzip", "identity", "gzip, br"):
        desk.client.get("/kept", headers={"accept-encoding": accepted})
    assert desk.made == 2


def test_only_what_asks_for_it_is_kept_and_no_error() -> None:
    desk = Desk()
    for _ in range(2):
        desk.client.get("/fresh")
        assert desk.client.get("/none").status_code == 404
    assert desk.made == 4


def test_little_room_keeps_the_latest() -> None:
    desk = Desk()
    desk.client = desk.asking(room=64)
    for i in range(40):
        desk.client.get(f"/kept?{i}")
    desk.client.get("/kept?39")
    assert desk.made == 40
    desk.client.get("/kept?0")
    assert desk.made == 41
