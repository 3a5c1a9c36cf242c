"""What a story's collation holds, as it is kept; where it has to be made first, a job is the answer."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Request
from starlette.responses import Response

from rashomon.app.web.jobs import Collate
from rashomon.app.web.jobs.waiting import over
from rashomon.app.web.rest import models
from rashomon.app.web.rest.answers import LINES, Said, declared, job_answer
from rashomon.app.web.site import site_of

StoryId = Annotated[str, Path(pattern="^[0-9a-f]{1,64}$", description="a story's id or the beginning of it")]
MADE: Said = {
    202: {"model": models.Job, "description": "It has to be made first: ask again, or ask for the job."},
    **declared((404, "There is no such story, or not one.")),
}
MADE_LINES: Said = {**LINES, **MADE}


async def section(request: Request, story: str, name: str, wait: float) -> list[str] | Response:
    """A list of the story's collation, an item a string; the answer that it is being made where it is not there in time.

    What is kept is read without leaving the event loop: a look into an index costs less than handing it to a thread.
    """
    site = site_of(request)
    lines = site.desk.section(story, name)
    if lines is not None:
        return lines
    job = site.jobs.submit(Collate(story=site.desk.shelf(story).story))
    job = await over(site.jobs, job, wait)
    lines = site.desk.section(story, name) if job.over else None
    return lines if lines is not None else job_answer(job)
