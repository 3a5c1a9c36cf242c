"""`rashomon align`: whether two short texts report the same event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from rashomon.app.cli.inputs import Strict, tell
from rashomon.app.cli.output import check_destinations, write_lines
from rashomon.report.json import dumps


def align(
    pairs: Annotated[
        str, typer.Argument(metavar="PAIRS", help='JSONL: {"pair", "a": {"text", …}, "b": {"text", …}} a line.')
    ],
    out: Annotated[str, typer.Option("--out", metavar="F", help="JSONL, a line a pair; - is standard output.")] = "-",
    strict: Strict = False,
) -> None:
    """Say of each pair of short texts whether they report the same event, another one, or contradict each other."""
    from rashomon.app.align_pairs import align_file
    from rashomon.records import Reject

    check_destinations(out)
    aligned = 0

    def verdicts() -> Iterator[str]:
        nonlocal aligned
        for found in align_file(pairs, strict=strict):
            if isinstance(found, Reject):
                tell([found])
            else:
                aligned += 1
                yield dumps(found)

    write_lines(out, verdicts())
    if not aligned:
        raise typer.Exit(1)
