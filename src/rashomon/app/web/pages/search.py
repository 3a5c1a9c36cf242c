"""Search: reports by their words, and what else the corpus knows of those found."""

from __future__ import annotations

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.pages.render import PageRoute, show
from rashomon.app.web.site import keep, site_of

_PAGE = 20
router = APIRouter(include_in_schema=False, route_class=PageRoute, dependencies=[Depends(keep)])


@router.get("/search")
def search(
    request: Request,
    q: str = "",
    outlet: str = "",
    story: str = "",
    begin: str = "",
    end: str = "",
    after: str | None = None,
) -> Response:
    """Reports with all the words of `q`, of an outlet, a story and days; without any of these the newest."""
    asked = {"outlet": outlet, "story": story, "begin": begin, "end": end}
    desk = site_of(request).desk
    found = desk.find(q, limit=_PAGE, cursor=after, **{k: v or None for k, v in asked.items()})
    titles = {s: title for s, title, _ in found.stories}
    shown = {
        "q": q,
        "asked": asked,
        "found": found,
        "titles": titles,
        "chosen": [(k, v) for k, v in asked.items() if v],
    }
    return show(request, "search.html", shown)
