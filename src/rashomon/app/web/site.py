"""What the pages and the REST interface share: the desk, its jobs, what happens on it, the feeds it follows, and how it is served."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from rashomon.app.desk import Desk
from rashomon.app.web.events import EventBus
from rashomon.app.web.feeds import Feeds
from rashomon.app.web.jobs import JobBoard
from rashomon.app.web.settings import ServeSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One desk as served. Reading goes straight to `desk`; whatever takes long is a job."""

    desk: Desk
    jobs: JobBoard
    events: EventBus
    feeds: Feeds
    settings: ServeSettings


def site_of(request: Request) -> Site:
    """The site that a request is for."""
    found = request.app.state.site
    assert isinstance(found, Site)
    return found


async def keep(request: Request) -> None:
    """For routes whose answer depends on the address and the corpus alone: it may be kept until the corpus changes.

    Where the address names a story, the answer must depend on that story alone: it is kept until the story changes.
    """
    story = request.path_params.get("story", "")
    request.state.keep = story, site_of(request).desk.corpus.standing(story) if story else None
