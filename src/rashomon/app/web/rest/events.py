"""What happens, as it happens: server-sent events."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Request
from starlette.responses import StreamingResponse

from rashomon.app.web.problems import ProblemResponse
from rashomon.app.web.site import site_of

router = APIRouter(tags=["events"])
_STREAM = {"content": {"text/event-stream": {"schema": {"type": "string"}}}, "description": "Events without end."}
_MOST = 500
"""Listeners at a time."""


@router.get(
    "/events",
    response_class=StreamingResponse,
    responses={200: _STREAM},
)
async def events(request: Request, last_event_id: Annotated[str | None, Header(max_length=20)] = None) -> object:
    """Jobs (`job`), stories that grew (`story`) and how many have (`corpus`). With Last-Event-ID what was missed comes first."""
    bus = site_of(request).events
    if bus.listeners >= _MOST:
        return ProblemResponse(503, "too many listen already", headers={"retry-after": "30"})
    after = int(last_event_id) if last_event_id and last_event_id.isdecimal() else None
    return StreamingResponse(
        bus.listen(after),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )
