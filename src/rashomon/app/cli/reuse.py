"""`rashomon reuse`: which articles are copies of one text, whom they credit, and which passages they took from where."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.app.cli.inputs import Inputs, Strict, read
from rashomon.app.cli.output import check_destinations, write_lines
from rashomon.origins import find_reuse
from rashomon.report.json import dumps
from rashomon.report.reuse import reuse_json


def reuse(
    inputs: Inputs,
    out: Annotated[
        str, typer.Option("--out", metavar="F", help="JSONL, a line an article; - is standard output.")
    ] = "-",
    strict: Strict = False,
) -> None:
    """Find copies, credits and copied passages among many reports."""
    check_destinations(out)
    write_lines(out, (dumps(reuse_json(r)) for r in find_reuse(read(inputs, strict=strict).articles)))
