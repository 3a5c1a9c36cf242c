"""`rashomon collate` writes what it is told to, and prints a summary otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.report.sample import sample
from typer.testing import CliRunner

from rashomon.app import assemble
from rashomon.app.cli.main import app


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(assemble, "collate_inputs", lambda *_: sample())
    file = tmp_path / "a.txt"
    file.write_text("The observatory of Hollen burned down on Monday night, and nobody knows why it did.\n")
    return file


def test_a_summary_is_printed_unless_files_are_asked_for(report: Path) -> None:
    assert "Contradictions" in CliRunner().invoke(app, ["collate", str(report)]).stdout


def test_the_page_and_the_markdown_go_where_they_are_told(report: Path, tmp_path: Path) -> None:
    html, markdown = tmp_path / "out.html", tmp_path / "out.md"
    done = CliRunner().invoke(app, ["collate", str(report), "--html", str(html), "--markdown", str(markdown)])
    assert (done.exit_code, done.stdout) == (0, "")
    assert html.read_text("utf-8").startswith("<!doctype html>")
    assert markdown.read_text("utf-8").startswith("# Fire guts Hollen observatory")
