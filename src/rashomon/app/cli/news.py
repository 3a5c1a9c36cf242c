"""`rashomon since` and `rashomon news`: what is new in the stories of a corpus."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rashomon.app.cli.corpus import DEFAULT, CorpusFile, open_corpus
from rashomon.errors import UsageError

OfStory = Annotated[str | None, typer.Option("--story", metavar="STORY", help="Only this story.")]


def since(
    when: Annotated[str, typer.Argument(metavar="WHEN", help="2026-03-12, 2026-03-12T08:00, or an age: 90m, 6h, 2d.")],
    story: OfStory = None,
    corpus: CorpusFile = Path(DEFAULT),
) -> None:
    """What is new since a moment: facts, confirmations, changed numbers, differences, expected events, silent revisions."""
    _tell(corpus, moment_of(when, datetime.now(UTC)), story)


def news(
    story: OfStory = None,
    keep: Annotated[bool, typer.Option("--keep", help="Tell the same again next time.")] = False,
    corpus: CorpusFile = Path(DEFAULT),
) -> None:
    """What is new since this was last asked; the first time, all of the last day."""
    opened = open_corpus(corpus)
    now = datetime.now(UTC)
    asked = opened.asked_for_news()
    _tell(corpus, moment_of("1d", now) if asked is None else _written(asked), story)
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


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _tell(corpus: Path, moment: str, story: str | None) -> None:
    from rashomon.app.desk import Desk

    desk, console, found = Desk(open_corpus(corpus)), Console(), 0
    for name in [story] if story else desk.stories_since(moment):
        items = desk.news(name, moment)
        found += len(items)
        if items:
            console.print(Text.assemble((desk.shelf(name).title, "bold"), f"  {name}"))
        for item in items:
            console.print(Text(f"  {item.kind:<10} {item.text}"))
    if not found:
        console.print(f"Nothing new since {moment}.")
