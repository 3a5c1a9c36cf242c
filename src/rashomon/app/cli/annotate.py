"""`rashomon annotate`: what is read off each report by itself."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.app.cli.inputs import Inputs, Strict, read
from rashomon.app.cli.output import check_destinations, write_lines
from rashomon.app.cli.progress import tracked
from rashomon.report.json import annotation_json, dumps


def annotate(
    inputs: Inputs,
    out: Annotated[
        str, typer.Option("--out", metavar="F", help="JSONL, a line an article; - is standard output.")
    ] = "-",
    strict: Strict = False,
) -> None:
    """Read each report by itself: parts, names, times, quantities, quotes, attributions."""
    from rashomon.app import assemble

    check_destinations(out)
    articles = read(inputs, strict=strict).articles
    found = tracked(assemble.annotate_articles(articles), len(articles), "Reading")
    write_lines(out, (dumps(annotation_json(a)) for a in found))
