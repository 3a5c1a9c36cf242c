"""`rashomon export`: stories of a corpus in the formats that other tools read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.app.cli.corpus import DEFAULT, CorpusFile, open_corpus
from rashomon.app.cli.exports import write_export
from rashomon.app.cli.output import write_lines
from rashomon.app.cli.progress import tracked
from rashomon.errors import RashomonError, UsageError

if TYPE_CHECKING:
    from rashomon.app.desk import Desk
    from rashomon.records import Collation

SITE, ARTICLES = "site", "articles"


def export(
    stories: Annotated[
        list[str] | None,
        typer.Argument(metavar="STORY", help="Ids of stories or beginnings of them.", show_default=False),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="All stories of the corpus.")] = False,
    name: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=f"`rashomon formats` lists them; also {SITE} (a static site) and {ARTICLES} (JSONL that `rashomon add` takes).",
        ),
    ] = "json",
    out: Annotated[
        str, typer.Option("--out", metavar="F", help="A file, or a folder for several; - is standard output.")
    ] = "-",
    least: Annotated[
        int, typer.Option(min=1, metavar="N", help="With --all: stories of so many reports at least.")
    ] = 1,
    corpus: CorpusFile = Path(DEFAULT),
) -> None:
    """Give stories to other tools: a file for one story, a folder of files for several."""
    from rashomon.app.desk import Desk
    from rashomon.report.exports import EXPORTS

    if bool(stories) == everything:
        raise UsageError("name the stories to export, or say --all")
    if name not in (*EXPORTS, SITE, ARTICLES):
        raise UsageError(f"no format is called {name!r}; there are {', '.join((*EXPORTS, SITE, ARTICLES))}")
    desk = Desk(open_corpus(corpus))
    wanted = [desk.shelf(s) for s in stories] if stories else [s for s in desk.stories() if len(s.articles) >= least]
    names = [s.story for s in wanted]
    if name == ARTICLES:
        write_lines(out, (line for story in names for line in desk.articles_json(story)))
    elif name == SITE:
        _write_site(desk, names, out)
    elif len(names) == 1 and not everything:
        write_export(desk.collation(names[0]), name, out)
    else:
        suffix = EXPORTS[name].suffix or ""
        folder = _folder(out)
        for story in tracked(names, len(names), "stories"):
            write_export(desk.collation(story), name, str(folder / f"{story}{suffix}"))


def _write_site(desk: Desk, stories: list[str], out: str) -> None:
    from rashomon.report.exports import site_files

    folder = _folder(out)
    for file, content in site_files(_collations(desk, stories)):
        try:
            (folder / file).write_bytes(content)
        except OSError as e:
            raise RashomonError(f"cannot write {folder / file}: {e.strerror or e}") from e


def _collations(desk: Desk, stories: list[str]) -> Iterator[Collation]:
    for story in tracked(stories, len(stories), "stories"):
        yield desk.collation(story)


def _folder(out: str) -> Path:
    """The folder to write into, made if it is not there."""
    if out == "-":
        raise UsageError("several files need a folder: --out FOLDER")
    try:
        Path(out).mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise RashomonError(f"cannot write into {out}: {e.strerror or e}") from e
    return Path(out)
