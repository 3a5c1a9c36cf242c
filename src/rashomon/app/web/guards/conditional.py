"""Answers made once and sent often: entity tags for every answer to a GET, and kept answers while the corpus stands still.

An answer is kept only if its route asks for it (`request.state.keep = True`): it must depend on the address and the corpus alone. Kept
answers are dropped with the first commit to the corpus, by whatever process, so that nobody is ever shown an older state.
"""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class _Answer:
    start: Message
    body: bytes
    tag: str


class Conditional:
    """Tags answers, answers 304 to those who have them already, and keeps those that may be kept."""

    def __init__(self, app: ASGIApp, revision: Callable[[], Revision], room: int = _KEPT) -> None:
        self._app = app
        self._revision = revision
        self._room = room
        self._kept: OrderedDict[tuple[str, bytes], _Answer] = OrderedDict()
        self._size = 0
        self._at: Revision | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        key = (scope["path"], scope["query_string"])
        revision = self._revision()
        if revision != self._at:
            self._drop(revision)
        answer = self._kept.get(key)
        if answer is not None:
            self._kept.move_to_end(key)
            await _send(answer, scope, send)
            return
        recorder = _Recorder(send)
        await self._app(scope, receive, recorder)
        made = recorder.answer()
        if made is None:
            return
        if scope.get("state", {}).get("keep") and revision == self._at:
            self._keep(key, made)
        await _send(made, scope, send)

    def _keep(self, key: tuple[str, bytes], answer: _Answer) -> None:
        if len(answer.body) > self._room // 16 or key in self._kept:
            return
        self._kept[key] = answer
        self._size += len(answer.body)
        while self._size > self._room:
            _, old = self._kept.popitem(last=False)
            self._size -= len(old.body)

    def _drop(self, revision: Revision) -> None:
        self._kept.clear()
        self._size = 0
        self._at = revision


class _Recorder:
    """Holds a whole answer back; lets one through that is no 200, is a stream, or is too long."""

    def __init__(self, send: Send) -> None:
        self._send = send
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
        return _Answer(self._start, body, tag)


async def _send(answer: _Answer, scope: Scope, send: Send) -> None:
    asked = Headers(scope=scope).get("if-none-match")
    if asked is not None and (
        asked.strip() == "*" or answer.tag in [t.strip().removeprefix("W/") for t in asked.split(",")]
    ):
        kept = [(n, v) for n, v in answer.start["headers"] if n not in (b"content-length", b"content-type")]
        await send({"type": "http.response.start", "status": 304, "headers": kept})
        await send({"type": "http.response.body", "body": b""})
        return
    # A copy: whoever is further out adds headers to the message.
    await send({**answer.start, "headers": list(answer.start["headers"])})
    await send({"type": "http.response.body", "body": answer.body})
