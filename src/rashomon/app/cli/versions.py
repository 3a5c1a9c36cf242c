"""`rashomon versions`: pages that were revised, and what was changed in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from rashomon.app.cli.corpus import DEFAULT, CorpusFile, open_corpus
from rashomon.app.cli.layout import changed, clean, line, rows
from rashomon.app.cli.output import write_lines
from rashomon.errors import UsageError
from rashomon.records import Article
from rashomon.records.ledger import Revision
from rashomon.report.growth import change_items, revision_json
from rashomon.report.json import dumps

if TYPE_CHECKING:
    from rashomon.app.desk import Desk

_WHERE_WIDTH = 15


def versions(
    article: Annotated[
        str | None,
        typer.Argument(
            metavar="[ARTICLE]", help="An article's id or its address; without, what was revised.", show_default=False
        ),
    ] = None,
    json_to: Annotated[str | None, typer.Option("--json", metavar="F", help="JSONL, a line a revision.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Pages listed at most.")] = 100,
    corpus: CorpusFile = Path(DEFAULT),
) -> None:
    """Pages that were revised; of one page, what was changed from each version to the next, and whether it says so."""
    from rashomon.app.desk import Desk

    desk, console = Desk(open_corpus(corpus)), Console()
    if article is None:
        _list(desk, limit, console)
        return
    found = desk.revisions(_named(desk, article))
    texts = {a: desk.article(a).article for r in found for a in (r.earlier, r.later)}
    if json_to:
        write_lines(json_to, (dumps(revision_json(r, texts[r.earlier], texts[r.later])) for r in found))
        return
    if not found:
        console.print("There is one version of it.")
    for r in found:
        _show(desk, r, texts[r.earlier], texts[r.later], console)


def _named(desk: Desk, article: str) -> str:
    """The article of an id or an address."""
    if "://" not in article:
        return article
    known = desk.corpus.versions(article)
    if not known:
        raise UsageError(f"no article of the corpus has the address {article}")
    return known[-1]


def _list(desk: Desk, limit: int, console: Console) -> None:
    pages = desk.corpus.revised(limit)
    for page in pages:
        when = page.last[:16].replace("T", " ")
        line(
            console,
            Text.assemble(
                (when, "dim"), f"  {page.versions} versions  ", (clean(page.outlet), "italic"), f"  {page.url}"
            ),
        )
    if not pages:
        console.print("No page has come in more than one version.")


def _show(desk: Desk, r: Revision, earlier: Article, later: Article, console: Console) -> None:
    came = desk.article(r.later).added[:16].replace("T", " ")
    told = later.text[r.told.start : r.told.end] if r.told else ""
    how = f"and says so (“{clean(told)}”)" if told else "without a word of it"
    name = later.outlet or later.headline or later.id
    console.print(Text.assemble((clean(name), "bold"), f": changed {how}, came {came}"))
    console.print(Text(f"  {r.earlier} → {r.later}", "dim"))
    items = change_items(r, earlier, later)
    rows(console, [(f"{i.change.after.start}–{i.change.after.end}", changed(i)) for i in items], _WHERE_WIDTH)
    if not items:
        console.print("  no word of it; only signs or spaces")
