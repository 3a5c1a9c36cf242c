"""Waiting for a job without keeping a thread."""

from __future__ import annotations

import asyncio

from rashomon.app.web.jobs.board import Job, JobBoard

_LOOK_EVERY = 0.1


async def over(board: JobBoard, job: Job, seconds: float) -> Job:
    """The job when it is over, or as it stands after so many seconds."""
    end = asyncio.get_running_loop().time() + seconds
    while not job.over and asyncio.get_running_loop().time() < end:
        await asyncio.sleep(_LOOK_EVERY)
        job = board.get(job.id) or job
    return job
