"""Commands on a corpus: init, add, show, since, search, doctor."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from rashomon import __version__
from rashomon.app.cli.output import write_text
from rashomon.errors import UsageError
from rashomon.report.html import render_html
from rashomon.report.json import collation_json, dumps
from rashomon.report.markdown import render_markdown
from rashomon.report.terminal import print_summary
from rashomon.runners import ProcessRunner, Runner, SerialRunner

if TYPE_CHECKING:
    from rashomon.store import Corpus

DEFAULT = "corpus.sqlite"
CorpusFile = Annotated[
    Path, typer.Option("--corpus", metavar="F", envvar="RASHOMON_CORPUS", help="The corpus: one SQLite file.")
]


def open_corpus(corpus: Path) -> Corpus:
    """The corpus in a file. The store is loaded here: that takes a moment, and most commands need none."""
    from rashomon.store import Corpus

    return Corpus.open(corpus)


def init(corpus: Annotated[Path, typer.Argument(metavar="F", help="The file to make.")] = Path(DEFAULT)) -> None:
    """Make a corpus: one file that keeps reports, stories and all that was read off them."""
    from rashomon.store import Corpus

    Corpus.create(corpus).close()
    typer.echo(f"{corpus} is ready: rashomon add IN… --corpus {corpus}", err=True)


def add(
    inputs: Annotated[
        list[str], typer.Argument(metavar="IN…", help="Files or folders of reports.", show_default=False)
    ],
    corpus: CorpusFile = Path(DEFAULT),
    workers: Annotated[int, typer.Option(min=0, help="Processes that read; 0 is one for each core.")] = 1,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first input that cannot be used.")] = False,
) -> None:
    """Add reports to a corpus and read them. Interrupted, the same command goes on where it was."""
    from rashomon.app.desk import Desk

    runner: Runner = SerialRunner() if workers == 1 else ProcessRunner(workers or os.cpu_count())
    with _progress() as progress:
        report = Desk(open_corpus(corpus), runner).add(inputs, strict=strict, progress=progress)
    runner.close()
    for r in report.rejects:
        typer.echo(f"rashomon: {r.input}: {r.reason}", err=True)
    typer.echo(f"{report.new} new, {report.known} known already, {len(report.rejects)} rejected")
    if not (report.new or report.known):
        raise typer.Exit(1)


def show(
    story: Annotated[str, typer.Argument(metavar="STORY", help="A story's id or the beginning of it.")],
    corpus: CorpusFile = Path(DEFAULT),
    json_to: Annotated[str | None, typer.Option("--json", metavar="F", help="The collation as JSON.")] = None,
    html_to: Annotated[str | None, typer.Option("--html", metavar="F", help="A self-contained page.")] = None,
    markdown_to: Annotated[str | None, typer.Option("--markdown", metavar="F", help="The same as Markdown.")] = None,
) -> None:
    """Lay the reports of one story side by side."""
    from rashomon.app.desk import Desk

    collation = Desk(open_corpus(corpus)).collation(story)
    if json_to:
        write_text(json_to, dumps(collation_json(collation, __version__)) + "\n")
    if html_to:
        write_text(html_to, render_html(collation, __version__))
    if markdown_to:
        write_text(markdown_to, render_markdown(collation))
    if not (json_to or html_to or markdown_to):
        print_summary(collation, Console())


def since(
    when: Annotated[str, typer.Argument(metavar="WHEN", help="2026-03-12, 2026-03-12T08:00, or an age: 90m, 6h, 2d.")],
    story: Annotated[str | None, typer.Option("--story", metavar="STORY", help="Only this story.")] = None,
    corpus: CorpusFile = Path(DEFAULT),
) -> None:
    """What is new since a moment: facts, confirmations, changed numbers, differences, expected events, silent revisions."""
    from rashomon.app.desk import Desk

    desk = Desk(open_corpus(corpus))
    moment = moment_of(when, datetime.now(UTC))
    console = Console()
    found = 0
    for name in [story] if story else desk.stories_since(moment):
        items = desk.news(name, moment)
        found += len(items)
        if items:
            console.print(Text(desk.collation(name).story.title or name, style="bold"))
        for item in items:
            console.print(Text(f"  {item.kind:<10} {item.text}"))
    if not found:
        console.print(f"Nothing new since {moment}.")


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS…", help='All of them; "quoted words" stand together.')],
    corpus: CorpusFile = Path(DEFAULT),
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
) -> None:
    """Find reports by their words."""
    hits = open_corpus(corpus).search(" ".join(words), limit=limit)
    console = Console()
    for hit in hits:
        console.print(
            Text.assemble((hit.headline or hit.article, "bold"), f"  {hit.outlet} {hit.published}  {hit.article}")
        )
        console.print(Text("  " + " ".join(hit.around.split())))
    if not hits:
        console.print("No report holds these words.")


def doctor(corpus: CorpusFile = Path(DEFAULT)) -> None:
    """Check a corpus: integrity, versions, what is in it, disk."""
    from rashomon.app.desk import Desk

    opened = open_corpus(corpus)
    table = Table(box=None, show_header=False)
    table.add_row("rashomon", __version__)
    table.add_row("file", f"{corpus} ({_bytes(corpus)})")
    for name, count in opened.counts().items():
        table.add_row("articles in stories" if name == "stories" else name, str(count))
    table.add_row("not read yet", str(sum(1 for _ in opened.unannotated(Desk(opened).key))))
    Console().print(table)
    problems = opened.problems()
    for p in problems:
        typer.echo(f"rashomon: {corpus}: {p}", err=True)
    typer.echo(
        "sound" if not problems else f"{len(problems)} problems: restore the file from a copy, or add its inputs anew"
    )
    if problems:
        raise typer.Exit(1)


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
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None]]:
    """Progress on standard error where that is a terminal; silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    columns = SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:.0f}"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True)) as bars:
        tasks: dict[str, TaskID] = {}

        def advance(what: str, done: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(f"articles {what}", total=None)
            bars.update(tasks[what], completed=done)

        yield advance


def _bytes(path: Path) -> str:
    size = float(sum(p.stat().st_size for p in path.parent.glob(path.name + "*")))
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            break
        size /= 1000
    return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
