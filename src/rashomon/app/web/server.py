"""The desk as a web application: what it is made of and what guards it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match

from rashomon import __version__
from rashomon.app.desk import Desk
from rashomon.app.web import pages, rest
from rashomon.app.web.events import EventBus
from rashomon.app.web.feeds import Feeds
from rashomon.app.web.guards.access import TokenGate
from rashomon.app.web.guards.compress import CompressedPages
from rashomon.app.web.guards.conditional import Conditional
from rashomon.app.web.guards.forgery import SameOriginWrites
from rashomon.app.web.guards.headers import SecurityHeaders
from rashomon.app.web.guards.host import KnownHosts
from rashomon.app.web.guards.rate import RateLimit
from rashomon.app.web.guards.size import BodyCap
from rashomon.app.web.jobs import JobBoard, Lane
from rashomon.app.web.jobs.workers import HereWorker, ProcessWorker, Worker
from rashomon.app.web.login import login_router
from rashomon.app.web.problems import ProblemResponse
from rashomon.app.web.revision import Revisions
from rashomon.app.web.settings import API, ServeSettings, refuse_exposure
from rashomon.app.web.site import Site
from rashomon.app.web.threads import few_threads
from rashomon.app.web.tokens import TokenFile
from rashomon.app.web.watch import Watch
from rashomon.errors import RashomonError, UsageError
from rashomon.store import Corpus, Glance

_METHODS = ("DELETE", "GET", "PATCH", "POST", "PUT")


def create_app(corpus: Desk | Path, settings: ServeSettings | None = None) -> FastAPI:
    """The application that serves one corpus. Jobs run in processes of their own for a path, in threads for an open desk.

    Raises `UsageError` where it would be open to other machines without a token.
    """
    settings = settings or ServeSettings()
    tokens = TokenFile(settings.tokens) if settings.tokens is not None else None
    refuse_exposure(settings, len(tokens.tokens()) if tokens is not None else 0)
    desk = corpus if isinstance(corpus, Desk) else Desk(Corpus.open(corpus))
    events = EventBus()
    jobs = JobBoard(_workers(corpus), events)
    glance = Glance(desk.corpus.path)
    site = Site(desk=desk, glance=glance, jobs=jobs, events=events, feeds=Feeds(jobs), settings=settings)
    revisions = Revisions(glance)
    app = FastAPI(
        title="rashomon",
        version=__version__,
        openapi_url=f"{API}/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan(site, revisions),
    )
    app.state.site = site
    if tokens is not None:
        app.include_router(login_router(tokens))
    app.include_router(rest.router, prefix=API)
    app.include_router(pages.router)
    rest.describe(app, settings)
    _answer_errors(app)
    _guard(app, settings, tokens, revisions)
    return app


def _workers(corpus: Desk | Path) -> dict[Lane, Worker]:
    if isinstance(corpus, Desk):
        worker = HereWorker(corpus)
        return {"add": worker, "collate": worker}
    return {"add": ProcessWorker(corpus, aside=True), "collate": ProcessWorker(corpus)}


def _guard(app: FastAPI, settings: ServeSettings, tokens: TokenFile | None, revisions: Revisions) -> None:
    """The guards, from the innermost to the outermost."""
    app.add_middleware(CompressedPages, api=(f"{API}/",))
    app.add_middleware(Conditional, revision=revisions.current)
    app.add_middleware(SameOriginWrites, api=(f"{API}/",))
    app.add_middleware(BodyCap, cap=settings.max_body)
    if tokens is not None:
        app.add_middleware(TokenGate, tokens=tokens, api=(f"{API}/",))
    if settings.requests_per_minute:
        app.add_middleware(RateLimit, per_minute=settings.requests_per_minute)
    app.add_middleware(KnownHosts, settings=settings)
    app.add_middleware(SecurityHeaders)


def _lifespan(site: Site, revisions: Revisions) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        few_threads()
        tasks = [asyncio.create_task(w.run()) for w in (Watch(site.desk, revisions, site.events), site.feeds)]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        site.events.close()
        site.jobs.close()
        site.glance.close()

    return lifespan


def allowed_methods(request: Request) -> str:
    """What an address can be asked for: that of all routes which fit it, not only of the first."""
    scopes = {method: {**request.scope, "method": method} for method in _METHODS}
    routes = request.app.routes
    return ", ".join(m for m, scope in scopes.items() if any(r.matches(scope)[0] is Match.FULL for r in routes))


def _answer_errors(app: FastAPI) -> None:
    @app.exception_handler(RashomonError)
    def rashomon_error(_: Request, error: RashomonError) -> Response:
        return ProblemResponse(404 if isinstance(error, UsageError) else 409, str(error))

    @app.exception_handler(HTTPException)
    def http_error(request: Request, error: HTTPException) -> Response:
        headers = {"allow": allowed_methods(request)} if error.status_code == 405 else error.headers or {}
        return ProblemResponse(error.status_code, str(error.detail), headers=headers)

    @app.exception_handler(RequestValidationError)
    def invalid(_: Request, error: RequestValidationError) -> Response:
        errors: list[dict[str, object]] = [
            {"where": ".".join(map(str, e["loc"])), "message": str(e["msg"])} for e in error.errors()
        ]
        return ProblemResponse(422, "the request does not fit what is described", errors=errors)
