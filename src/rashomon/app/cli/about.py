"""How a story stands: its reports by sub-event, and what became of it as it grew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from rashomon.app.cli.layout import clean, line, rows
from rashomon.errors import UsageError
from rashomon.report.wording import count, label

if TYPE_CHECKING:
    from rashomon.app.desk import Desk
    from rashomon.store import Happened

_KIND_WIDTH = 10


def tell_story(desk: Desk, story: str, console: Console) -> None:
    """Its sub-events with their reports, and its history."""
    shelf = desk.shelf(story)
    days = f", {shelf.begin} to {shelf.end}" if shelf.begin and shelf.begin != shelf.end else f", {shelf.begin or ''}"
    head = f"  {shelf.story}  {count(len(shelf.articles), 'report')}{days.rstrip(', ')}"
    console.print(Text.assemble((clean(shelf.title), "bold"), (head, "dim")))
    chapters = desk.chapters(shelf.story) or (shelf.articles,)
    for number, chapter in enumerate(chapters, start=1):
        if len(chapters) > 1:
            console.print(Text(f"\nPart {number}", "bold underline"))
        for article in chapter:
            line(console, _report(desk, article))
    history = desk.history(shelf.story)
    if history:
        console.print(Text("\nWhat became of it", "bold underline"))
        rows(console, history_rows(desk, shelf.story, history), _KIND_WIDTH)


def history_rows(desk: Desk, story: str, history: Iterable[Happened]) -> list[tuple[str, Text]]:
    """A row for each thing that became of a story, as seen from it."""
    return [(label("story", h.kind), _happened(desk, story, h)) for h in history]


def history_json(h: Happened) -> dict[str, object]:
    """What became of a story for other programs: `articles` are in the story `now` since, and were in `other` before."""
    return {"kind": h.kind, "at": h.at, "now": h.story, "other": h.other, "articles": h.articles, "because": h.because}


def _report(desk: Desk, article: str) -> Text:
    kept = desk.article(article)
    day, outlet = kept.day or kept.added[:10], kept.article.outlet or ""
    return Text.assemble(
        (f"  {day}", "dim"),
        (f"  {clean(outlet)}", "italic"),
        f"  {clean(kept.article.headline or article)}",
        (f"  {article}", "dim"),
    )


def _happened(desk: Desk, story: str, h: Happened) -> Text:
    reports = count(len(h.articles), "report")
    if h.story == story:
        what = f"{reports} came from {_named(desk, h.other)}" if h.other else reports
        if h.kind == "split":
            what = f"{reports} left {_named(desk, h.other)} and are this story"
    else:
        what = f"{reports} went to {_named(desk, h.story)}"
    because = f": {clean(h.because)}" if h.because else ""
    return Text.assemble((h.at[:16].replace("T", " "), "dim"), f"  {what}{because}")


def _named(desk: Desk, story: str) -> str:
    """A story with its title; by its id alone when it is no more."""
    try:
        shelf = desk.shelf(story)
    except UsageError:
        return story
    return f"“{clean(shelf.title)}” ({story})" if shelf.story == story else story
