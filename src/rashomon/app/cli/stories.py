"""`rashomon stories`: which reports belong to one story."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rashomon.app.cli.corpus import DEFAULT, CorpusFile, open_corpus
from rashomon.app.cli.inputs import Strict, read
from rashomon.app.cli.output import write_lines
from rashomon.report.json import dumps
from rashomon.stories import group_stories


def stories(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[IN…]", help="Files or folders of reports; without, the stories of the corpus.", show_default=False
        ),
    ] = None,
    out: Annotated[
        str, typer.Option("--out", metavar="F", help="JSONL, a line an article; - is standard output.")
    ] = "-",
    corpus: CorpusFile = Path(DEFAULT),
    strict: Strict = False,
) -> None:
    """Group reports by the event they are about, or list the stories of a corpus."""
    if inputs:
        found = group_stories(read(inputs, strict=strict).articles)
        write_lines(out, (dumps({"id": article, "story": story}) for article, story in found.items()))
        return
    _list(corpus, Console())


def _list(corpus: Path, console: Console) -> None:
    from rashomon.app.desk import Desk

    shelves = Desk(open_corpus(corpus)).stories()
    for s in shelves:
        count = f"{len(s.articles)} report{'' if len(s.articles) == 1 else 's'}"
        console.print(
            Text.assemble((s.story, "dim"), f"  {s.last[:16].replace('T', ' ')}  {count:>11}  ", (s.title, "bold"))
        )
    if not shelves:
        console.print("No stories yet: rashomon add IN…")
