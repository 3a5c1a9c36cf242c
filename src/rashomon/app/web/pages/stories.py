"""The list of stories: what each is called, how it grew, and what is open in it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.pages.render import PageRoute, show
from rashomon.app.web.pages.sparkline import sparkline
from rashomon.app.web.site import site_of

PAGE = 30
router = APIRouter(include_in_schema=False, route_class=PageRoute)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A story in the list."""

    id: str
    title: str
    reports: int
    last: str
    arrivals: Markup


@router.get("/")
def stories(request: Request, start: int = 0) -> Response:
    """The stories as they stand, the one that grew last first."""
    desk = site_of(request).desk
    shelves = desk.stories()
    added = desk.corpus.added()
    lines = [
        StoryLine(
            id=s.story,
            title=s.title,
            reports=len(s.articles),
            last=s.last,
            arrivals=sparkline(sorted(added[a] for a in s.articles)),
        )
        for s in shelves[start : start + PAGE]
    ]
    more = start + PAGE if start + PAGE < len(shelves) else None
    return show(request, "stories.html", {"stories": lines, "next": more})
