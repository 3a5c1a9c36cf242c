"""Pages travel compressed: an edition holds every text twice over. Programs' answers do not; their work is counted in milliseconds."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

_FROM = 1400
"""Bytes that fit in one packet are sent as they are."""
_LEVEL = 4


class CompressedPages:
    """Compresses what is answered outside `api`, where the browser takes it."""

    def __init__(self, app: ASGIApp, api: tuple[str, ...]) -> None:
        self._app = app
        self._compressed = GZipMiddleware(app, minimum_size=_FROM, compresslevel=_LEVEL)
        self._api = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        plain = scope["type"] != "http" or scope["path"].startswith(self._api)
        await (self._app if plain else self._compressed)(scope, receive, send)
