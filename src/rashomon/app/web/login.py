"""Where a browser hands in its token. Only served where tokens are asked for."""

from __future__ import annotations

from html import escape
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from rashomon.app.web.guards.access import COOKIE
from rashomon.app.web.tokens import TokenFile

_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>rashomon: token</title>
<main><h1>This desk asks for a token</h1>{said}
<form method="post"><input type="hidden" name="next" value="{next}">
<p><label>Token <input name="token" type="password" required autofocus autocomplete="current-password"></label>
<button>Open the desk</button></p></form></main></html>
"""
_DAYS = 30


def login_router(tokens: TokenFile) -> APIRouter:
    """The page that asks for a token, and what it sends to."""
    router = APIRouter(include_in_schema=False)

    @router.get("/login")
    async def ask(next: str = "/") -> Response:
        return HTMLResponse(_PAGE.format(said="", next=escape(local(next))))

    @router.post("/login")
    def take(request: Request, token: Annotated[str, Form()], next: Annotated[str, Form()] = "/") -> Response:
        if tokens.holder(token) is None:
            said = '<p role="alert">No such token.</p>'
            return HTMLResponse(_PAGE.format(said=said, next=escape(local(next))), status_code=403)
        answer = RedirectResponse(local(next), status_code=303)
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, token, max_age=_DAYS * 86400, httponly=True, samesite="strict", secure=secure)
        return answer

    return router


def local(path: str) -> str:
    """The path if it is one of ours, else the first page: a link must not lead elsewhere after the token is in."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and "\\" not in path
    return path if plain else "/"
