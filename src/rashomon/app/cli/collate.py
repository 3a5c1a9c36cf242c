"""`rashomon collate`: reports of one event laid side by side."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated

import typer
from rich.console import Console

from rashomon.app.cli.exports import destination, files_among, write_export
from rashomon.app.cli.inputs import Inputs, Strict, read, tell
from rashomon.app.cli.output import check_destinations, write_text
from rashomon.app.cli.rendered import write_rendered
from rashomon.app.judgements import read_judgements
from rashomon.errors import UsageError
from rashomon.report.stemma_exports import STEMMA_FORMATS, export_stemma
from rashomon.report.terminal import print_summary


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
    stemma_to: Annotated[
        str | None,
        typer.Option("--stemma", metavar="F", help="Who relies on whom, as F.graphml, .dot, .jsonld (PROV-O) or .svg."),
    ] = None,
    exports: Annotated[
        list[str] | None,
        typer.Option(
            "--export", metavar="FORMAT=F", help="Another format (`rashomon formats` lists them); may be repeated."
        ),
    ] = None,
    judgements: Annotated[
        str | None, typer.Option("--judgements", metavar="F", help="What people decided before; see `rashomon judge`.")
    ] = None,
    ids: Annotated[
        bool,
        typer.Option(
            "--ids", help="Show in the summary by what ids `rashomon judge` knows facts, claims and differences."
        ),
    ] = False,
    strict: Strict = False,
) -> None:
    """Lay reports of one event side by side: facts, differences, who said what, who relies on whom.

    Prints a summary unless told to write files.
    """
    from rashomon.app import assemble

    if stemma_to and PurePath(stemma_to).suffix not in STEMMA_FORMATS:
        raise UsageError(f"cannot write {stemma_to}: a stemma is written as {', '.join(STEMMA_FORMATS)}")
    wanted = [destination(e) for e in exports or ()]
    check_destinations(json_to, html_to, markdown_to, stemma_to, *files_among(wanted))
    judged = read_judgements(judgements) if judgements else ()
    ingested = read(inputs, strict=strict)
    collation = assemble.collate_inputs(ingested, judged)
    tell(r for r in collation.rejects if r not in ingested.rejects)
    written = write_rendered(collation, json_to=json_to, html_to=html_to, markdown_to=markdown_to)
    if stemma_to:
        write_text(stemma_to, export_stemma(collation, PurePath(stemma_to).suffix))
    for name, to in wanted:
        write_export(collation, name, to)
    if not (written or stemma_to or wanted):
        print_summary(collation, Console(), ids=ids)
        return
    for note in collation.notes:
        typer.echo(f"rashomon: {note}", err=True)
