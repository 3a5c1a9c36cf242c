"""What commands take in: files and folders, with a line on standard error for each that cannot be used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.records import Reject

if TYPE_CHECKING:
    from rashomon.ingest import Ingested

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="IN",
        help="Files, folders or addresses of reports (text, pages, PDF, feeds, archives …); - is standard input.",
        show_default=False,
    ),
]
_TOLD = 50
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first input that cannot be used.")]


def read(inputs: Sequence[str], *, strict: bool) -> Ingested:
    """The articles; exit code 1 where there is none."""
    from rashomon.app import assemble

    ingested = assemble.ingest(inputs, strict=strict)
    tell(ingested.rejects)
    if not ingested.articles:
        raise typer.Exit(1)
    return ingested


def tell(rejects: Iterable[Reject]) -> None:
    """One line for each input that could not be used; of very many the first and their number."""
    told = list(rejects)
    for r in told[:_TOLD]:
        typer.echo(f"rashomon: {_one_line(r.input)}: {_one_line(r.reason)}", err=True)
    if len(told) > _TOLD:
        typer.echo(f"rashomon: {len(told) - _TOLD} more inputs could not be used", err=True)


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in text)
