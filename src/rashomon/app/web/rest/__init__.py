"""The REST interface below /api/v1: one file for each thing that can be asked for."""

from __future__ import annotations

from fastapi import APIRouter

from rashomon.app.web.rest import articles, corpus, events, growth, jobs, judgements, stories
from rashomon.app.web.rest.description import describe

router = APIRouter()
for part in (articles, stories, growth, corpus, judgements, jobs, events):
    router.include_router(part.router)

__all__ = ["describe", "router"]
