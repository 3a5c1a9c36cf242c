"""The desk as a web application: what it is made of and what guards it."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from rashomon import __version__
from rashomon.app.desk import Desk
from rashomon.app.web import pages
from rashomon.app.web.guards.forgery import SameOriginWrites
from rashomon.app.web.guards.headers import SecurityHeaders
from rashomon.app.web.guards.host import KnownHosts
from rashomon.app.web.guards.size import BodyCap
from rashomon.app.web.problems import ProblemResponse
from rashomon.app.web.settings import ServeSettings, refuse_exposure
from rashomon.app.web.site import Site
from rashomon.errors import RashomonError, UsageError
from rashomon.store import Corpus

API = "/api/v1"


def create_app(corpus: Desk | Path, settings: ServeSettings | None = None) -> FastAPI:
    """The application that serves one corpus. Raises `UsageError` where it would be open to other machines without a token."""
    settings = settings or ServeSettings()
    refuse_exposure(settings)
    desk = corpus if isinstance(corpus, Desk) else Desk(Corpus.open(corpus))
    app = FastAPI(
        title="rashomon", version=__version__, openapi_url=f"{API}/openapi.json", docs_url=None, redoc_url=None
    )
    app.state.site = Site(desk=desk, settings=settings)
    app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=pages.STATIC), name="static")
    _answer_errors(app)
    _guard(app, settings)
    return app


def _guard(app: FastAPI, settings: ServeSettings) -> None:
    """The guards, from the innermost to the outermost."""
    app.add_middleware(SameOriginWrites, api=(f"{API}/",))
    app.add_middleware(BodyCap, cap=settings.max_body)
    app.add_middleware(KnownHosts, settings=settings)
    app.add_middleware(SecurityHeaders)


def _answer_errors(app: FastAPI) -> None:
    @app.exception_handler(RashomonError)
    def rashomon_error(_: Request, error: RashomonError) -> Response:
        return ProblemResponse(404 if isinstance(error, UsageError) else 409, str(error))

    @app.exception_handler(HTTPException)
    def http_error(_: Request, error: HTTPException) -> Response:
        return ProblemResponse(error.status_code, str(error.detail), headers=error.headers or {})

    @app.exception_handler(RequestValidationError)
    def invalid(_: Request, error: RequestValidationError) -> Response:
        errors: list[dict[str, object]] = [
            {"where": ".".join(map(str, e["loc"])), "message": str(e["msg"])} for e in error.errors()
        ]
        return ProblemResponse(422, "the request does not fit what is described", errors=errors)
