"""`rashomon since` and `rashomon news`: what is new in the stories of a corpus."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from rashomon.app.cli.about import history_json, history_rows
from rashomon.app.cli.corpus import DEFAULT, CorpusFile, open_corpus
from rashomon.app.cli.layout import changed, clean, legend, rows
from rashomon.app.cli.output import write_lines
from rashomon.errors import UsageError
from rashomon.records import Collation
from rashomon.report.growth import NewsItem, news_items, news_json
from rashomon.report.json import dumps
from rashomon.report.wording import count, label

if TYPE_CHECKING:
    from rashomon.app.desk import Desk

_FACTS = 8
"""New facts told of a story; the others are counted."""
_CHANGES = 6
"""Changes told of a revision; the others are counted."""
_KIND_WIDTH = 10

OfStory = Annotated[str | None, typer.Option("--story", metavar="STORY", help="Only this story.")]
All = Annotated[bool, typer.Option("--all", help="Every new fact and every change, not only the first.")]
Today = Annotated[
    str | None, typer.Option("--today", metavar="DAY", help="By which day what was expected is overdue: 2026-03-12.")
]
Json = Annotated[str | None, typer.Option("--json", metavar="F", help="JSONL, a line an item, with its places.")]


def since(
    when: Annotated[str, typer.Argument(metavar="WHEN", help="2026-03-12, 2026-03-12T08:00, or an age: 90m, 6h, 2d.")],
    story: OfStory = None,
    all: All = False,
    today: Today = None,
    json_to: Json = None,
    corpus: CorpusFile = Path(DEFAULT),
) -> None:
    """What is new since a moment: facts, confirmations, changed numbers, differences, expected events, silent revisions."""
    _tell(corpus, moment_of(when, datetime.now(UTC)), story, all, day_of(today), json_to)


def news(
    story: OfStory = None,
    keep: Annotated[bool, typer.Option("--keep", help="Tell the same again next time.")] = False,
    all: All = False,
    today: Today = None,
    json_to: Json = None,
    corpus: CorpusFile = Path(DEFAULT),
) -> None:
    """What is new since this was last asked; the first time, all of the last day."""
    opened = open_corpus(corpus)
    now = datetime.now(UTC)
    asked = opened.asked_for_news()
    _tell(corpus, moment_of("1d", now) if asked is None else _written(asked), story, all, day_of(today), json_to)
    if not keep and story is None:
        opened.note_asked_for_news(now)


def moment_of(when: str, now: datetime) -> str:
    """An ISO moment in UTC for a date, a date with time (local clocks are taken as UTC), or an age. Raises `UsageError`."""
    age = re.fullmatch(r"(\d{1,6})([mhdw])", when)
    if age:
        unit = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
        moment = now - int(age[1]) * unit[age[2]]
    else:
        try:
            moment = datetime.fromisoformat(when)
        except ValueError as e:
            raise UsageError(
                f"{when!r} is no moment: give a date (2026-03-12), date and time, or an age (90m, 6h, 2d)"
            ) from e
    return _written(moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment)


def day_of(text: str | None) -> str | None:
    """An ISO date as given; None for none. Raises `UsageError`."""
    try:
        return None if text is None else date.fromisoformat(text).isoformat()
    except ValueError as e:
        raise UsageError(f"{text!r} is no day: give a date like 2026-03-12") from e


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _tell(corpus: Path, moment: str, story: str | None, all: bool, today: str | None, json_to: str | None) -> None:
    from rashomon.app.desk import Desk

    desk, console, found = Desk(open_corpus(corpus)), Console(), False
    lines: list[str] = []
    for name in [story] if story else desk.stories_since(moment):
        collation = desk.collation(name)
        items = news_items(desk.news(name, moment, today), collation)
        became = desk.history(name, moment)
        found = found or bool(items or became)
        if json_to:
            whose = {"story": desk.shelf(name).story}
            lines += (dumps({**whose, **history_json(h)}) for h in became)
            lines += (dumps({**whose, **news_json(n)}) for n in items)
        elif items or became:
            _story(desk, name, moment, items, collation, all, console)
    if json_to:
        write_lines(json_to, lines)
    elif not found:
        console.print(f"Nothing new since {moment}.")


def _story(
    desk: Desk, name: str, moment: str, items: tuple[NewsItem, ...], collation: Collation, all: bool, console: Console
) -> None:
    shelf = desk.shelf(name)
    came = sum(added >= moment for added in desk.corpus.added(shelf.articles).values())
    reports = count(len(shelf.articles), "report")
    new = f"{reports}, {came} of them new" if came < len(shelf.articles) else f"{reports}, new"
    head = f"  {shelf.story}  {new if came else reports}"
    console.print(Text.assemble((clean(shelf.title), "bold"), (head, "dim")))
    rows(console, history_rows(desk, shelf.story, desk.history(shelf.story, moment)), _KIND_WIDTH)
    facts = [i for i in items if i.kind == "fact"]
    shown = [i for i in items if all or i.kind != "fact" or facts.index(i) < _FACTS]
    rows(console, (row for item in shown for row in _rows(item, all)), _KIND_WIDTH)
    if len(shown) < len(items):
        console.print(Text(f"  and {len(items) - len(shown)} more new facts: --all", "dim"))
    console.print(Text("  ").append_text(legend(collation, (s for i in shown for s in i.sigla))))
    console.print()


def _rows(item: NewsItem, all: bool) -> list[tuple[str, Text]]:
    line = Text(clean(item.text))
    if item.note:
        line.append(f" ({clean(item.note)})", "dim")
    if item.difference is None and item.sigla:
        line.append(f"  {' '.join(item.sigla)}", "cyan")
    told = [(label("news", item.kind), line)]
    kept = item.changes if all else item.changes[:_CHANGES]
    told += (("", changed(c)) for c in kept)
    if len(kept) < len(item.changes):
        told.append(("", Text(f"and {len(item.changes) - len(kept)} more changes: --all", "dim")))
    return told
