"""No writing on behalf of another page: a browser says where a request comes from, and that must be here.

Every browser sends Sec-Fetch-Site or Origin with a request that writes. One with neither comes from a program, which is no help to an
attacker: it carries nobody's cookies but its own. The pages' own forms are sent by browsers only, so there one of the two must be there.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.app.web.problems import ProblemResponse

_READS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class SameOriginWrites:
    """Refuses a request that writes and comes from another origin; below `api` programs need not say where they come from."""

    def __init__(self, app: ASGIApp, api: tuple[str, ...]) -> None:
        self._app = app
        self._api = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in _READS and not self._ours(scope):
            await ProblemResponse(403, "this request was sent by a page of another site")(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _ours(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        site, origin = headers.get("sec-fetch-site"), headers.get("origin")
        if site is not None and site != "same-origin":
            return False
        if origin is not None:
            return urlsplit(origin).netloc.lower() == headers.get("host", "").lower() != ""
        return site is not None or scope["path"].startswith(self._api)
