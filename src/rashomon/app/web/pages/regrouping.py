"""Which reports belong to a story: what readers decide about that."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rashomon.app.desk import Desk
from rashomon.app.web.pages.render import PageRoute, address, show
from rashomon.app.web.site import site_of
from rashomon.errors import UsageError
from rashomon.store import Shelf

_OTHERS = 40
Reports = Annotated[tuple[str, ...], Form()]
Because = Annotated[str, Form(max_length=500)]
router = APIRouter(include_in_schema=False, route_class=PageRoute)


@router.get("/story/{story}/reports")
def ask(request: Request, story: str) -> Response:
    """The reports of a story, and the stories that they may belong to."""
    desk = site_of(request).desk
    shelf = desk.shelf(story)
    shown = {"shelf": shelf, "reports": [desk.article(a) for a in shelf.articles], "others": _others(shelf, desk)}
    return show(request, "reports.html", shown)


@router.post("/story/{story}/apart")
def apart(request: Request, story: str, report: Reports = (), because: Because = "") -> Response:
    """These reports are a story of their own."""
    desk = site_of(request).desk
    if not 0 < len(set(report)) < len(desk.shelf(story).articles):
        raise UsageError("choose some of the reports, and not all: go back and choose")
    return _done(desk, desk.split_story(report, because).id, report[0])


@router.post("/story/{story}/elsewhere")
def elsewhere(
    request: Request, story: str, to: Annotated[str, Form()], report: Reports = (), because: Because = ""
) -> Response:
    """These reports belong to another story; with none chosen, all of them do: the two are one."""
    desk = site_of(request).desk
    shelf, other = desk.shelf(story), desk.shelf(to)
    if not report or set(report) >= set(shelf.articles):
        return _done(desk, desk.merge_stories([other.story, shelf.story], because).id, other.articles[0])
    return _done(desk, desk.move_articles(report, other.story, because).id, report[0])


def _done(desk: Desk, decision: str, article: str) -> Response:
    return RedirectResponse(address(f"/story/{desk.article(article).story}", judged=decision), 303)


def _others(shelf: Shelf, desk: Desk) -> list[Shelf]:
    """Other stories: those with a long word of this one's title first, then those that grew last."""
    words = sorted({w for w in shelf.title.split() if len(w) > 4}, key=lambda w: (-len(w), w))[:4]
    like = [s for w in words for s in desk.shelves(words=w, limit=_OTHERS // 4).items]
    last = desk.shelves(limit=_OTHERS).items
    found = {s.story: s for s in (*like, *last) if s.story != shelf.story}
    return list(found.values())[:_OTHERS]
