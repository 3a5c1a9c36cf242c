"""Who may come in: a token in the Authorization header, or for browsers in a cookie that /login sets."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.app.web.problems import ProblemResponse
from rashomon.app.web.tokens import TokenFile

COOKIE = "rashomon_token"
_READS = frozenset({"GET", "HEAD", "OPTIONS"})
_OPEN = ("/login", "/static/")
"""What somebody without a token needs to hand one in."""


class TokenGate:
    """Lets readers read and writers write. Programs get 401 or 403, a browser without a token the page that asks for one.

    `only_reads`: nothing behind it writes, by whatever method it is asked.
    """

    def __init__(self, app: ASGIApp, tokens: TokenFile, api: tuple[str, ...], *, only_reads: bool = False) -> None:
        self._app = app
        self._tokens = tokens
        self._api = api
        self._only_reads = only_reads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        await (self._app if refusal is None else refusal)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        path = scope["path"]
        if path.startswith(_OPEN):
            return None
        token = self._tokens.holder(secret_of(Headers(scope=scope)) or "")
        if token is None:
            if not path.startswith(self._api) and scope["method"] in _READS:
                return RedirectResponse(f"/login?next={quote(path)}", status_code=303)
            headers = {"www-authenticate": 'Bearer realm="rashomon"'}
            return ProblemResponse(401, "a token is needed: Authorization: Bearer TOKEN", headers=headers)
        if not token.allows("read" if self._only_reads or scope["method"] in _READS else "write"):
            return ProblemResponse(403, f"the token {token.name!r} may only read")
        return None


def secret_of(headers: Headers) -> str | None:
    """The token that a request shows."""
    scheme, _, secret = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and secret:
        return secret.strip()
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found is not None else None
