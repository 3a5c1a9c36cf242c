"""Articles: listed, read, and added."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, File, HTTPException, Request, UploadFile
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.responses import Response, StreamingResponse

from rashomon.app.web.jobs import AddArticles, AddInputs, AddUploads, Task
from rashomon.app.web.rest import models
from rashomon.app.web.rest.answers import (
    JSON_LINES,
    LINES,
    NOT_FOUND,
    Cursor,
    Form,
    Limit,
    declared,
    job_answer,
    json_answer,
    page_answer,
)
from rashomon.app.web.site import keep, site_of
from rashomon.app.web.uploads import Upload
from rashomon.errors import InputError
from rashomon.records import Article
from rashomon.report.json import dumps
from rashomon.store import Kept

router = APIRouter(tags=["articles"])
_ACCEPTED: dict[int | str, dict[str, Any]] = {
    202: {"model": models.Job, "description": "They are being kept and read: ask for the job."},
    **declared((409, "Too much is waiting already."), (415, "It is of no kind that is read here.")),
}
_GIVEN = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/ArticlesIn"}},
            JSON_LINES: {"schema": {"type": "string", "pattern": r"\S"}},
        },
    }
}
_FILES = 100
"""Files in one upload."""


@router.get(
    "/articles",
    response_model=models.Page[models.ArticleLine],
    responses={**LINES, **NOT_FOUND},
    dependencies=[Depends(keep)],
)
def articles(request: Request, limit: Limit = 100, cursor: Cursor = None, format: Form = "json") -> Response:
    """All articles in order of arrival; as jsonl with their texts, as `rashomon add` takes them, and in one go."""
    corpus = site_of(request).desk.corpus
    if format == "jsonl":
        lines = (dumps(given_json(a)) + "\n" for a in corpus.articles())
        return StreamingResponse(lines, media_type=JSON_LINES)
    page = corpus.listed(limit=limit, cursor=cursor)
    return page_answer(map(line_json, page.items), page.next)


@router.get(
    "/articles/{article:path}", response_model=models.Article, responses=NOT_FOUND, dependencies=[Depends(keep)]
)
async def article(request: Request, article: str) -> Response:
    """One article with its text, its story and its versions."""
    try:
        kept = site_of(request).desk.article(article)
    except InputError as e:
        raise HTTPException(404, f"no article is called {article!r}") from e
    a = kept.article
    full = {
        "text": a.text,
        "input": a.input,
        "byline": a.byline,
        "parts": [{"kind": p.kind, "start": p.span.start, "end": p.span.end} for p in a.parts],
        "notes": list(a.notes),
        "why": kept.why,
        "versions": list(kept.versions),
    }
    return json_answer({**line_json(kept), **full})


@router.post("/articles", status_code=202, response_model=models.Job, responses=_ACCEPTED, openapi_extra=_GIVEN)
async def add(request: Request) -> Response:
    """Reports to keep and read, in the background: as JSON, or any number of them as JSON lines, an article a line.

    Of JSON lines, one that cannot be used is named in the outcome of the job, and the others go on.
    """
    body = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == JSON_LINES:
        if not body.strip():
            raise RequestValidationError([{"loc": ("body",), "msg": "no line holds anything", "type": "missing"}])
        task: Task = AddUploads(uploads=(Upload(name="api.jsonl", data=body),))
    elif kind == "application/json":
        task = AddArticles(articles=_given(body))
    else:
        raise HTTPException(415, f"give application/json or {JSON_LINES}")
    return job_answer(site_of(request).jobs.submit(task))


@router.post("/uploads", status_code=202, response_model=models.Job, responses=_ACCEPTED)
async def upload(
    request: Request, files: Annotated[list[UploadFile], File(min_length=1, max_length=_FILES)]
) -> Response:
    """Files of any kind that `rashomon add` reads: texts, pages, feeds, archives, exports."""
    uploads = tuple([Upload(name=f.filename or "", data=await f.read()) for f in files])
    return job_answer(site_of(request).jobs.submit(AddUploads(uploads=uploads)))


@router.post("/addresses", status_code=202, response_model=models.Job, responses=_ACCEPTED)
async def fetch(request: Request, given: models.AddressesIn) -> Response:
    """Pages and feeds to fetch and read."""
    return job_answer(site_of(request).jobs.submit(AddInputs(addresses=tuple(given.addresses))))


def _given(body: bytes) -> tuple[Article, ...]:
    try:
        given = models.ArticlesIn.model_validate_json(body)
    except ValidationError as e:
        raise RequestValidationError([{**error, "loc": ("body", *error["loc"])} for error in e.errors()]) from e
    return tuple(Article(input="api", **item.model_dump(exclude={"id"}), id=item.id or "") for item in given.items)


def line_json(kept: Kept) -> dict[str, Any]:
    """An article in a list."""
    a = kept.article
    return {
        "id": a.id,
        "headline": a.headline,
        "outlet": a.outlet,
        "published": a.published,
        "url": a.url,
        "language": a.language,
        "added": kept.added,
        "story": kept.story,
        "day": kept.day,
    }


def given_json(a: Article) -> dict[str, Any]:
    """An article as it can be given to `rashomon add` again."""
    fields = {n: getattr(a, n) for n in ("headline", "outlet", "byline", "published", "url", "language")}
    return {"id": a.id, "text": a.text, **{n: v for n, v in fields.items() if v is not None}}
