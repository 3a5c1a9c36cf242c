"""One story: the critical edition as it stands, what is new in it, and what readers decided about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.jobs import Collate
from rashomon.app.web.jobs.waiting import over
from rashomon.app.web.pages.decided import decided
from rashomon.app.web.pages.moments import moment_of
from rashomon.app.web.pages.render import PageRoute, show, templates
from rashomon.app.web.site import Site, keep, site_of
from rashomon.records import Collation
from rashomon.records.ledger import News
from rashomon.report.exports import EXPORTS
from rashomon.report.growth import ChangeItem, news_items
from rashomon.report.html import edition_of
from rashomon.report.passages import Place
from rashomon.report.wording import label

_PATIENCE = 8.0
"""Seconds that a reader waits for a story to be compared before a page says that it is under way."""
router = APIRouter(include_in_schema=False, route_class=PageRoute, dependencies=[Depends(keep)])


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsLine:
    """Something new: what kind, in words, where it stands on the page and in the texts; of a revision what was changed."""

    kind: str
    text: str
    anchor: str
    places: tuple[Place, ...]
    changes: tuple[ChangeItem, ...]


@router.get("/story/{story}")
async def story(request: Request, story: str, since: str = "", judged: str = "") -> Response:
    """The critical edition. `since`: with what is new since that moment. `judged`: with the decision just made at its head."""
    site = site_of(request)
    if not await _ready(site, story):
        return show(request, "waiting.html", {"story": story, "shelf": site.desk.shelf(story)}, status=202)
    return await site.renderer.make(lambda: _edition(request, story, since, judged))


def _edition(request: Request, story: str, since: str, judged: str) -> Response:
    site = site_of(request)
    collation = site.desk.collation(story)
    shelf = site.desk.shelf(story)
    edition = edition_of(collation)
    decisions = decided(site.desk.decisions(story), collation)
    moment = moment_of(since)
    shown = {
        **edition,
        "story": shelf.story,
        "shelf": shelf,
        "since": moment,
        # Since before the first report came all is new; that needs no list.
        "news": _lines(site.desk.news(story, moment), collation) if moment > shelf.first else (),
        "decisions": decisions,
        "judged": next((d for d in decisions if d.id == judged), None),
        "exports": EXPORTS,
        "path": request.url.path,
    }
    shown["tools"] = templates().get_template("tools.html").make_module(shown)
    return show(request, "story.html", shown)


async def _ready(site: Site, story: str) -> bool:
    """Whether a story is compared as it stands; else it is asked for, and a short while waited. The server itself never compares."""
    if site.desk.ready(story):
        return True
    job = site.jobs.submit(Collate(story=site.desk.shelf(story).story))
    return (await over(site.jobs, job, _PATIENCE)).over


def _lines(news: Iterable[News], collation: Collation) -> tuple[NewsLine, ...]:
    return tuple(
        NewsLine(
            kind=label("news", n.kind),
            text=f"{n.text} ({n.note})" if n.note else n.text,
            anchor=f"diff-{n.difference}" if n.difference else f"fact-{n.fact}" if n.fact else "",
            places=n.places,
            changes=n.changes,
        )
        for n in news_items(news, collation)
    )
