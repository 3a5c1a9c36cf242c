"""The collation in a terminal: what to know first, legible at 80 columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.records import Collation
from rashomon.report.apparatus import DifferenceItem, Reading
from rashomon.report.page import Moment, Page, page_of, say_findings
from rashomon.report.passages import Excerpt
from rashomon.report.printable import printable
from rashomon.report.statements import FactItem
from rashomon.report.wording import capital

_CONTRADICTIONS, _DIFFERENCES, _FACTS, _MOMENTS = 12, 10, 12, 8
"""Entries shown of each kind; the rest are counted."""
_WORDS = 150
"""Characters of an excerpt around its words."""

T = TypeVar("T")


def print_summary(collation: Collation, console: Console, *, ids: bool = False) -> None:
    """Title, witnesses with their dates, contradictions, differences, agreed facts with their origins, what is expected.

    `ids`: show by what name facts, their claims and differences are judged (`rashomon judge`).
    """
    page = page_of(collation)
    console.print(_head(page))
    for title, body in (
        ("Contradictions", _apart(_listed(page.contradictions, _CONTRADICTIONS, partial(_contradiction, ids=ids)))),
        ("Other differences", _listed(page.differences, _DIFFERENCES, partial(_difference, ids=ids))),
        ("What they agree on", _listed(page.agreed, _FACTS, partial(_fact, ids=ids))),
        ("Still ahead, as the reports saw it", _listed(page.ahead, _MOMENTS, _moment)),
    ):
        if body:
            console.print()
            console.print(Text(title, style="bold underline"))
            console.print(Group(*body))


def _listed(items: Sequence[T], most: int, show: Callable[[T], RenderableType]) -> list[RenderableType]:
    shown = [show(i) for i in items[:most]]
    if len(items) > most:
        rest = _plain(f"and {len(items) - most} more: --html or --markdown shows all", "dim")
        shown.append(Padding(rest, (0, 0, 0, 4)))
    return shown


def _apart(items: list[RenderableType]) -> list[RenderableType]:
    """An empty line between each two."""
    return [part for item in items for part in (Text(), item)][1:]


def _head(page: Page) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=3)
    table.add_column(overflow="fold")
    for w in page.witnesses:
        line = Text(printable(w.outlet or w.headline or w.input), "italic")
        if w.outlet and w.headline:
            line.append(f": {printable(w.headline)}", "not italic")
        leans = f"relies on {', '.join(w.leans_on)}" if w.leans_on else ""
        about = "; ".join(filter(None, (w.published + (f" ({w.dated})" if w.dated else ""), leans, *w.notes)))
        table.add_row(Text(w.siglum, "bold"), Text.assemble(line, "\n", (printable(about), "dim")))
    notes = [*page.notes, *(f"Not used: {name}, {reason}" for name, reason in page.rejects)]
    told = [Text(), *(_plain(n, "yellow") for n in notes)] if notes else []
    return Group(_plain(page.title, "bold"), _plain(say_findings(page), "italic"), Text(), table, *told)


def _contradiction(d: DifferenceItem, *, ids: bool) -> RenderableType:
    return Group(_title(d, "bold red", ids), *(Padding(_reading(r), (0, 0, 0, 4)) for r in d.readings))


def _reading(r: Reading) -> RenderableType:
    excerpts = Table.grid(padding=(0, 1))
    excerpts.add_column(min_width=3)
    excerpts.add_column(overflow="fold")
    for e in r.excerpts:
        excerpts.add_row(Text(f"  {e.place.siglum}", "cyan"), _excerpt(e))
    if not r.lemma:
        return excerpts
    return Group(Text.assemble((printable(r.lemma), "bold"), " ", (" ".join(r.sigla), "cyan")), excerpts)


def _difference(d: DifferenceItem, *, ids: bool) -> RenderableType:
    readings = [Text.assemble(printable(r.lemma), " ", (" ".join(r.sigla), "cyan")) for r in d.readings if r.lemma]
    said = [Padding(Text("; ", "dim").join(readings), (0, 0, 0, 4))] if readings else []
    return Group(_title(d, "bold", ids), *said)


def _title(d: DifferenceItem, style: str, ids: bool) -> RenderableType:
    within = f" within {', '.join(d.sigla)}" if d.within else ""
    title = Text.assemble((d.kind_label, style), (within, style), (f"  {capital(printable(d.note or d.means))}", "dim"))
    return _numbered(f"{d.number:>3}", title.append_text(_id(d.id)) if ids else title)


def _id(name: str) -> Text:
    return Text(f"  {name}", "green")


def _excerpt(e: Excerpt) -> Text:
    before, after = printable(e.before), printable(e.after)
    if len(before) > _WORDS // 2:
        before = "…" + before[-_WORDS // 2 :].partition(" ")[2]
    if len(after) > _WORDS // 2:
        after = after[: _WORDS // 2].rpartition(" ")[0] + " …"
    line = Text.assemble(before, (printable(e.place.words), "underline"), after)
    if e.source:
        line.append(f" ({printable(e.source)})", "dim")
    return line


def _fact(f: FactItem, *, ids: bool) -> RenderableType:
    line = Text.assemble(
        _excerpt(f.main) if f.fragment else capital(printable(f.text)),
        " ",
        (" ".join(f.sigla), "cyan"),
        (f"  {printable(f.origins)}{'; in part' if f.partial else ''}", "dim"),
    )
    if not ids:
        return _numbered("  •", line)
    stated = Table.grid(padding=(0, 1))
    for claim, e in zip(f.claims, f.excerpts, strict=True):
        stated.add_row(Text(e.place.siglum, "cyan"), Text(claim, "green"), Text(printable(e.place.words)))
    return Group(_numbered("  •", line.append_text(_id(f.id))), Padding(stated, (0, 0, 0, 4)))


def _moment(m: Moment) -> RenderableType:
    status = f" ({m.status})" if m.status else ""
    words = _excerpt(m.within) if m.within else Text(capital(printable(m.text)))
    line = Text.assemble((m.when, "bold"), "  ", words, f"{status} ", (" ".join(m.sigla), "cyan"))
    return _numbered("  •", line)


def _numbered(mark: str, line: Text) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=3)
    table.add_column(overflow="fold")
    table.add_row(mark, line)
    return table


def _plain(text: str, style: str) -> Text:
    return Text(printable(text), style)
