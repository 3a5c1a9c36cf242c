"""From a template and what it shows to an answer: escaping, addresses of what is shown, and errors as pages."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode, urlsplit

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rashomon import __version__
from rashomon.app.web.pages.assets import static_address
from rashomon.app.web.pages.found import pieces
from rashomon.app.web.pages.moments import say_day, say_moment
from rashomon.app.web.pages.sparkline import sparkline
from rashomon.errors import RashomonError, UsageError
from rashomon.report.html import environment
from rashomon.report.wording import say_span_of_days


@cache
def templates() -> Environment:
    """The templates of the desk beside those of the report, with the same filters and words."""
    loaders = PackageLoader("rashomon.app.web.pages"), PackageLoader("rashomon.report")
    found = environment().overlay(loader=ChoiceLoader(loaders))
    found.filters = {
        **found.filters,
        "web_address": web_address,
        "day": say_day,
        "moment": say_moment,
        "days": say_span_of_days,
        "pieces": pieces,
        "sparkline": sparkline,
    }
    found.globals = {**found.globals, "address": address, "version": __version__, "static": static_address}
    return found


def prepare() -> None:
    """Have all templates ready, so that nobody who opens the first story waits for them."""
    for name in templates().list_templates(extensions=["html"]):
        templates().get_template(name)


def show(request: Request, template: str, shown: Mapping[str, object], *, status: int = 200) -> Response:
    """A page."""
    html = templates().get_template(template).render({"path": request.url.path, **shown})
    return HTMLResponse(html, status)


def address(path: str, fragment: str = "", **query: object) -> str:
    """A path of the desk with its query; ids that come from articles go there and never into the path, where ".." would mean something."""
    asked = urlencode({k: v for k, v in query.items() if v not in (None, "")}, doseq=True)
    return path + (f"?{asked}" if asked else "") + (f"#{fragment}" if fragment else "")


def web_address(url: str | None) -> str:
    """The URL if a browser may follow it from our page, else ""."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""


class PageRoute(APIRoute):
    """A route whose errors are pages too."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                return await answer(request)
            except UsageError as e:
                return _failed(request, HTTPStatus.NOT_FOUND, str(e))
            except RashomonError as e:
                return _failed(request, HTTPStatus.CONFLICT, str(e))
            except RequestValidationError:
                return _failed(request, HTTPStatus.BAD_REQUEST, "This address asks for something that cannot be.")
            except HTTPException as e:
                return _failed(request, HTTPStatus(e.status_code), str(e.detail))

        return guarded


def _failed(request: Request, status: HTTPStatus, why: str) -> Response:
    return show(request, "failed.html", {"title": status.phrase, "why": why}, status=status)
