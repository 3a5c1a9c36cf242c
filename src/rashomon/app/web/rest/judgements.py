"""What people decide: kept, replayed, undone."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from rashomon.app.web.jobs import Collate
from rashomon.app.web.rest import models
from rashomon.app.web.rest.answers import CONFLICT, NOT_FOUND, json_answer, page_answer
from rashomon.app.web.rest.made import StoryId
from rashomon.app.web.site import site_of
from rashomon.collate.judge import Judgement
from rashomon.store import Decision

router = APIRouter(tags=["judgements"])


@router.get("/judgements", response_model=models.Page[models.Judgement])
def judgements(request: Request, undone: bool = False) -> Response:
    """All judgements in force, in the order in which they were made; with `undone` also those taken back."""
    return page_answer(map(decision_json, site_of(request).desk.decisions(undone=undone)), None)


@router.get("/stories/{story}/judgements", response_model=models.Page[models.Judgement], responses=NOT_FOUND)
def story_judgements(request: Request, story: StoryId, undone: bool = False) -> Response:
    """Those about the articles of one story."""
    return page_answer(map(decision_json, site_of(request).desk.decisions(story, undone=undone)), None)


@router.post(
    "/stories/{story}/judgements",
    status_code=201,
    response_model=models.Judgement,
    responses={**NOT_FOUND, **CONFLICT},
)
def judge(request: Request, story: StoryId, given: models.JudgementIn) -> Response:
    """Decide about what the story's collation shows; it is made anew in the background."""
    site = site_of(request)
    if not site.desk.ready(story):
        raise HTTPException(409, "the story has grown since it was laid side by side: look at it anew, then judge")
    decision = site.desk.judge(story, _judgement(given))
    site.jobs.submit(Collate(story=site.desk.shelf(story).story))
    return json_answer(decision_json(decision), 201)


@router.delete("/judgements/{judgement}", response_model=models.Judgement, responses=NOT_FOUND)
def undo(request: Request, judgement: str) -> Response:
    """Take a judgement back; the stories that it was about are made anew when they are asked for."""
    return json_answer(decision_json(site_of(request).desk.undo(judgement)))


def decision_json(d: Decision) -> dict[str, Any]:
    """A judgement as programs see it."""
    return {
        "id": d.id,
        "action": d.action,
        "judgement": json.loads(d.judgement),
        "articles": list(d.articles),
        "added": d.added,
        "undone": d.undone,
    }


def _judgement(given: models.JudgementIn) -> Judgement:
    return Judgement(
        action="retype" if given.action == "reweigh" else given.action,
        targets=tuple(given.targets),
        kind=getattr(given, "kind", None),
        severity=getattr(given, "severity", None),
        because=given.because,
    )
