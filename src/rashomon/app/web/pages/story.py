"""One story: the critical edition as it stands, what is new in it, and what readers decided about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.jobs import Collate
from rashomon.app.web.jobs.waiting import over
from rashomon.app.web.pages.decided import decided
from rashomon.app.web.pages.moments import moment_of
from rashomon.app.web.pages.render import PageRoute, show, templates
from rashomon.app.web.site import Site, keep, site_of
from rashomon.errors import UsageError
from rashomon.records import Collation, Witness
from rashomon.records.ledger import News
from rashomon.report.exports import EXPORTS
from rashomon.report.growth import ChangeItem, news_items
from rashomon.report.html import edition_of, in_brief
from rashomon.report.page import Page
from rashomon.report.passages import Place
from rashomon.report.wording import label
from rashomon.store import Shelf

_PATIENCE = 8.0
"""Seconds that a reader waits for a story to be compared before a page says that it is under way."""
_LONG = 40_000
"""Characters of all texts from which the page of a story is brief: compressed it would weigh three bytes for each, and 150 kB are too many."""
_KEPT = 2
"""Editions of long stories that are kept."""
_AT_ONCE = 20_000
"""Characters of the texts that a brief page brings along."""
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
async def story(
    request: Request, story: str, since: str = "", judged: str = "", texts: Literal["all", ""] = ""
) -> Response:
    """The critical edition. `since`: with what is new since that moment. `judged`: with the decision just made at its head.

    `texts`: "all" for a page that has every text in it, for paper and for browsers without scripts.
    """
    site = site_of(request)
    shelf = site.desk.shelf(story)
    if not await _ready(site, shelf, moment_of(since)):
        return show(request, "waiting.html", {"story": story, "shelf": shelf}, status=202)
    return await site.renderer.make(lambda: _edition(request, story, since, judged, bool(texts)))


def _edition(request: Request, story: str, since: str, judged: str, whole: bool) -> Response:
    site = site_of(request)
    shelf = site.desk.shelf(story)
    collation, edition = _edited(site, shelf.story)
    if not whole and _long(collation):
        edition = in_brief(edition, texts_at_once(collation.witnesses))
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


@router.get("/story/{story}/text/{siglum}")
async def text(request: Request, story: str, siglum: str) -> Response:
    """One text of a long edition, which its page asks for when it is needed."""
    return await site_of(request).renderer.make(lambda: _text(request, story, siglum))


def _text(request: Request, story: str, siglum: str) -> Response:
    site = site_of(request)
    collation, edition = _edited(site, site.desk.shelf(story).story)
    found = next((w for w in collation.witnesses if w.siglum == siglum), None)
    if found is None:
        raise UsageError(f"no report of this story is called {siglum}")
    return show(request, "text.html", {**edition, "witness": found})


@router.get("/story/{story}/rest/{part}")
async def rest(request: Request, story: str, part: str) -> Response:
    """What remains of one list of a long edition, which its page asks for when it is unfolded."""
    return await site_of(request).renderer.make(lambda: _rest(request, story, part))


def _rest(request: Request, story: str, part: str) -> Response:
    site = site_of(request)
    shelf = site.desk.shelf(story)
    edition = in_brief(_edited(site, shelf.story)[1], ())
    page = edition["page"]
    assert isinstance(page, Page)
    if part not in _lists(page):
        raise UsageError(f"this story has no list called {part}")
    shown = {**edition, "story": shelf.story, "part": part}
    shown["tools"] = templates().get_template("tools.html").make_module(shown)
    return show(request, "rest.html", shown)


def _edited(site: Site, story: str) -> tuple[Collation, dict[str, object]]:
    """A story's collation and its edition in full. That of a long one is kept a while: its page will ask for the rest in pieces."""
    key = story, site.glance.story(story)
    if key in site.editions:
        return site.editions[key]
    collation = site.desk.collation(story)
    made = collation, edition_of(collation, elsewhere=f"/story/{story}")
    if _long(collation):
        site.editions[key] = made
        for old in list(site.editions)[:-_KEPT]:
            del site.editions[old]
    return made


def _long(collation: Collation) -> bool:
    return sum(len(w.article.text) for w in collation.witnesses) > _LONG


def _lists(page: Page) -> tuple[str, ...]:
    """What the lists of an edition that may be long are called in addresses."""
    single, names = (f"single-{siglum}" for siglum, _ in page.single), (f"names-{i}" for i in range(len(page.names)))
    return "agreed", "partial", "voices", "ties", *single, *names


def texts_at_once(witnesses: Sequence[Witness]) -> tuple[str, ...]:
    """The sigla of the texts that the page of a story has in it: the first, and as many more as weigh little together."""
    lengths = accumulate(len(w.article.text) for w in witnesses)
    return tuple(
        w.siglum for i, (w, length) in enumerate(zip(witnesses, lengths, strict=True)) if not i or length <= _AT_ONCE
    )


async def _ready(site: Site, shelf: Shelf, since: str) -> bool:
    """Whether a story is compared as it stands, and as it stood then; else that is asked for, and a short while waited.

    The server itself never compares.
    """
    moment = since if since > shelf.first else None
    if site.desk.news_ready(shelf.story, moment) if moment else site.desk.ready(shelf.story):
        return True
    job = site.jobs.submit(Collate(story=shelf.story, since=moment))
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
