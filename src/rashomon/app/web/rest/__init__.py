"""The REST interface below /api/v1: one file for each thing that can be asked for."""

from __future__ import annotations

from fastapi import APIRouter

from rashomon.app.web.rest import events, jobs

router = APIRouter()
for part in (events, jobs):
    router.include_router(part.router)

__all__ = ["router"]
