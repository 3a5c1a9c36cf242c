"""What is asked over all stories: search, entities, statements."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response

from rashomon.app.web.rest import models
from rashomon.app.web.rest.answers import NOT_FOUND, Cursor, Limit, json_answer, page_answer
from rashomon.app.web.site import keep, keep_collated, site_of

router = APIRouter(tags=["corpus"], dependencies=[Depends(keep)])
_COLLATED = [Depends(keep_collated)]
Day = Annotated[str | None, Query(pattern=r"^\d{4}-\d\d-\d\d$")]


@router.get("/search", response_model=models.Found, responses=NOT_FOUND)
def search(
    request: Request,
    q: Annotated[
        str, Query(max_length=500, description='all the words; "quoted words" stand together; a* begins a word')
    ],
    outlet: Annotated[str | None, Query(max_length=200)] = None,
    story: Annotated[str | None, Query(pattern="^[0-9a-f]{1,64}$")] = None,
    begin: Day = None,
    end: Day = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Response:
    """Articles by their words, best first, with how they fall on outlets and stories."""
    if not any(c.isalnum() for c in q):
        return page_answer([], None, total=0, outlets=[], stories=[])
    found = site_of(request).desk.find(q, outlet=outlet, story=story, begin=begin, end=end, limit=limit, cursor=cursor)
    return page_answer(
        map(asdict, found.hits),
        found.next,
        total=found.total,
        outlets=[{"value": name, "name": name, "count": count} for name, count in found.outlets],
        stories=[{"value": story, "name": title, "count": count} for story, title, count in found.stories],
    )


@router.get("/entities", response_model=models.Page[models.Person], responses=NOT_FOUND, dependencies=_COLLATED)
def entities(
    request: Request,
    words: Annotated[str, Query(max_length=200)] = "",
    type: Annotated[str | None, Query(max_length=20, description="PERSON, ORG, GPE …")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """People, organisations and places of all collated stories, those in most stories first."""
    page = site_of(request).desk.people(words, type=type, limit=limit, cursor=cursor)
    return page_answer(map(asdict, page.items), page.next)


@router.get("/entities/{entity}", response_model=models.Person, responses=NOT_FOUND, dependencies=_COLLATED)
def entity(request: Request, entity: str) -> Response:
    """One entity over all collated stories."""
    return json_answer(asdict(site_of(request).desk.person(entity)))


@router.get("/entities/{entity}/stories", response_model=models.Page[models.Appearance], responses=NOT_FOUND)
def appearances(request: Request, entity: str) -> Response:
    """The stories that it stands in."""
    desk = site_of(request).desk
    desk.person(entity)
    return page_answer(map(_appearance, (asdict(a) for a in desk.appearances(entity))), None)


@router.get("/statements", response_model=models.Page[models.Statement], responses=NOT_FOUND)
def statements(
    request: Request,
    speaker: Annotated[str | None, Query(max_length=200, description="an entity's id")] = None,
    story: Annotated[str | None, Query(pattern="^[0-9a-f]{1,64}$")] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """Who said what, when and through whom, the latest first."""
    page = site_of(request).desk.statements(speaker=speaker, story=story, limit=limit, cursor=cursor)
    return page_answer(map(asdict, page.items), page.next)


def _appearance(a: dict[str, Any]) -> dict[str, Any]:
    return {**a, "names": [{"text": text, "count": count} for text, count in a["names"]]}
