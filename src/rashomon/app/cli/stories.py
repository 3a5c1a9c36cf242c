"""`rashomon stories`: which reports belong to one story; the stories of a corpus, and why an article is in its story."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from rashomon.app.cli.about import tell_story
from rashomon.app.cli.corpus import DEFAULT, CorpusFile, open_corpus
from rashomon.app.cli.inputs import Strict, read
from rashomon.app.cli.layout import clean, line
from rashomon.app.cli.output import check_destinations, write_lines
from rashomon.report.json import dumps
from rashomon.report.wording import count

if TYPE_CHECKING:
    from rashomon.app.desk import Desk
    from rashomon.store import Shelf


def stories(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="IN", help="Files or folders of reports; without, the stories of the corpus.", show_default=False
        ),
    ] = None,
    out: Annotated[
        str, typer.Option("--out", metavar="F", help="JSONL, a line an article; - is standard output.")
    ] = "-",
    corpus: CorpusFile = Path(DEFAULT),
    words: Annotated[
        str | None,
        typer.Option("--search", metavar="WORDS", help="Stories of the corpus with these words in the title."),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Stories listed at most.")] = 100,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="ARTICLE", help="Why an article of the corpus is in its story.")
    ] = None,
    about: Annotated[
        str | None,
        typer.Option("--about", metavar="STORY", help="A story of the corpus: its parts, and what became of it."),
    ] = None,
    strict: Strict = False,
) -> None:
    """Group reports by the event they are about, or list the stories of a corpus."""
    if inputs:
        from rashomon.app.assemble import tongues
        from rashomon.stories import group_stories

        check_destinations(out)
        found = group_stories(read(inputs, strict=strict).articles, tongues())
        write_lines(out, (dumps({"id": article, "story": story}) for article, story in found.items()))
        return
    from rashomon.app.desk import Desk

    desk = Desk(open_corpus(corpus))
    if about is not None:
        tell_story(desk, about, Console())
    elif explain is not None:
        _explain(desk, explain, Console())
    else:
        _list(desk, words, limit, Console())


def _list(desk: Desk, words: str | None, limit: int, console: Console) -> None:
    page = desk.shelves(words=words, limit=limit)
    for shelf in page.items:
        line(console, _line(shelf))
    if page.next is not None:
        console.print(Text("… and more: --limit, --search WORDS, or `rashomon search`", style="dim"))
    if not page.items:
        console.print("No story has these words in its title." if words else "No stories yet: rashomon add IN…")


def _line(shelf: Shelf) -> Text:
    reports = f"{len(shelf.articles)} report{'' if len(shelf.articles) == 1 else 's'}"
    hard = f"{count(shelf.contradictions, 'contradiction')}  " if shelf.contradictions else ""
    return Text.assemble(
        (shelf.story, "dim"),
        f"  {shelf.last[:16].replace('T', ' ')}  {reports:>11}  ",
        (hard, "red"),
        (clean(shelf.title), "bold"),
    )


def _explain(desk: Desk, article: str, console: Console) -> None:
    told = desk.explain(article)
    story = desk.shelf(told.kept.story or "")
    console.print(Text.assemble((told.kept.article.headline or article, "bold"), f"  {article}"))
    console.print(Text(f"  is in {story.story}, “{story.title}”: {told.kept.why}"))
    now = told.now
    console.print(Text(f"  as stories stand now: {now.why} (evidence {now.evidence:.2f}, needed {now.needed:.2f})"))
    if now.rival is not None:
        rival = desk.shelf(now.rival.story)
        console.print(Text(f"  next to it: {rival.story}, “{rival.title}” (evidence {now.rival.evidence:.2f})"))
