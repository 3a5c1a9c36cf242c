"""`rashomon judge`: what a person decides about a collation, kept in a file and replayed by `rashomon collate --judgements`."""

from __future__ import annotations

from typing import Annotated, cast, get_args

import typer

from rashomon.app.judgements import add_judgement, read_judgements
from rashomon.collate.judge import Judgement, in_force
from rashomon.errors import RashomonError, UsageError
from rashomon.records.collation import DifferenceKind, Severity

judge_app = typer.Typer(
    help="Merge or split facts, dismiss or re-type differences; undo it. `rashomon collate --ids` shows the ids.",
    no_args_is_help=True,
)

File = Annotated[str, typer.Option("--judgements", metavar="F", help="The file that judgements are kept in.")]
Because = Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, for readers.", show_default=False)]
DEFAULT_FILE = "judgements.jsonl"


@judge_app.command()
def merge(
    facts: Annotated[list[str], typer.Argument(metavar="FACT…", help="Two ids of facts at least.", show_default=False)],
    judgements: File = DEFAULT_FILE,
    because: Because = "",
) -> None:
    """These facts state the same thing: make them one."""
    if len(set(facts)) < 2:
        raise UsageError("merge needs two facts at least")
    _keep(judgements, Judgement(action="merge", targets=tuple(facts), because=because))


@judge_app.command()
def split(
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM…", help="Ids of claims of one fact.", show_default=False)
    ],
    judgements: File = DEFAULT_FILE,
    because: Because = "",
) -> None:
    """These claims do not belong to their fact: set them apart, together."""
    _keep(judgements, Judgement(action="split", targets=tuple(claims), because=because))


@judge_app.command()
def dismiss(
    differences: Annotated[
        list[str], typer.Argument(metavar="DIFFERENCE…", help="Ids of differences.", show_default=False)
    ],
    judgements: File = DEFAULT_FILE,
    because: Because = "",
) -> None:
    """This is no difference: do not show it again."""
    _keep(judgements, Judgement(action="dismiss", targets=tuple(differences), because=because))


@judge_app.command()
def retype(
    difference: Annotated[
        str, typer.Argument(metavar="DIFFERENCE", help="The id of a difference.", show_default=False)
    ],
    kind: Annotated[str | None, typer.Option(metavar="KIND", help=", ".join(get_args(DifferenceKind)))] = None,
    severity: Annotated[str | None, typer.Option(metavar="SEVERITY", help=", ".join(get_args(Severity)))] = None,
    judgements: File = DEFAULT_FILE,
    because: Because = "",
) -> None:
    """This difference is of another kind or weight."""
    if kind is None and severity is None:
        raise UsageError("retype needs --kind or --severity")
    for value, allowed in ((kind, get_args(DifferenceKind)), (severity, get_args(Severity))):
        if value is not None and value not in allowed:
            raise UsageError(f"{value} is none of {', '.join(allowed)}")
    _keep(
        judgements,
        Judgement(
            action="retype",
            targets=(difference,),
            kind=cast(DifferenceKind | None, kind),
            severity=cast(Severity | None, severity),
            because=because,
        ),
    )


@judge_app.command()
def undo(
    ids: Annotated[list[str], typer.Argument(metavar="JUDGEMENT…", help="Ids of judgements.", show_default=False)],
    judgements: File = DEFAULT_FILE,
) -> None:
    """Take judgements back; `rashomon judge list` shows their ids."""
    standing = {j.id for j in in_force(read_judgements(judgements))}
    if unknown := [i for i in ids if i not in standing]:
        raise RashomonError(f"no judgement {', '.join(unknown)} is in force in {judgements}")
    _keep(judgements, Judgement(action="undo", targets=tuple(ids)))


@judge_app.command("list")
def show(judgements: File = DEFAULT_FILE) -> None:
    """The judgements in force, one a line."""
    for j in in_force(read_judgements(judgements)):
        what = " ".join([j.action, *j.targets, *filter(None, (j.kind, j.severity))])
        typer.echo(f"{j.id}  {what}{f'  ({j.because})' if j.because else ''}")


def _keep(path: str, judgement: Judgement) -> None:
    add_judgement(path, judgement)
    typer.echo(f"{judgement.id} kept in {path}")
