"""The stories of the corpus, and each as it stands: facts, differences, quotes, entities, timeline, stemma."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import Response

from rashomon.app.web.rest import models
from rashomon.app.web.rest.answers import (
    NOT_FOUND,
    Cursor,
    Form,
    Limit,
    Offset,
    SomeLimit,
    Wait,
    json_answer,
    page_answer,
    stored_answer,
)
from rashomon.app.web.rest.made import MADE, MADE_LINES, StoryId, section
from rashomon.app.web.site import keep, site_of
from rashomon.records.collation import DifferenceKind, Severity
from rashomon.store import Shelf

router = APIRouter(tags=["stories"], dependencies=[Depends(keep)])
Moment = Annotated[
    str | None, Query(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$", description="a day, or a moment in UTC")
]
Wanted = Callable[[Any], bool] | None


@router.get("/stories", response_model=models.Page[models.Story], responses=NOT_FOUND)
def stories(
    request: Request,
    words: Annotated[str | None, Query(max_length=200, description="in the title")] = None,
    since: Moment = None,
    order: Literal["last", "articles", "contradictions"] = "last",
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Stories with their counts: those that grew last, the largest, or those with most contradictions first."""
    page = site_of(request).desk.shelves(words=words, since=since, order=order, limit=limit, cursor=cursor)
    return page_answer(map(story_json, page.items), page.next)


@router.get("/stories/{story}", response_model=models.Story, responses=NOT_FOUND)
async def story(request: Request, story: StoryId) -> Response:
    """One story with its counts."""
    return json_answer(story_json(site_of(request).desk.shelf(story)))


@router.get("/stories/{story}/collation", response_model=models.Collation, responses=MADE)
async def collation(request: Request, story: StoryId, wait: Wait = 0) -> Response:
    """The whole collation, as `rashomon collate --json` gives it."""
    made = await section(request, story, "story", wait)
    if isinstance(made, Response):
        return made
    return Response(site_of(request).desk.collation_json(story).encode(), media_type="application/json")


@router.get("/stories/{story}/facts", response_model=models.Page[models.Fact], responses=MADE_LINES)
async def facts(
    request: Request,
    story: StoryId,
    min_origins: Annotated[int, Query(ge=0, le=1000, description="independent origins at least")] = 0,
    relation: Literal["agree", "agree_partial", "single"] | None = None,
    format: Form = "json",
    limit: SomeLimit = None,
    cursor: Offset = None,
    wait: Wait = 0,
) -> Response:
    """What the reports state, claims aligned; each fact with its origins."""

    def wanted(fact: Any) -> bool:
        return fact["independent_origins"] >= min_origins and relation in (None, fact["relation"])

    made = await section(request, story, "facts", wait)
    return _some(made, format, limit, cursor, wanted if min_origins or relation else None)


@router.get("/stories/{story}/facts/{fact}", response_model=models.FactInFull, responses=MADE)
async def fact(request: Request, story: StoryId, fact: str, wait: Wait = 0) -> Response:
    """One fact with the claims that state it and where each of them stands."""
    found = _named(await section(request, story, "facts", wait), fact)
    if isinstance(found, Response):
        return found
    claims = await section(request, story, "claims", wait)
    if isinstance(claims, Response):
        return claims
    by_id = {c["id"]: c for c in map(json.loads, claims)}
    return json_answer({**found, "stated": [by_id[c] for c in found["claims"] if c in by_id]})


@router.get("/stories/{story}/claims", response_model=models.Page[models.Claim], responses=MADE_LINES)
async def claims(
    request: Request,
    story: StoryId,
    article: Annotated[str | None, Query(max_length=200, description="only what this article states")] = None,
    format: Form = "json",
    limit: SomeLimit = None,
    cursor: Offset = None,
    wait: Wait = 0,
) -> Response:
    """What each report states, clause by clause."""
    wanted: Wanted = None if article is None else lambda claim: bool(claim["span"]["article"] == article)
    return _some(await section(request, story, "claims", wait), format, limit, cursor, wanted)


