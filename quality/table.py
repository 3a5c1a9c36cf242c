"""The table of figures in `docs/quality.md`, between its two markers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from quality.measure import HERE, Measured

PAGE = HERE.parent / "docs" / "quality.md"
BEGIN, END = "<!-- figures: made by `make quality` -->", "<!-- end of figures -->"


def table(measured: Iterable[Measured]) -> str:
    """A Markdown table: set, figure, reached, goal, yardstick."""
    rows = ["| set | figure | reached | goal | yardstick |", "|-|-|-:|-:|-|"]
    for m in measured:
        reached = "–" if m.value is None else f"{m.value:.3f}" + (f" ({m.count})" if m.count else "")
        goal = "" if m.against.goal is None else f"{'≤ ' if m.against.less else ''}{m.against.goal:.3g}"
        yardstick = "" if m.against.yardstick is None else f"{m.against.yardstick:.3f} {m.against.of}"
        rows.append(f"| {m.set} | {m.figure} | {reached} | {goal} | {yardstick} |")
    return "\n".join(rows)


def write_page(measured: Iterable[Measured], page: Path = PAGE) -> None:
    """Put the table in place of the one before; the words around it stay."""
    text = page.read_text("utf-8")
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    page.write_text(f"{head}{BEGIN}\n{table(measured)}\n{END}{tail}", "utf-8")
