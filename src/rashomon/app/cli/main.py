"""`rashomon`: one event, many accounts."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import Console

from rashomon import __version__
from rashomon.app.cli import corpus
from rashomon.app.cli.judge import judge_app
from rashomon.app.cli.output import write_lines, write_text
from rashomon.app.cli.reuse import reuse
from rashomon.app.judgements import read_judgements
from rashomon.errors import RashomonError
from rashomon.report.html import render_html
from rashomon.report.json import annotation_json, collation_json, dumps
from rashomon.report.markdown import render_markdown
from rashomon.report.terminal import print_summary

app = typer.Typer(
    help="One event, many accounts: lay reports of one event side by side.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(judge_app, name="judge")
app.command()(reuse)
for command in (corpus.init, corpus.add, corpus.show, corpus.since, corpus.search, corpus.doctor):
    app.command(rich_help_panel="A corpus that grows")(command)

Inputs = Annotated[
    list[str], typer.Argument(metavar="IN…", help="Files or folders of .txt, .md, .jsonl.", show_default=False)
]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first input that cannot be used.")]


@app.callback()
def _root() -> None:
    pass


@app.command()
def annotate(
    inputs: Inputs,
    out: Annotated[
        str, typer.Option("--out", metavar="F", help="JSONL, a line an article; - is standard output.")
    ] = "-",
    strict: Strict = False,
) -> None:
    """Read each report by itself: parts, names, times, quantities, quotes, attributions."""
    from rashomon.app import assemble

    ingested = assemble.ingest(inputs, strict=strict)
    for r in ingested.rejects:
        typer.echo(f"rashomon: {r.input}: {r.reason}", err=True)
    write_lines(out, (dumps(annotation_json(a)) for a in assemble.annotate_articles(ingested.articles)))


@app.command()
def collate(
    inputs: Inputs,
    json_to: Annotated[
        str | None, typer.Option("--json", metavar="F", help="The whole collation as JSON; - is standard output.")
    ] = None,
    html_to: Annotated[
        str | None, typer.Option("--html", metavar="F", help="A self-contained page to read it in.")
    ] = None,
    markdown_to: Annotated[
        str | None, typer.Option("--markdown", metavar="F", help="The same as Markdown; - is standard output.")
    ] = None,
    judgements: Annotated[
        str | None, typer.Option("--judgements", metavar="F", help="What people decided before; see `rashomon judge`.")
    ] = None,
    strict: Strict = False,
) -> None:
    """Lay reports of one event side by side: facts, differences, who said what, who relies on whom.

    Prints a summary unless told to write files.
    """
    from rashomon.app import assemble

    ingested = assemble.ingest(inputs, strict=strict)
    for r in ingested.rejects:
        typer.echo(f"rashomon: {r.input}: {r.reason}", err=True)
    collation = assemble.collate_inputs(ingested, read_judgements(judgements) if judgements else ())
    if json_to:
        write_text(json_to, dumps(collation_json(collation, __version__)) + "\n")
    if html_to:
        write_text(html_to, render_html(collation, __version__))
    if markdown_to:
        write_text(markdown_to, render_markdown(collation))
    if not (json_to or html_to or markdown_to):
        print_summary(collation, Console())


def main() -> None:
    """The command, with one clear line instead of a traceback for what the user can mend."""
    try:
        app()
    except RashomonError as e:
        typer.echo(f"rashomon: {e}", err=True)
        sys.exit(1)
