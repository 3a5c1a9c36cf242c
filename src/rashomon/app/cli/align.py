"""`rashomon align`: whether two short texts report the same event."""

from __future__ import annotations

from typing import Annotated

import typer

from rashomon.app.cli.output import write_lines
from rashomon.report.json import dumps


def align(
    pairs: Annotated[
        str, typer.Argument(metavar="PAIRS", help='JSONL: {"pair", "a": {"text", …}, "b": {"text", …}} a line.')
    ],
    out: Annotated[str, typer.Option("--out", metavar="F", help="JSONL, a line a pair; - is standard output.")] = "-",
) -> None:
    """Say of each pair of short texts whether they report the same event, another one, or contradict each other."""
    from rashomon.app import align_pairs

    write_lines(out, (dumps(found) for found in align_pairs.align_file(pairs)))
