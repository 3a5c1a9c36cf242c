"""The summary in a terminal: legible at 80 columns, and not steered by what it shows."""

from __future__ import annotations

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from tests.report.sample import noted, one_text, sample

from rashomon.records import Collation
from rashomon.report.terminal import print_summary


def terminal(collation: Collation, width: int = 80) -> str:
    out = StringIO()
    print_summary(collation, Console(file=out, width=width))
    return out.getvalue()


def test_a_text_cannot_steer_the_terminal() -> None:
    evil = "\x1b[2J\x1b]0;owned\x07 [red]bold[/red]"
    assert "\x1b" not in terminal(one_text(evil))
    assert "[red]" in terminal(one_text(evil))


def test_it_keeps_to_its_width() -> None:
    assert max(map(len, terminal(sample()).splitlines())) <= 80


@given(st.text(max_size=300))
def test_any_text_can_be_encoded(text: str) -> None:
    terminal(one_text(text)).encode("utf-8")


def test_ids_are_shown_when_asked_for() -> None:
    out = StringIO()
    print_summary(sample(), Console(file=out, width=120), ids=True)
    assert all(f"  {d.id}" in out.getvalue() for d in sample().differences if d.severity == "hard")
    assert "  dome" in out.getvalue()


def test_what_could_not_be_read_of_a_report_stands_beside_it() -> None:
    assert "its language (xx) is not read" in terminal(noted("its language (xx) is not read"))


def test_one_report_is_not_said_to_agree_with_others() -> None:
    assert "more than one report" not in terminal(one_text("The dome is closed."))
