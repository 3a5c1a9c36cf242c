"""One story: the critical edition, with what a reader can do about it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.pages.render import PageRoute, show, templates
from rashomon.app.web.site import site_of
from rashomon.report.html import edition_of

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/story/{story}")
def story(request: Request, story: str) -> Response:
    """The critical edition of a story as it stands."""
    edition = edition_of(site_of(request).desk.collation(story))
    tools = templates().get_template("tools.html").make_module({**edition, "story": story})
    return show(request, "story.html", {**edition, "tools": tools, "story": story})
