"""`rashomon reuse`: which articles are copies of one text, whom they credit, and which passages they took from where."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.app.cli.output import write_lines
from rashomon.origins import find_reuse
from rashomon.report.json import dumps
from rashomon.report.reuse import reuse_json


def reuse(
    inputs: Annotated[
        list[str], typer.Argument(metavar="IN…", help="Files or folders of .txt, .md, .jsonl.", show_default=False)
    ],
    out: Annotated[
        str, typer.Option("--out", metavar="F", help="JSONL, a line an article; - is standard output.")
    ] = "-",
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first input that cannot be used.")] = False,
) -> None:
    """Find copies, credits and copied passages among many reports."""
    from rashomon.app import assemble

    ingested = assemble.ingest(inputs, strict=strict)
    for r in ingested.rejects:
        typer.echo(f"rashomon: {r.input}: {r.reason}", err=True)
    write_lines(out, (dumps(reuse_json(r)) for r in find_reuse(ingested.articles)))
