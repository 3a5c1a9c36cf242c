"""How routes answer: lists in pages, stored JSON as it is, and a job where something has to be made first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, Literal

from fastapi import Query
from starlette.responses import Response

from rashomon.app.web.jobs import Job
from rashomon.app.web.problems import PROBLEM_JSON
from rashomon.app.web.settings import API

JSON_LINES = "application/x-ndjson"
Form = Annotated[
    Literal["json", "jsonl"], Query(alias="format", description="jsonl: an item a line, all of them unless limited")
]
Limit = Annotated[int, Query(ge=1, le=1000)]
Cursor = Annotated[str | None, Query(pattern="^[A-Za-z0-9_-]{1,300}$", description="`next` of the page before")]
Offset = Annotated[str | None, Query(pattern="^[0-9]{1,9}$", description="`next` of the page before")]
SomeLimit = Annotated[int | None, Query(ge=1, le=10_000, description="100 unless told; for jsonl all")]
Wait = Annotated[float, Query(ge=0, le=8, description="seconds to wait for what is being made")]
Said = dict[int | str, dict[str, Any]]


def declared(*statuses: tuple[int, str]) -> Said:
    """Problems with their status and what they mean."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {status: {"description": said, "content": {PROBLEM_JSON: {"schema": schema}}} for status, said in statuses}


NOT_FOUND = declared((404, "There is nothing of that name, or the cursor is of another listing."))
CONFLICT = declared((409, "It cannot be done as things stand."))
LINES: Said = {200: {"content": {JSON_LINES: {"schema": {"type": "string"}}}}}
"""Beside JSON, for routes that also answer with an item a line."""


def json_answer(value: object, status: int = 200) -> Response:
    """A value as JSON."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Response(_bytes(text), status, media_type="application/json")


def page_answer(items: Iterable[object], follows: str | None, **more: object) -> Response:
    """A page of a listing."""
    return json_answer({"items": list(items), "next": follows, **more})


def lines_answer(lines: Iterable[str]) -> Response:
    """An item a line."""
    return Response(_bytes("".join(f"{line}\n" for line in lines)), media_type=JSON_LINES)


def stored_answer(
    lines: Sequence[str], form: str, limit: int | None, cursor: str | None, wanted: Callable[[Any], bool] | None
) -> Response:
    """Some of a stored list, its items as they are kept; parsed only where they have to be looked into."""
    if wanted is not None:
        lines = [line for line in lines if wanted(json.loads(line))]
    first = int(cursor) if cursor else 0
    last = min(len(lines), first + (limit or (len(lines) if form == "jsonl" else 100)))
    some = lines[first:last]
    if form == "jsonl":
        return lines_answer(some)
    follows = f'"{last}"' if last < len(lines) else "null"
    text = f'{{"items":[{",".join(some)}],"next":{follows},"total":{len(lines)}}}'
    return Response(_bytes(text), media_type="application/json")


def job_answer(job: Job) -> Response:
    """202: it is being made; where to ask, and when to ask again."""
    answer = json_answer(job_json(job), 202)
    answer.headers["location"] = f"{API}/jobs/{job.id}"
    answer.headers["retry-after"] = "1"
    answer.headers["cache-control"] = "no-store"
    return answer


def job_json(job: Job) -> dict[str, Any]:
    """A job as programs see it."""
    return {
        "id": job.id,
        "kind": job.kind,
        "state": job.state,
        "made": job.made,
        "story": job.story,
        "progress": dict(job.progress),
        "outcome": job.outcome,
        "error": job.error,
    }


def _bytes(text: str) -> bytes:
    """UTF-8; a lone surrogate, which only a broken text holds, as its escape."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace")
