"""Commands on a corpus: init, show, search, doctor."""

from __future__ import annotations

from pathlib import Path
from shutil import disk_usage
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon import __version__
from rashomon.app.cli.output import check_destinations
from rashomon.app.cli.rendered import write_rendered
from rashomon.report.terminal import print_summary
from rashomon.report.wording import count

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


def show(
    story: Annotated[str, typer.Argument(metavar="STORY", help="A story's id or the beginning of it.")],
    corpus: CorpusFile = Path(DEFAULT),
    json_to: Annotated[str | None, typer.Option("--json", metavar="F", help="The collation as JSON.")] = None,
    html_to: Annotated[str | None, typer.Option("--html", metavar="F", help="A self-contained page.")] = None,
    markdown_to: Annotated[str | None, typer.Option("--markdown", metavar="F", help="The same as Markdown.")] = None,
    ids: Annotated[
        bool, typer.Option("--ids", help="Show by what ids `rashomon judge` knows facts, claims and differences.")
    ] = False,
) -> None:
    """Lay the reports of one story side by side."""
    from rashomon.app.desk import Desk

    check_destinations(json_to, html_to, markdown_to)
    collation = Desk(open_corpus(corpus)).collation(story)
    written = write_rendered(collation, json_to=json_to, html_to=html_to, markdown_to=markdown_to)
    if not written:
        print_summary(collation, Console(), ids=ids)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD", help='All of them; "quoted words" stand together.')],
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
    held = opened.holding()
    unread = sum(1 for _ in opened.unannotated(Desk(opened).key))
    table = Table(box=None, show_header=False)
    for name, value in (
        ("rashomon", f"{__version__}, tables of version {held.version}"),
        (
            "file",
            f"{corpus}, {_size(_bytes(corpus))}; {_size(disk_usage(corpus.absolute().parent).free)} free on its disk",
        ),
        ("reports", f"{held.articles:,}, {held.articles - unread:,} of them read"),
        ("revised", f"{count(held.revised, 'page')} in several versions"),
        ("rejected", count(held.rejects, "input")),
        ("stories", f"{held.stories:,}; {held.placed:,} reports are in one"),
        ("collations", f"{held.collated:,} of stories as they stand now"),
        ("judgements", f"{held.judgements:,} in force"),
        ("what was read", _size(held.annotation_bytes)),
        ("what was collated", _size(held.collation_bytes)),
    ):
        table.add_row(name, value)
    Console().print(table)
    problems = opened.problems()
    for p in problems:
        typer.echo(f"rashomon: {corpus}: {p}", err=True)
    typer.echo(
        "sound" if not problems else f"{len(problems)} problems: restore the file from a copy, or add its inputs anew"
    )
    if problems:
        raise typer.Exit(1)


def _bytes(path: Path) -> int:
    """The file with what SQLite keeps beside it."""
    return sum(p.stat().st_size for p in path.parent.glob(path.name + "*"))


def _size(size: float) -> str:
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            break
        size /= 1000
    return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
