"""The OpenAPI description: what FastAPI knows of the routes, and what the guards before them answer."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from rashomon.app.web.problems import PROBLEM_JSON
from rashomon.app.web.rest import models
from rashomon.app.web.settings import ServeSettings

_PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "What is wrong (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["where", "message"],
                "properties": {"where": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}
_REPLACED = ("HTTPValidationError", "ValidationError")


def describe(app: FastAPI, settings: ServeSettings) -> None:
    """Let the application describe itself with the answers of its guards, and with tokens where they are asked for."""
    made: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not made:
            made.update(_description(app, settings))
        return made

    app.openapi = openapi  # type: ignore[method-assign]


def _description(app: FastAPI, settings: ServeSettings) -> dict[str, Any]:
    found: dict[str, Any] = get_openapi(
        title=app.title,
        version=app.version,
        routes=app.routes,
        description="One event, many accounts: what reports state, where they differ, who relies on whom. Every item has spans.",
    )
    schemas = found["components"]["schemas"]
    for name in _REPLACED:
        schemas.pop(name, None)
    schemas["Problem"] = _PROBLEM
    schemas.update(_schemas_of(models.ArticlesIn))
    guarded = _answers_of_guards(settings)
    for path in found["paths"].values():
        for method, operation in path.items():
            answers = operation["responses"]
            if "422" in answers or "requestBody" in operation:
                answers["422"] = _problem("The request does not fit what is described.")
            for status, said, on_writes_only in guarded:
                if not on_writes_only or method not in ("get", "head"):
                    answers.setdefault(status, _problem(said))
    if settings.tokens is not None:
        found["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        found["security"] = [{"token": []}]
    return found


def _schemas_of(model: type[BaseModel]) -> dict[str, Any]:
    """The schemas of a model that a route reads by itself."""
    found = model.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**found.pop("$defs", {}), model.__name__: found}


def _answers_of_guards(settings: ServeSettings) -> list[tuple[str, str, bool]]:
    """Status, what it means, and whether only what writes is answered so."""
    found = [
        ("400", "The request cannot be read.", True),
        ("403", "It comes from a page of another site, or the token may only read.", True),
        ("413", "It brings more than may be brought at once.", True),
        ("421", "The Host header names another server.", False),
    ]
    if settings.tokens is not None:
        found.append(("401", "A token is needed.", False))
    if settings.requests_per_minute:
        found.append(("429", "Too many requests: come back later.", False))
    return found


def _problem(said: str) -> dict[str, Any]:
    return {"description": said, "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
