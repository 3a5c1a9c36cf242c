"""Work in the background: what became of it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path, Query, Request

from rashomon.app.web.jobs import Job
from rashomon.app.web.rest.models import JobList, JobModel
from rashomon.app.web.rest.problems import NOT_FOUND
from rashomon.app.web.site import site_of

router = APIRouter(tags=["jobs"])


@router.get("/jobs", response_model=JobList)
async def jobs(request: Request) -> dict[str, Any]:
    """All jobs of this server, the latest first."""
    return {"items": [job_json(j) for j in site_of(request).jobs.jobs()]}


@router.get("/jobs/{job}", response_model=JobModel, responses=NOT_FOUND)
def job(
    request: Request,
    job: Annotated[str, Path(pattern="^job[0-9a-f]{16}$")],
    wait: Annotated[float, Query(ge=0, le=30, description="Answer when it is over, or after so many seconds.")] = 0,
) -> dict[str, Any]:
    """One job as it stands."""
    board = site_of(request).jobs
    found = board.wait(job, wait) if wait else board.get(job)
    if found is None:
        raise HTTPException(404, f"no job is called {job}: what it made is in the corpus")
    return job_json(found)


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
