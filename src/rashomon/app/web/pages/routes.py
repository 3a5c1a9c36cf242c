"""Which page answers which address."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from rashomon.app.web.site import site_of

router = APIRouter(include_in_schema=False)


@router.get("/")
def stories(request: Request) -> PlainTextResponse:
    """The stories as they stand."""
    return PlainTextResponse("\n".join(s.title for s in site_of(request).desk.stories()))
