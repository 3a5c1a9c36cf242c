"""One report alone: its text in full, and, for a permalink to a span, the characters meant."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from rashomon.app.web.pages.render import PageRoute, show
from rashomon.app.web.site import keep, site_of
from rashomon.records import Article

router = APIRouter(include_in_schema=False, route_class=PageRoute, dependencies=[Depends(keep)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Characters of one line that play one part; `lit` are those that the address names."""

    text: str
    lit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A line that is not blank, with the part of the report that it begins in. `begins`: what is lit begins in it."""

    part: str
    stretches: tuple[Stretch, ...]
    begins: bool


@router.get("/article")
def article(request: Request, id: str, start: int = 0, end: int = 0) -> Response:
    """A report; `start` and `end` are code points of its text, end not included."""
    desk = site_of(request).desk
    kept = desk.article(id)
    text = kept.article.text
    shown = {
        "kept": kept,
        "article": kept.article,
        "lines": text_lines(kept.article, max(0, start), min(end, len(text))),
        "span": (start, end) if end > start else None,
        "title": desk.shelf(kept.story).title if kept.story else "",
    }
    return show(request, "article.html", shown)


def text_lines(article: Article, start: int, end: int) -> tuple[TextLine, ...]:
    """The lines of a report's text, cut where the characters from `start` to `end` begin and end."""
    lines, at = [], 0
    for raw in article.text.split("\n"):
        if raw.strip():
            part = next((p.kind for p in article.parts if p.span.start <= at < p.span.end), "body")
            a, b = (min(max(0, edge - at), len(raw)) for edge in (start, end))
            cut = ((raw[:a], False), (raw[a:b], True), (raw[b:], False))
            stretches = tuple(Stretch(text=t, lit=lit) for t, lit in cut if t)
            lines.append(TextLine(part=part, stretches=stretches, begins=at <= start < at + len(raw) and start < end))
        at += len(raw) + 1
    return tuple(lines)
