"""A story as it grew: what is new since a moment, the ledger of its facts, what it expected, how a page was revised."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import Response

from rashomon.app.web.jobs import Collate
from rashomon.app.web.jobs.waiting import over
from rashomon.app.web.rest import models
from rashomon.app.web.rest.answers import (
    NOT_FOUND,
    Form,
    Offset,
    SomeLimit,
    Wait,
    job_answer,
    page_answer,
    stored_answer,
)
from rashomon.app.web.rest.made import MADE_LINES, StoryId, section
from rashomon.app.web.site import keep, site_of
from rashomon.errors import InputError
from rashomon.records.ledger import NewsKind, Outcome
from rashomon.report.growth import expectation_json, ledger_items, ledger_json, news_items, news_json, revision_json
from rashomon.report.json import dumps

router = APIRouter(tags=["growth"], dependencies=[Depends(keep)])
Since = Annotated[str, Query(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$", description="a day, or a moment in UTC")]


@router.get("/stories/{story}/news", response_model=models.Page[models.News], responses=MADE_LINES)
async def news(
    request: Request,
    story: StoryId,
    since: Since,
    kind: NewsKind | None = None,
    format: Form = "json",
    limit: SomeLimit = None,
    cursor: Offset = None,
    wait: Wait = 0,
) -> Response:
    """What the story says now that it did not say at that moment, each piece with the spans that show it."""
    site = site_of(request)
    if not site.desk.news_ready(story, since):
        asked = site.jobs.submit(Collate(story=site.desk.shelf(story).story, since=since))
        job = await over(site.jobs, asked, wait)
        if not job.over:
            return job_answer(job)

    def found() -> Iterable[dict[str, object]]:
        return map(news_json, news_items(site.desk.news(story, since), site.desk.collation(story)))

    wanted = None if kind is None else lambda item: bool(item["kind"] == kind)
    return await _listed(request, found, format, limit, cursor, wanted)


@router.get("/stories/{story}/ledger", response_model=models.Page[models.LedgerEntry], responses=MADE_LINES)
async def ledger(
    request: Request,
    story: StoryId,
    format: Form = "json",
    limit: SomeLimit = None,
    cursor: Offset = None,
    wait: Wait = 0,
) -> Response:
    """Each fact's life: when it was first stated and through whom, confirmed by whom, changed, withdrawn."""
    made = await section(request, story, "story", wait)
    if isinstance(made, Response):
        return made
    desk = site_of(request).desk

    def found() -> Iterable[dict[str, object]]:
        return map(ledger_json, ledger_items(desk.ledger(story), desk.collation(story)))

    return await _listed(request, found, format, limit, cursor, None)


@router.get("/stories/{story}/expectations", response_model=models.Page[models.Expectation], responses=MADE_LINES)
async def expectations(
    request: Request,
    story: StoryId,
    outcome: Outcome | None = None,
    format: Form = "json",
    limit: SomeLimit = None,
    cursor: Offset = None,
    wait: Wait = 0,
) -> Response:
    """What the story expects, when it is due, and what became of it by today."""
    made = await section(request, story, "story", wait)
    if isinstance(made, Response):
        return made
    desk = site_of(request).desk

    def found() -> Iterable[dict[str, object]]:
        return map(expectation_json, desk.expectations(story))

    wanted = None if outcome is None else lambda item: bool(item["outcome"] == outcome)
    return await _listed(request, found, format, limit, cursor, wanted)


@router.get("/revisions", response_model=models.Page[models.Revision], responses=NOT_FOUND)
async def revisions(
    request: Request,
    article: Annotated[str, Query(min_length=1, max_length=1000, description="any version of the page")],
) -> Response:
    """What changed from each version of an article's page to the next, word for word, oldest first."""
    site = site_of(request)

    def found() -> Response:
        articles = {a.id: a for a in site.desk.corpus.articles(site.desk.article(article).versions)}
        changed = site.desk.revisions(article)
        return page_answer((revision_json(r, articles[r.earlier], articles[r.later]) for r in changed), None)

    try:
        return await site.renderer.make(found)
    except InputError as e:
        raise HTTPException(404, f"no article is called {article!r}") from e


async def _listed(
    request: Request,
    found: Callable[[], Iterable[dict[str, object]]],
    form: str,
    limit: int | None,
    cursor: str | None,
    wanted: Callable[[Any], bool] | None,
) -> Response:
    """A list that is put together for the answer, as those that are kept are answered."""

    def made() -> Response:
        return stored_answer([dumps(item) for item in found()], form, limit, cursor, wanted)

    return await site_of(request).renderer.make(made)
