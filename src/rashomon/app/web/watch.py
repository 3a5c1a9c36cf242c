"""Tells the listeners when a story grew or was laid side by side anew, by whatever process."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from rashomon.app.desk import Desk
from rashomon.app.web.events import EventBus
from rashomon.app.web.revision import Revisions
from rashomon.errors import RashomonError

_SECONDS = 1.0
_TOLD = 100
"""Stories told one by one; listeners ask for the list when more have changed at once."""


class Watch:
    """Looks at the corpus every second and tells what has changed."""

    def __init__(self, desk: Desk, revisions: Revisions, events: EventBus) -> None:
        self._desk = desk
        self._revisions = revisions
        self._events = events
        self._known: dict[str, tuple[int, str]] = {}

    async def run(self) -> None:
        """Until it is cancelled."""
        at = self._revisions.current()
        self._known = await asyncio.to_thread(self._stories)
        while True:
            await asyncio.sleep(_SECONDS)
            now = self._revisions.current()
            if now != at and self._events.listeners:
                at = now
                with suppress(RashomonError):
                    self._tell(await asyncio.to_thread(self._stories))

    def _tell(self, stories: dict[str, tuple[int, str]]) -> None:
        changed = [s for s, state in stories.items() if self._known.get(s) != state]
        self._known = stories
        if changed:
            self._events.tell("corpus", {"changed": len(changed)})
        for story in changed[:_TOLD]:
            self._events.tell("story", {"id": story, "articles": stories[story][0]})

    def _stories(self) -> dict[str, tuple[int, str]]:
        return {s.story: (len(s.articles), s.last) for s in self._desk.stories()}
