"""The tools as they are offered to an assistant."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from rashomon import __version__
from rashomon.app.desk import Desk
from rashomon.app.mcp.answers import (
    Account,
    Answer,
    ClaimChecked,
    DifferencesTold,
    FactsTold,
    Place,
    StatementsTold,
    StatementTold,
    StoriesFound,
    StoryFound,
    Text,
)
from rashomon.app.mcp.check import check
from rashomon.app.mcp.library import Library
from rashomon.app.mcp.telling import Telling, about, shortened
from rashomon.errors import RashomonError
from rashomon.records import Article
from rashomon.records.collation import DifferenceKind, Severity

INSTRUCTIONS = (
    "News reports laid side by side: what they state, where they differ, who said it, who relies on whom. "
    "Begin with find_stories. Every item names the article and the characters it rests on: quote these words and name the outlet. "
    "Count independent origins, not outlets. Only a difference that contradicts is a contradiction: two speakers who dispute are none. "
    "The tools never say what is true; not_covered says what an answer leaves open: pass it on."
)
_READS = ToolAnnotations(readOnlyHint=True, destructiveHint=False, idempotentHint=True, openWorldHint=False)
_PEOPLE = 5
"""Bearers of a name whose words are looked up."""
StoryId = Annotated[str, Field(description="a story's id (find_stories) or the beginning of it", max_length=64)]
Limit = Annotated[int, Field(ge=1, le=100)]
Words = Annotated[str, Field(description="only what holds these words", max_length=200)]


def make_server(desk: Desk) -> MCPServer[None]:
    """A server of the tools over one corpus."""
    server: MCPServer[None] = MCPServer("rashomon", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING")
    tools = Tools(Library(desk))
    offered: tuple[Callable[..., Answer], ...] = (
        tools.find_stories,
        tools.collate_texts,
        tools.facts,
        tools.differences,
        tools.who_said,
        tools.check_claim,
    )
    for tool in offered:
        server.add_tool(_told(tool), annotations=_READS)
    return server


def _told(tool: Callable[..., Answer]) -> Callable[..., Answer]:
    """The tool, with what the user can mend told as an error of the tool in one line."""

    @wraps(tool)
    def telling(**given: Any) -> Answer:
        try:
            return tool(**given)
        except RashomonError as e:
            raise ToolError(str(e)) from e

    return telling


class Tools:
    """What an assistant can ask."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._desk = library.desk

    def find_stories(
        self,
        words: Annotated[str, Field(max_length=300, description="what it is about; empty: the latest")] = "",
        limit: Limit = 10,
    ) -> StoriesFound:
        """Find stories (reports about one event) by words, or the latest. Gives ids for the other tools."""
        notes: list[str] = []
        if words.strip():
            hits = self._library.reports_about(words)
            found = list(dict.fromkeys(h.story for h in hits if h.story))
            where = {s: [self._library.place_of(h) for h in hits if h.story == s][:2] for s in found[:limit]}
            shelves = [self._desk.shelf(s) for s in found[:limit]]
            notes = shortened("stories", len(shelves), len(found))
            notes += [] if found else ["no report of the corpus holds any of these words"]
        else:
            page = self._desk.shelves(limit=limit)
            shelves = list(page.items)
            where = {s.story: [self._beginning(s.articles[0])] for s in shelves}
            notes = ["older stories are not shown"] if page.next else []
        stories = [
            StoryFound(
                id=s.story,
                title=s.title,
                reports=len(s.articles),
                outlets=s.outlets,
                begin=s.begin,
                end=s.end,
                contradictions=s.contradictions,
                where=where[s.story],
            )
            for s in shelves
        ]
        return StoriesFound(stories=stories, not_covered=notes)

    def collate_texts(
        self, texts: Annotated[list[Text], Field(min_length=2, max_length=8)], limit: Limit = 20
    ) -> Account:
        """Lay 2 to 8 reports of one event side by side: shared facts first, then every difference. Nothing is kept."""
        articles = [
            Article(
                id=f"text {i}",
                text=t.text,
                outlet=t.outlet or f"text {i}",
                headline=t.headline or None,
                published=t.published or None,
            )
            for i, t in enumerate(texts, start=1)
        ]
        telling = Telling(self._library.collate([], articles))
        facts = telling.facts(telling.collation.facts)
        differences = telling.differences(telling.collation.differences)
        return Account(
            reports=telling.reports,
            facts=[telling.fact(f) for f in facts[:limit]],
            differences=[telling.difference(d) for d in differences[:limit]],
            not_covered=[
                *telling.not_covered(),
                *shortened("facts", limit, len(facts)),
                *shortened("differences", limit, len(differences)),
            ],
        )

    def facts(
        self,
        story: StoryId,
        words: Words = "",
        min_origins: Annotated[int, Field(ge=1, le=100, description="independent origins at least")] = 1,
        limit: Limit = 20,
    ) -> FactsTold:
        """What the reports of a story state, best attested first, with origins and places."""
        telling = Telling(self._library.collation(story))
        wanted = telling.facts(
            f for f in telling.collation.facts if f.independent_origins >= min_origins and about(f.text, words)
        )
        return FactsTold(
            story=self._desk.shelf(story).story,
            title=telling.collation.story.title,
            facts=[telling.fact(f) for f in wanted[:limit]],
            not_covered=[*telling.not_covered(), *shortened("facts", limit, len(wanted))],
        )

    def differences(
        self, story: StoryId, severity: Severity | None = None, kind: DifferenceKind | None = None, limit: Limit = 20
    ) -> DifferencesTold:
        """Where the reports of a story differ, contradictions first; each side with its place and whose statement it is."""
        telling = Telling(self._library.collation(story))
        wanted = telling.differences(
            d for d in telling.collation.differences if severity in (None, d.severity) and kind in (None, d.kind)
        )
        return DifferencesTold(
            story=self._desk.shelf(story).story,
            title=telling.collation.story.title,
            reports=telling.reports,
            differences=[telling.difference(d) for d in wanted[:limit]],
            not_covered=[*telling.not_covered(), *shortened("differences", limit, len(wanted))],
        )

    def who_said(
        self,
        name: Annotated[str, Field(min_length=2, max_length=200, description="a person, organisation or place")],
        words: Words = "",
        story: StoryId = "",
        limit: Limit = 20,
    ) -> StatementsTold:
        """What somebody is reported to have said or written, the latest first, and through whom it came."""
        page = self._desk.people(name, limit=_PEOPLE)
        people = page.items
        found = [s for p in people for s in self._desk.statements(speaker=p.id, story=story or None, limit=500).items]
        wanted = [s for s in found if about(s.text, words)]
        wanted.sort(key=lambda s: s.day or "", reverse=True)
        notes = shortened("statements", limit, len(wanted))
        if len(people) > 1:
            notes.append(
                f"several bear this name: {', '.join(p.name for p in people)}; whether they are one, a reader must judge"
            )
        if page.next:
            notes.append(
                f"more than {_PEOPLE} bear this name; those in most stories were looked at: give more of the name"
            )
        if not people:
            notes.append(f"nobody called {name!r} stands in a story that was laid side by side")
        waiting = sum(s.stale for s in self._desk.shelves(limit=100).items)
        if waiting:
            notes.append(f"{waiting} of the latest stories have reports that were not laid side by side yet")
        return StatementsTold(
            statements=[
                StatementTold(
                    article=s.article,
                    outlet=s.outlet,
                    start=s.start,
                    end=s.end,
                    text=s.text,
                    speaker=s.name,
                    day=s.day,
                    story=s.story,
                    quoted=s.quoted,
                    through=list(s.through),
                )
                for s in wanted[:limit]
            ],
            not_covered=notes,
        )

    def check_claim(
        self,
        claim: Annotated[str, Field(min_length=3, max_length=1000, description="one plain sentence")],
        story: StoryId = "",
    ) -> ClaimChecked:
        """Who states this, from how many independent origins, and who contradicts it. No verdict on its truth."""
        return check(self._library, claim, story)

    def _beginning(self, article: str) -> Place:
        kept = self._desk.article(article).article
        first = kept.text[:160]
        return Place(article=article, outlet=kept.outlet or "", start=0, end=len(first), text=first)
