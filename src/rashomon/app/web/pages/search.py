"""Search: the reports that hold given words."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.pages.render import PageRoute, show
from rashomon.app.web.site import site_of

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/search")
def search(request: Request, q: str = "") -> Response:
    """Reports by their words."""
    hits = site_of(request).desk.corpus.search(q, limit=50) if q.strip() else []
    return show(request, "search.html", {"q": q, "hits": hits})
