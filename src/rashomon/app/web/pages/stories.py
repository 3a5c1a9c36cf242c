"""The list of stories: what each is called, how it grew, and what is open in it."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.pages.render import PageRoute, show
from rashomon.app.web.site import keep, site_of
from rashomon.store import Order

_PAGE = 30
router = APIRouter(include_in_schema=False, route_class=PageRoute, dependencies=[Depends(keep)])


@router.get("/")
def stories(request: Request, q: str = "", order: Order = "last", after: str | None = None) -> Response:
    """The stories as they stand."""
    page = site_of(request).desk.shelves(words=q or None, order=order, limit=_PAGE, cursor=after)
    return show(request, "stories.html", {"stories": page.items, "next": page.next, "q": q, "order": order})
