"""Work in the background: what became of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Request
from starlette.responses import Response

from rashomon.app.web.jobs.waiting import over
from rashomon.app.web.rest import models
from rashomon.app.web.rest.answers import NOT_FOUND, Wait, job_json, json_answer, page_answer
from rashomon.app.web.site import site_of

router = APIRouter(tags=["jobs"])


@router.get("/jobs", response_model=models.Page[models.Job])
async def jobs(request: Request) -> Response:
    """All jobs of this server, the latest first."""
    return page_answer(map(job_json, site_of(request).jobs.jobs()), None)


@router.get("/jobs/{job}", response_model=models.Job, responses=NOT_FOUND)
async def job(request: Request, job: Annotated[str, Path(pattern="^job[0-9a-f]{16}$")], wait: Wait = 0) -> Response:
    """One job as it stands, or with `wait` when it is over."""
    site = site_of(request)
    found = site.jobs.get(job)
    if found is None:
        raise HTTPException(404, f"no job is called {job}: what it made is in the corpus")
    return json_answer(job_json(await over(site.jobs, found, wait)))
