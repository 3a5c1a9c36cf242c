"""`rashomon judge`: what a person decides, kept in a file for `rashomon collate --judgements`, or in a corpus with its story."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from rashomon.app.judgements import add_judgement, read_judgements
from rashomon.collate.judge import Judgement, in_force
from rashomon.errors import RashomonError, UsageError
from rashomon.records.collation import DifferenceKind, Severity

if TYPE_CHECKING:
    from rashomon.app.desk import Desk

judge_app = typer.Typer(
    help="Merge or split facts, dismiss or re-type differences; undo it. `rashomon collate --ids` and `rashomon show --ids` show the ids. "
    "With --story a judgement is kept in the corpus and holds for that story as it grows.",
    no_args_is_help=True,
)

File = Annotated[str, typer.Option("--judgements", metavar="F", help="The file that judgements are kept in.")]
Because = Annotated[str, typer.Option("--because", metavar="TEXT", help="Why, for readers.", show_default=False)]
Story = Annotated[str | None, typer.Option("--story", metavar="STORY", help="A story of the corpus instead of a file.")]
InCorpus = Annotated[
    Path | None,
    typer.Option("--corpus", metavar="F", envvar="RASHOMON_CORPUS", help="The corpus; see `rashomon init`."),
]
DEFAULT_FILE = "judgements.jsonl"


@judge_app.command()
def merge(
    facts: Annotated[list[str], typer.Argument(metavar="FACT", help="Two ids of facts at least.", show_default=False)],
    judgements: File = DEFAULT_FILE,
    story: Story = None,
    corpus: InCorpus = None,
    because: Because = "",
) -> None:
    """These facts state the same thing: make them one."""
    if len(set(facts)) < 2:
        raise UsageError("merge needs two facts at least")
    _keep(Judgement(action="merge", targets=tuple(facts), because=because), judgements, story, corpus)


@judge_app.command()
def split(
    claims: Annotated[
        list[str], typer.Argument(metavar="CLAIM", help="Ids of claims of one fact.", show_default=False)
    ],
    judgements: File = DEFAULT_FILE,
    story: Story = None,
    corpus: InCorpus = None,
    because: Because = "",
) -> None:
    """These claims do not belong to their fact: set them apart, together."""
    _keep(Judgement(action="split", targets=tuple(claims), because=because), judgements, story, corpus)


@judge_app.command()
def dismiss(
    differences: Annotated[
        list[str], typer.Argument(metavar="DIFFERENCE", help="Ids of differences.", show_default=False)
    ],
    judgements: File = DEFAULT_FILE,
    story: Story = None,
    corpus: InCorpus = None,
    because: Because = "",
) -> None:
    """This is no difference: do not show it again."""
    _keep(Judgement(action="dismiss", targets=tuple(differences), because=because), judgements, story, corpus)


@judge_app.command()
def retype(
    difference: Annotated[
        str, typer.Argument(metavar="DIFFERENCE", help="The id of a difference.", show_default=False)
    ],
    kind: Annotated[str | None, typer.Option(metavar="KIND", help=", ".join(get_args(DifferenceKind)))] = None,
    severity: Annotated[str | None, typer.Option(metavar="SEVERITY", help=", ".join(get_args(Severity)))] = None,
    judgements: File = DEFAULT_FILE,
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
    _keep(judgement, judgements, story, corpus)


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
    judgements: File = DEFAULT_FILE,
    corpus: InCorpus = None,
) -> None:
    """Take judgements back; `rashomon judge list` shows their ids."""
    if _means_corpus(corpus, judgements):
        for one in ids:
            _desk(corpus).undo(one)
            typer.echo(f"{one} taken back")
        return
    standing = {j.id for j in in_force(read_judgements(judgements))}
    if unknown := [i for i in ids if i not in standing]:
        raise RashomonError(f"no judgement {', '.join(unknown)} is in force in {judgements}")
    _keep(Judgement(action="undo", targets=tuple(ids)), judgements, None, None)


@judge_app.command("list")
def show(judgements: File = DEFAULT_FILE, story: Story = None, corpus: InCorpus = None) -> None:
    """The judgements in force, one a line."""
    if story is not None or _means_corpus(corpus, judgements):
        for d in _desk(corpus).decisions(story):
            typer.echo(f"{d.id}  {d.added}  {d.summary}")
        return
    for j in in_force(read_judgements(judgements)):
        what = " ".join([j.action, *j.targets, *filter(None, (j.kind, j.severity))])
        typer.echo(f"{j.id}  {what}{f'  ({j.because})' if j.because else ''}")


def _keep(judgement: Judgement, path: str, story: str | None, corpus: Path | None) -> None:
    if story is not None:
        typer.echo(f"{_desk(corpus).judge(story, judgement).id} kept")
        return
    if _means_corpus(corpus, path):
        raise UsageError("say which story of the corpus: --story STORY (`rashomon stories` lists them)")
    add_judgement(path, judgement)
    typer.echo(f"{judgement.id} kept in {path}")


def _means_corpus(corpus: Path | None, judgements: str) -> bool:
    """Whether a corpus is meant that may be named by the environment alone: not where a file of judgements is named."""
    return corpus is not None and judgements == DEFAULT_FILE


def _desk(corpus: Path | None) -> Desk:
    from rashomon.app.cli.corpus import DEFAULT, open_corpus
    from rashomon.app.desk import Desk

    return Desk(open_corpus(corpus or Path(DEFAULT)))