@router.get("/stories/{story}/differences", response_model=models.Page[models.Difference], responses=MADE_LINES)
async def differences(
    request: Request,
    story: StoryId,
    kind: DifferenceKind | None = None,
    severity: Severity | None = None,
    format: Form = "json",
    limit: SomeLimit = None,
    cursor: Offset = None,
    wait: Wait = 0,
) -> Response:
    """Where the reports differ, and how."""

    def wanted(difference: Any) -> bool:
        return kind in (None, difference["kind"]) and severity in (None, difference["severity"])

    made = await section(request, story, "differences", wait)
    return _some(made, format, limit, cursor, wanted if kind or severity else None)


@router.get("/stories/{story}/differences/{difference}", response_model=models.Difference, responses=MADE)
async def difference(request: Request, story: StoryId, difference: str, wait: Wait = 0) -> Response:
    """One difference."""
    found = _named(await section(request, story, "differences", wait), difference)
    return found if isinstance(found, Response) else json_answer(found)


@router.get("/stories/{story}/quotes", response_model=models.Page[models.Quote], responses=MADE_LINES)
async def quotes(
    request: Request,
    story: StoryId,
    entity: Annotated[str | None, Query(max_length=200, description="only this speaker's")] = None,
    format: Form = "json",
    limit: SomeLimit = None,
    cursor: Offset = None,
    wait: Wait = 0,
) -> Response:
    """Words in quotation marks and whose they are."""
    wanted: Wanted = None if entity is None else lambda quote: bool(quote.get("entity") == entity)
    return _some(await section(request, story, "quotes", wait), format, limit, cursor, wanted)


@router.get("/stories/{story}/entities", response_model=models.Page[models.Entity], responses=MADE_LINES)
async def entities(
    request: Request,
    story: StoryId,
    type: Annotated[str | None, Query(max_length=20, description="PERSON, ORG, GPE …")] = None,
    format: Form = "json",
    limit: SomeLimit = None,
    cursor: Offset = None,
    wait: Wait = 0,
) -> Response:
    """Who and what stands in the story, with every mention."""
    wanted: Wanted = None if type is None else lambda entity: bool(entity["type"] == type)
    return _some(await section(request, story, "entities", wait), format, limit, cursor, wanted)


@router.get("/stories/{story}/timeline", response_model=models.Page[models.TimelineEntry], responses=MADE_LINES)
async def timeline(
    request: Request,
    story: StoryId,
    format: Form = "json",
    limit: SomeLimit = None,
    cursor: Offset = None,
    wait: Wait = 0,
) -> Response:
    """What is dated, in order."""
    return _some(await section(request, story, "timeline", wait), format, limit, cursor, None)


@router.get("/stories/{story}/stemma", response_model=models.Stemma, responses=MADE)
async def stemma(request: Request, story: StoryId, wait: Wait = 0) -> Response:
    """Who relies on whom."""
    made = await section(request, story, "stemma", wait)
    return made if isinstance(made, Response) else Response(made[0].encode(), media_type="application/json")


def story_json(s: Shelf) -> dict[str, Any]:
    """A story as programs see it."""
    return {
        "id": s.story,
        "title": s.title,
        "articles": list(s.articles),
        "outlets": s.outlets,
        "first": s.first,
        "last": s.last,
        "begin": s.begin,
        "end": s.end,
        "arrivals": [[day, count] for day, count in s.arrivals],
        "facts": s.facts,
        "differences": s.differences,
        "contradictions": s.contradictions,
        "origins": s.origins,
        "stale": s.stale,
    }


def _some(made: list[str] | Response, form: str, limit: int | None, cursor: str | None, wanted: Wanted) -> Response:
    return made if isinstance(made, Response) else stored_answer(made, form, limit, cursor, wanted)


def _named(made: list[str] | Response, name: str) -> dict[str, Any] | Response:
    if isinstance(made, Response):
        return made
    found: dict[str, Any] | None = next((item for item in map(json.loads, made) if item["id"] == name), None)
    if found is None:
        raise HTTPException(404, f"this story has nothing called {name!r}: its latest collation may have other ids")
    return found
