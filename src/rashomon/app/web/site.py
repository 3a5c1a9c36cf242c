"""What the pages and the REST interface share: the desk, and how it is served."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from rashomon.app.desk import Desk
from rashomon.app.web.settings import ServeSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One desk as served."""

    desk: Desk
    settings: ServeSettings


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    found = request.app.state.site
    assert isinstance(found, Site)
    return found
