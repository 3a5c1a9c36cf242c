"""`rashomon judge`: what a person decides, kept in a file for `rashomon collate --judgements`, or in a corpus with its story."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from rashomon.app.binding import judged_in
from rashomon.app.judgements import add_judgement, read_judgements
from rashomon.collate.judge import Judgement, in_force
from rashomon.errors import UsageError
from rashomon.records.collation import DifferenceKind, Severity

if TYPE_CHECKING:
    from rashomon.app.desk import Desk

judge_app = typer.Typer(
    help="Merge or split facts, dismiss or re-type differences; undo it. `rashomon collate --ids` and `rashomon show --ids` show the ids. "
    "With --story a judgement is kept in the corpus and holds for that story as it grows.",
    no_args_is_help=True,
)

DEFAULT_FILE = "judgements.jsonl"
File = Annotated[
    str | None,
    typer.Option(
        "--judgements",
        metavar="F",
        help=f"The file that judgements are kept in. [default: {DEFAULT_FILE}]",
        show_default=False,
    ),
]
Of = Annotated[
    str | None,
    typer.Option(
        "--of",
        metavar="C",
        help="The collation that the ids are from, as `rashomon collate --json C` wrote it: they are looked up there, and the judgement "
        "holds when reports are added.",
        show_default=False,
    ),
]
Because = Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, for readers.", show_default=False)]
Story = Annotated[str | None, typer.Option("--story", metavar="STORY", help="A story of the corpus instead of a file.")]
InCorpus = Annotated[
    Path | None,
    typer.Option("--corpus", metavar="F", envvar="RASHOMON_CORPUS", help="The corpus; see `rashomon init`."),
]


@judge_app.command()
def merge(
    facts: Annotated[list[str], typer.Argument(metavar="FACT", help="Two ids of facts at least.", show_default=False)],
    judgements: File = None,
    of: Of = None,
    story: Story = None,
    corpus: InCorpus = None,
    because: Because = "",
) -> None:
    """These facts state the same thing: make them one."""
    if len(set(facts)) < 2:
        raise UsageError("merge needs two facts at least")
    _keep(Judgement(action="merge", targets=tuple(facts), because=because), judgements, of, story, corpus)


@judge_app.command()
def split(
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM", help="Ids of claims of one fact.", show_default=False)
    ],
    judgements: File = None,
    of: Of = None,
    story: Story = None,
    corpus: InCorpus = None,
    because: Because = "",
) -> None:
    """These claims do not belong to their fact: set them apart, together."""
    _keep(Judgement(action="split", targets=tuple(claims), because=because), judgements, of, story, corpus)


@judge_app.command()
def dismiss(
    differences: Annotated[
        list[str], typer.Argument(metavar="DIFFERENCE", help="Ids of differences.", show_default=False)
    ],
    judgements: File = None,
    of: Of = None,
    story: Story = None,
    corpus: InCorpus = None,
    because: Because = "",
) -> None:
    """This is no difference: do not show it again."""
    _keep(Judgement(action="dismiss", targets=tuple(differences), because=because), judgements, of, story, corpus)


@judge_app.command()
def retype(
    difference: Annotated[
        str, typer.Argument(metavar="DIFFERENCE", help="The id of a difference.", show_default=False)
    ],
    kind: Annotated[str | None, typer.Option(metavar="KIND", help=", ".join(get_args(DifferenceKind)))] = None,
    severity: Annotated[str | None, typer.Option(metavar="SEVERITY", help=", ".join(get_args(Severity)))] = None,
    judgements: File = None,
    of: Of = None,
    story: Story = None,
    corpus: InCorpus = None,
    because: Because = "",
) -> None:
    """This difference is of another kind or weight."""
    if kind is None and severity is None:
        raise UsageError("retype needs --kind or --severity")
    for value, allowed in ((kind, get_args(DifferenceKind)), (severity, get_args(Severity))):
        if value is not None and value not in allowed:
            raise UsageError(f"{value} is none of {', '.join(allowed)}")
    judgement = Judgement(
        action="retype",
        targets=(difference,),
        kind=cast(DifferenceKind | None, kind),
        severity=cast(Severity | None, severity),
        because=because,
    )
    _keep(judgement, judgements, of, story, corpus)


@judge_app.command("merge-stories")
def merge_stories(
    stories: Annotated[
        list[str], typer.Argument(metavar="STORY", help="Two at least; the first keeps its id.", show_default=False)
    ],
    corpus: InCorpus = None,
    because: Because = "",
) -> None:
    """These stories of the corpus are one."""
    typer.echo(f"{_desk(corpus).merge_stories(stories, because).id} kept")


@judge_app.command("split-story")
def split_story(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", help="Ids of articles of one story.", show_default=False)
    ],
    corpus: InCorpus = None,
    because: Because = "",
) -> None:
    """These articles are a story of their own."""
    typer.echo(f"{_desk(corpus).split_story(articles, because).id} kept")


@judge_app.command()
def move(
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE", help="Ids of articles.", show_default=False)],
    to: Annotated[str, typer.Option("--to", metavar="STORY", help="The story where they belong.", show_default=False)],
    corpus: InCorpus = None,
    because: Because = "",
) -> None:
    """These articles belong in another story."""
    typer.echo(f"{_desk(corpus).move_articles(articles, to, because).id} kept")


@judge_app.command()
def undo(
    ids: Annotated[list[str], typer.Argument(metavar="JUDGEMENT", help="Ids of judgements.", show_default=False)],
    judgements: File = None,
    corpus: InCorpus = None,
) -> None:
    """Take judgements back; `rashomon judge list` shows their ids."""
    if corpus is not None and judgements is None:
        desk = _desk(corpus)
        _check(ids, {d.id for d in desk.decisions()}, "the corpus")
        for one in ids:
            desk.undo(one)
    else:
        path = judgements or DEFAULT_FILE
        _check(ids, {j.id for j in in_force(read_judgements(path))}, path)
        add_judgement(path, Judgement(action="undo", targets=tuple(ids)))
    for one in ids:
        typer.echo(f"{one} taken back")


@judge_app.command("list")
def show(judgements: File = None, story: Story = None, corpus: InCorpus = None) -> None:
    """The judgements in force, one a line."""
    if story is not None or (corpus is not None and judgements is None):
        for d in _desk(corpus).decisions(story):
            typer.echo(f"{d.id}  {d.added}  {d.summary}")
        return
    for j in in_force(read_judgements(judgements or DEFAULT_FILE)):
        what = " ".join([j.action, *j.targets, *filter(None, (j.kind, j.severity))])
        typer.echo(f"{j.id}  {what}{f'  ({j.because})' if j.because else ''}")


def _check(ids: list[str], standing: set[str], where: str) -> None:
    if unknown := [i for i in ids if i not in standing]:
        raise UsageError(
            f"no judgement {', '.join(unknown)} is in force in {where}: `rashomon judge list` shows those that are"
        )


def _keep(judgement: Judgement, path: str | None, of: str | None, story: str | None, corpus: Path | None) -> None:
    """In a corpus where a story is named, else in a file; a corpus may be named by the environment alone."""
    if story is not None:
        if path is not None or of is not None:
            raise UsageError("--story keeps the judgement in the corpus: leave out --judgements and --of")
        typer.echo(f"{_desk(corpus).judge(story, judgement).id} kept")
        return
    if corpus is not None and path is None:
        raise UsageError("say which story of the corpus: --story STORY (`rashomon stories` lists them)")
    path = path or DEFAULT_FILE
    if of is not None:
        judgement = judged_in(of).bind(judgement)
    add_judgement(path, judgement)
    typer.echo(f"{judgement.id} kept in {path}")
    if of is None:
        typer.echo(
            "rashomon: not looked up: --of C.json, as `rashomon collate --json` wrote it, tells whether there is such an id and makes "
            "the judgement hold as reports come",
            err=True,
        )


def _desk(corpus: Path | None) -> Desk:
    from rashomon.app.cli.corpus import DEFAULT, open_corpus
    from rashomon.app.desk import Desk

    return Desk(open_corpus(corpus or Path(DEFAULT)))
