"""Answers made once and sent often: entity tags for every answer to a GET, and kept answers while what they show stands still.

An answer is kept only if its route asks for it (`request.state.keep`): it must depend on the address and on what the route looks at alone,
the whole corpus or one story of it. After every commit to the corpus, by whatever process, a kept answer is sent only if a look finds that
as it was, so that nobody is ever shown an older state. Who asks for an answer that is being made anew waits for it instead of having it
made once more.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.app.web.revision import Revision
from rashomon.app.web.settings import MEBIBYTE

_TAGGED = 16 * MEBIBYTE
"""Longer answers are sent as they are made."""
_KEPT = 64 * MEBIBYTE
Look = Callable[[], object]
"""Something that is equal as long as what an answer shows is."""
Key = tuple[str, bytes, bool]


@dataclass(slots=True)
class _Answer:
    """An answer as made, and what it holds for: the revision of the corpus, and what a look found before it was made."""

    start: Message
    body: bytes
    tag: str
    revision: Revision
    look: Look | None = None
    stood: object = None


class Conditional:
    """Tags answers, answers 304 to those who have them already, and keeps those that may be kept."""

    def __init__(self, app: ASGIApp, revision: Callable[[], Revision], room: int = _KEPT) -> None:
        self._app = app
        self._revision = revision
        self._room = room
        self._kept: OrderedDict[Key, _Answer] = OrderedDict()
        self._making: dict[Key, asyncio.Event] = {}
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        compressed = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        key = (scope["path"], scope["query_string"], compressed)
        while (answer := self._standing(key)) is None and (making := self._making.get(key)) is not None:
            await making.wait()
        if answer is None:
            await self._make(key, scope, receive, send)
            return
        self._kept.move_to_end(key)
        await _send(answer, scope, send)

    def _standing(self, key: Key) -> _Answer | None:
        """The kept answer, if what it shows stands as it did."""
        answer = self._kept.get(key)
        if answer is None:
            return None
        revision = self._revision()
        if answer.revision == revision:
            return answer
        same_day = answer.revision[1] == revision[1]
        if not (same_day and answer.look is not None and answer.look() == answer.stood):
            return None
        answer.revision = revision
        return answer

    async def _make(self, key: Key, scope: Scope, receive: Receive, send: Send) -> None:
        """Have an answer made and sent. Others wait for it only where one was kept before: another may be a stream without end."""
        made_anew = key in self._kept
        if made_anew:
            self._drop(key)
            self._making[key] = asyncio.Event()
        try:
            recorder = _Recorder(send, self._revision())
            await self._app(scope, receive, recorder)
            made = recorder.answer()
            kept = scope.get("state", {}).get("keep")
            if made is not None and kept is not None:
                made.look, made.stood = kept
                self._keep(key, made)
        finally:
            if made_anew:
                self._making.pop(key).set()
        if made is not None:
            await _send(made, scope, send)

    def _keep(self, key: Key, answer: _Answer) -> None:
        if len(answer.body) > self._room // 16 or key in self._kept:
            return
        self._kept[key] = answer
        self._size += len(answer.body)
        while self._size > self._room:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Key) -> None:
        old = self._kept.pop(key, None)
        self._size -= len(old.body) if old is not None else 0


class _Recorder:
    """Holds a whole answer back; lets one through that is no 200, is a stream, or is too long."""

    def __init__(self, send: Send, revision: Revision) -> None:
        self._send = send
        self._revision = revision
        self._start: Message | None = None
        self._pieces: list[bytes] = []
        self._size = 0
        self._through = False

    async def __call__(self, message: Message) -> None:
        if self._through:
            await self._send(message)
            return
        if message["type"] == "http.response.start":
            self._start = message
            headers = Headers(raw=message["headers"])
            if message["status"] != 200 or headers.get("content-type", "").startswith("text/event-stream"):
                await self._let_through()
            return
        self._pieces.append(message.get("body", b""))
        self._size += len(self._pieces[-1])
        if self._size > _TAGGED:
            await self._let_through(more=message.get("more_body", False))

    async def _let_through(self, *, more: bool = True) -> None:
        assert self._start is not None
        self._through = True
        await self._send(self._start)
        if self._pieces:
            await self._send({"type": "http.response.body", "body": b"".join(self._pieces), "more_body": more})

    def answer(self) -> _Answer | None:
        """The answer with its tag; None where it went through."""
        if self._through or self._start is None:
            return None
        body = b"".join(self._pieces)
        headers = MutableHeaders(scope=self._start)
        tag = headers.get("etag") or f'"{hashlib.sha256(body).hexdigest()[:24]}"'
        headers["etag"] = tag
        return _Answer(self._start, body, tag, self._revision)


async def _send(answer: _Answer, scope: Scope, send: Send) -> None:
    if _has(Headers(scope=scope).get("if-none-match", ""), answer.tag):
        kept = [(n, v) for n, v in answer.start["headers"] if n not in (b"content-length", b"content-type")]
        await send({"type": "http.response.start", "status": 304, "headers": kept})
        await send({"type": "http.response.body", "body": b""})
        return
    # A copy: whoever is further out adds headers to the message.
    await send({**answer.start, "headers": list(answer.start["headers"])})
    await send({"type": "http.response.body", "body": answer.body})


def _has(asked: str, tag: str) -> bool:
    """Whether somebody has what a tag is for (RFC 9110: compared weakly)."""
    tags = [t.strip().removeprefix("W/") for t in asked.split(",")]
    return tag.removeprefix("W/") in tags or asked.strip() == "*"
