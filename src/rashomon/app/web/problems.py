"""Errors as answers: application/problem+json (RFC 9457) for programs, and for every part of the server that refuses a request."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import JSONResponse

PROBLEM_JSON = "application/problem+json"


class ProblemResponse(JSONResponse):
    """One problem: its status and title, and in one line what is wrong and what to do."""

    media_type = PROBLEM_JSON

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        errors: list[dict[str, object]] | None = None,
        headers: Mapping[str, str] = {},
    ) -> None:
        content: dict[str, object] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}  # fmt: skip
        if errors is not None:
            content["errors"] = errors
        super().__init__(content, status_code=status, headers=dict(headers))
