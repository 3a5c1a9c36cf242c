"""How commands on a corpus set out what they print: legible at 80 columns, a line an item where another program reads it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from rashomon.records import Collation
from rashomon.report.growth import ChangeItem
from rashomon.report.printable import printable


def clean(text: str) -> str:
    """`text` on one line, without what would steer the terminal."""
    return " ".join(printable(text).split())


def rows(console: Console, items: Iterable[tuple[Text | str, Text]], width: int) -> None:
    """Items with a mark of at most `width` characters before each, their further lines set in."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=1)
    table.add_column(width=width, no_wrap=True)
    table.add_column(overflow="fold")
    for mark, line in items:
        table.add_row("", mark, line)
    console.print(table)


def line(console: Console, text: Text) -> None:
    """One line: cut at the edge of a terminal, whole in a file."""
    terminal = console.is_terminal
    console.print(
        text, no_wrap=True, overflow="ellipsis" if terminal else "ignore", crop=terminal, soft_wrap=not terminal
    )


def legend(collation: Collation, sigla: Iterable[str]) -> Text:
    """Whose report each of these letters is, and of which day."""
    wanted = set(sigla)
    told = Text()
    for w in collation.witnesses:
        if w.siglum in wanted:
            day = f" {w.published.value[:10]}" if w.published else ""
            told.append("; " if told else "", "dim").append(w.siglum, "cyan")
            told.append(f" {clean(w.outlet or w.article.headline or w.article.id)}{day}", "dim")
    return told


def changed(item: ChangeItem) -> Text:
    """A change within its words: [-what was there-] {+what is there now+}."""
    before = [(f"[-{clean(item.before)}-]", "red")] if item.before.strip() else []
    after = [(f"{{+{clean(item.after)}+}}", "green")] if item.after.strip() else []
    told = Text.assemble("… ", _spaced(item.lead))
    told.append_text(Text(" ").join([Text(*p) for p in (*before, *after)]))
    return told.append(f"{_spaced(item.trail)} …")


def _spaced(text: str) -> str:
    """Clean, with the space at its ends kept: words go on there."""
    left, right = text[:1].isspace(), text[-1:].isspace()
    inner = clean(text)
    return f"{' ' if left and inner else ''}{inner}{' ' if right else ''}" if inner else " " * bool(text)
