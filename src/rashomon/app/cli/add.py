"""`rashomon add`: reports taken into a corpus, once or for as long as they come."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from rashomon.app.cli.corpus import DEFAULT, CorpusFile, open_corpus
from rashomon.app.cli.inputs import tell
from rashomon.app.cli.progress import counted
from rashomon.errors import UsageError
from rashomon.runners import ProcessRunner, Runner, SerialRunner

if TYPE_CHECKING:
    from rashomon.app.desk import Desk, Report

RunnerName = Literal["serial", "processes", "ray"]


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="IN", help="Files, folders, addresses of pages and feeds; - is standard input.", show_default=False
        ),
    ],
    corpus: CorpusFile = Path(DEFAULT),
    runner: Annotated[
        RunnerName | None, typer.Option(help="What reads: this process, several, or a Ray cluster.")
    ] = None,
    workers: Annotated[int, typer.Option(min=0, help="Processes that read; 0 is one for each core.")] = 1,
    address: Annotated[
        str | None, typer.Option(metavar="A", help="Of a Ray cluster that runs already; without, one here.")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Go on: add what comes, until interrupted.")] = False,
    every: Annotated[float, typer.Option(min=1, metavar="SECONDS", help="How often --watch looks.")] = 30.0,
    follow: Annotated[
        bool, typer.Option("--follow", help="Fetch the pages that a feed only tells the beginning of.")
    ] = False,
    collate: Annotated[bool, typer.Option("--collate", help="Collate the stories that have changed, too.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first input that cannot be used.")] = False,
) -> None:
    """Add reports to a corpus and read them. Interrupted, the same command goes on where it was."""
    if watch and "-" in inputs:
        raise UsageError("standard input cannot be watched: name files, folders or addresses")
    reader = _runner(runner, workers, address)
    try:
        with counted() as bars:
            desk = _desk(corpus, reader, follow)
            if watch:
                reports = desk.watch(inputs, every=every, progress=bars.advance)
            else:
                reports = iter((desk.add(inputs, strict=strict, progress=bars.advance),))
            got = False
            for report in reports:
                with bars.aside():
                    _told(report)
                got = bool(report.new or report.known)
                if collate:
                    rejects = desk.collate_changed(progress=bars.advance)
                    with bars.aside():
                        tell(rejects)
    except KeyboardInterrupt:
        typer.echo("rashomon: interrupted: what was added is kept; the same command goes on", err=True)
        raise typer.Exit(0 if watch else 130) from None
    finally:
        reader.close()
    if not got:
        raise typer.Exit(1)


def _desk(corpus: Path, runner: Runner, follow: bool) -> Desk:
    from rashomon.app.desk import Desk

    policy = None
    if follow:
        from rashomon.ingest.fetch import Policy

        policy = Policy(follow=True)
    return Desk(open_corpus(corpus), runner, policy=policy)


def _told(report: Report) -> None:
    tell(report.rejects)
    typer.echo(f"{report.new} new, {report.known} known already, {len(report.rejects)} rejected")


def _runner(name: RunnerName | None, workers: int, address: str | None) -> Runner:
    name = name or ("ray" if address else "serial" if workers == 1 else "processes")
    if address and name != "ray":
        raise UsageError("--address is for --runner ray")
    if name == "serial":
        return SerialRunner()
    if name == "processes":
        return ProcessRunner((workers if workers > 1 else 0) or os.cpu_count())
    from rashomon.runners.ray import RayRunner

    return RayRunner(address, workers=workers if workers > 1 and not address else None)
