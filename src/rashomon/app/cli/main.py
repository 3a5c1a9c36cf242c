"""`rashomon`: one event, many accounts."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Annotated

import typer

from rashomon import __version__
from rashomon.app.cli import corpus
from rashomon.app.cli.add import add
from rashomon.app.cli.alerts import alerts
from rashomon.app.cli.align import align
from rashomon.app.cli.annotate import annotate
from rashomon.app.cli.collate import collate
from rashomon.app.cli.export import export
from rashomon.app.cli.exports import formats
from rashomon.app.cli.judge import judge_app
from rashomon.app.cli.ledger import ledger
from rashomon.app.cli.mcp import mcp
from rashomon.app.cli.news import news, since
from rashomon.app.cli.reuse import reuse
from rashomon.app.cli.serve import serve
from rashomon.app.cli.stories import stories
from rashomon.app.cli.token import token_app
from rashomon.app.cli.versions import versions
from rashomon.errors import RashomonError, UsageError

_HELP = (
    "One event, many accounts.\n\n"
    "Give rashomon what several outlets wrote about one event. It lays the accounts side by side: what all say, what only "
    "one says, where they differ, who said it, and who relies on whom. Every item points at the words it rests on. "
    "It works offline.\n\n"
    "  rashomon collate a.txt b.txt c.txt --html report.html"
)

_OF_THE_MACHINE = frozenset({errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
"""Errors of writing that are nobody's bug: the other end of a pipe has gone, a disk is full, or nothing may be written."""

app = typer.Typer(
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(collate)
app.command()(annotate)
app.command()(reuse)
app.command()(align)
app.command()(stories)
app.command()(formats)
app.add_typer(judge_app, name="judge")
app.add_typer(token_app, name="token", rich_help_panel="A corpus that grows")
for command in (
    corpus.init, add, corpus.show, since, news, ledger, versions, corpus.search, export, corpus.doctor, serve, mcp, alerts,
):  # fmt: skip
    app.command(rich_help_panel="A corpus that grows")(command)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    pass


def main() -> None:
    """The command, with one clear line instead of a traceback for what the user can mend."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        try:
            app()
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except UsageError as e:
        typer.echo(f"rashomon: {e}", err=True)
        sys.exit(2)
    except RashomonError as e:
        typer.echo(f"rashomon: {e}", err=True)
        sys.exit(1)
    except OSError as e:
        if e.errno not in _OF_THE_MACHINE:
            raise
        # The reader of our output has had enough ("| head"), or a disk is full: what Python flushes at exit must not complain again.
        if sys.stdout is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(e, BrokenPipeError):
            typer.echo(f"rashomon: cannot write {e.filename or 'to standard output'}: {e.strerror}", err=True)
        sys.exit(1)
