"""What the pages and the REST interface share: the desk, its jobs, what happens on it, the feeds it follows, and how it is served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from starlette.requests import Request

from rashomon.app.desk import Desk
from rashomon.app.web.events import EventBus
from rashomon.app.web.feeds import Feeds
from rashomon.app.web.jobs import JobBoard
from rashomon.app.web.settings import ServeSettings
from rashomon.app.web.threads import Renderer
from rashomon.records import Collation
from rashomon.store import Glance


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One desk as served. Reading goes straight to `desk`; whatever takes long is a job."""

    desk: Desk
    glance: Glance
    jobs: JobBoard
    events: EventBus
    feeds: Feeds
    settings: ServeSettings
    renderer: Renderer = field(default_factory=Renderer)
    editions: dict[tuple[str, object], tuple[Collation, dict[str, object]]] = field(default_factory=dict)


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
    glance = site_of(request).glance
    _keep_while(request, partial(glance.story, story) if story else glance.commits)


async def keep_collated(request: Request) -> None:
    """For routes whose answer depends on what collations tell alone, of whatever story: it may be kept until the next is made."""
    _keep_while(request, site_of(request).glance.collations)


def _keep_while(request: Request, look: Callable[[], object]) -> None:
    """Looks before the answer is made: a change that comes meanwhile makes it anew the next time."""
    request.state.keep = look, look()
