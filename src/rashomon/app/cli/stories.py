"""`rashomon stories`: which reports belong to one story."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.app.cli.inputs import Inputs, Strict, read
from rashomon.app.cli.output import write_lines
from rashomon.report.json import dumps
from rashomon.stories import group_stories


def stories(
    inputs: Inputs,
    out: Annotated[
        str, typer.Option("--out", metavar="F", help="JSONL, a line an article; - is standard output.")
    ] = "-",
    strict: Strict = False,
) -> None:
    """Group reports by the event they are about."""
    found = group_stories(read(inputs, strict=strict).articles)
    write_lines(out, (dumps({"id": article, "story": story}) for article, story in found.items()))
