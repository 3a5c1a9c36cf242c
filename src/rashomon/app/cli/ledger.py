"""`rashomon ledger`: since when each fact of a story is known, and what became of it and of what was expected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from rashomon.app.cli.corpus import DEFAULT, CorpusFile, open_corpus
from rashomon.app.cli.layout import clean, legend, rows
from rashomon.app.cli.news import Today, day_of
from rashomon.app.cli.output import write_lines
from rashomon.records import Collation
from rashomon.records.ledger import Confirmation, Expectation
from rashomon.report.growth import LedgerItem, expectation_json, ledger_items, ledger_json
from rashomon.report.json import dumps
from rashomon.report.wording import label

_WHEN_WIDTH, _KIND_WIDTH = 16, 10


def ledger(
    story: Annotated[str, typer.Argument(metavar="STORY", help="A story's id or the beginning of it.")],
    words: Annotated[
        str, typer.Option("--search", metavar="WORDS", help="Only facts and expectations with these words.")
    ] = "",
    today: Today = None,
    json_to: Annotated[
        str | None, typer.Option("--json", metavar="F", help="JSONL, a line a fact and a line an expectation.")
    ] = None,
    corpus: CorpusFile = Path(DEFAULT),
) -> None:
    """A story's facts over time: first from whom, confirmed by whom, changed, withdrawn; and what became of what was expected."""
    from rashomon.app.desk import Desk

    desk = Desk(open_corpus(corpus))
    collation = desk.collation(story)
    items = [i for i in ledger_items(desk.ledger(story), collation) if _has(i.text, words)]
    expected = [e for e in desk.expectations(story, day_of(today)) if _has(e.text, words)]
    if json_to:
        write_lines(json_to, [dumps(x) for x in (*map(ledger_json, items), *map(expectation_json, expected))])
        return
    console = Console()
    console.print(Text(clean(collation.story.title), "bold"))
    for item in items:
        _fact(item, collation, console)
    if expected:
        console.print(Text("\nExpected", "bold underline"))
        rows(console, [_expected(e, collation) for e in expected], _KIND_WIDTH)
    console.print()
    console.print(legend(collation, (w.siglum for w in collation.witnesses)))


def _has(text: str, words: str) -> bool:
    return all(w in text.casefold() for w in words.casefold().split())


def _fact(item: LedgerItem, collation: Collation, console: Console) -> None:
    entry = item.entry
    console.print()
    console.print(Text.assemble((clean(item.text), "bold"), (f"  {' '.join(item.sigla)}", "cyan")))
    letters = {w.article.id: w.siglum for w in collation.witnesses}
    told = [("first", entry.first.when, _by(entry.first, letters), entry.first.article)]
    told += [("confirmed", c.when, _by(c, letters), c.article) for c in entry.confirmations[1:]]
    told += [("changed", t.when, clean(t.text), t.article) for t in entry.changed]
    if entry.withdrawn:
        told.append(("withdrawn", entry.withdrawn.when, entry.withdrawn.text, entry.withdrawn.article))
    lines = [
        (kind, Text.assemble((_moment(when), "dim"), f"  {text} ", (letters.get(article, ""), "cyan")))
        for kind, when, text, article in told
    ]
    rows(console, lines, _KIND_WIDTH)


def _by(c: Confirmation, letters: dict[str, str]) -> str:
    """The origin's name; an article that is its own origin is named by its letter alone."""
    return "" if c.origin in letters else clean(c.origin)


def _moment(when: str) -> str:
    return when[:_WHEN_WIDTH].replace("T", " ")


def _expected(e: Expectation, collation: Collation) -> tuple[str, Text]:
    due = f"due {e.due}" + (f", now {e.until}" if e.until else "")
    line = Text.assemble((due, "dim"), f"  {clean(e.text)} ", (_sigla(e, collation), "cyan"))
    return ("open" if e.outcome == "open" else label("news", e.outcome)), line


def _sigla(e: Expectation, collation: Collation) -> str:
    there: Sequence[str] = [s.article for s in (*e.evidence, *e.settled)]
    return " ".join(w.siglum for w in collation.witnesses if w.article.id in there)
