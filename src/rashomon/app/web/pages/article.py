"""One report alone: its text in full, and, for a permalink to a span, the characters meant."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.desk import Desk
from rashomon.app.web.pages.render import PageRoute, show
from rashomon.app.web.site import site_of
from rashomon.errors import UsageError
from rashomon.records import Article

router = APIRouter(include_in_schema=False, route_class=PageRoute)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Characters of one line that play one part; `lit` are those that the address names."""

    text: str
    lit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A line that is not blank, with the part of the report that it begins in."""

    part: str
    stretches: tuple[Stretch, ...]


@router.get("/article")
def article(request: Request, id: str, start: int = 0, end: int = 0) -> Response:
    """A report; `start` and `end` are code points of its text, end not included."""
    desk = site_of(request).desk
    found = article_of(desk, id)
    shown = {
        "article": found,
        "lines": text_lines(found, max(0, start), min(end, len(found.text))),
        "span": (start, end) if end > start else None,
        "story": story_of(desk, id),
    }
    return show(request, "article.html", shown)


def article_of(desk: Desk, name: str) -> Article:
    """The article with an id. Raises `UsageError` where there is none."""
    found = next(desk.corpus.articles([name]), None)
    if found is None:
        raise UsageError("the corpus has no such report")
    return found


def story_of(desk: Desk, article: str) -> str | None:
    """The story that an article is in, if it has been put in one."""
    return next((s for s, members in desk.corpus.stories().items() if article in members), None)


def text_lines(article: Article, start: int, end: int) -> tuple[TextLine, ...]:
    """The lines of a report's text, cut where the characters from `start` to `end` begin and end."""
    lines, at = [], 0
    for raw in article.text.split("\n"):
        if raw.strip():
            part = next((p.kind for p in article.parts if p.span.start <= at < p.span.end), "body")
            a, b = (min(max(0, edge - at), len(raw)) for edge in (start, end))
            cut = ((raw[:a], False), (raw[a:b], True), (raw[b:], False))
            lines.append(TextLine(part=part, stretches=tuple(Stretch(text=t, lit=lit) for t, lit in cut if t)))
        at += len(raw) + 1
    return tuple(lines)
