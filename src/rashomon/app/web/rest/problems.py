"""The errors that routes declare, so that the description of the interface tells of them."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from rashomon.app.web.problems import PROBLEM_JSON

Responses = dict[int | str, dict[str, Any]]


class InvalidModel(BaseModel):
    where: str
    message: str


class ProblemModel(BaseModel):
    """What is wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[InvalidModel] | None = None


def declared(*statuses: tuple[int, str]) -> Responses:
    """Problems with their status and what they mean."""
    schema = {"$ref": "#/components/schemas/ProblemModel"}
    return {status: {"description": said, "content": {PROBLEM_JSON: {"schema": schema}}} for status, said in statuses}


NOT_FOUND = declared((404, "There is nothing of that name."))
