"""Exports on the command line."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from rashomon.app.cli.exports import destination
from rashomon.app.cli.main import app
from rashomon.errors import UsageError
from rashomon.report.exports import EXPORTS


@pytest.mark.parametrize("option", ["csv", "csv=", "docx=f", "=f"])
def test_a_wrong_option_is_told_before_any_work(option):
    with pytest.raises(UsageError, match="--export"):
        destination(option)


def test_all_formats_are_listed():
    listed = CliRunner().invoke(app, ["formats"]).output
    assert all(name in listed for name in EXPORTS)


@pytest.mark.model
def test_a_collation_goes_to_several_formats_at_once(tmp_path):
    for name, text in {
        "a": "The mill at Orrin burned on 3 May 2031.",
        "b": "A fire broke out at the Orrin mill.",
    }.items():
        (tmp_path / f"{name}.txt").write_text(text)
    inputs = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    made = CliRunner().invoke(
        app, ["collate", *inputs, "--export", f"csv={tmp_path}/t", "--export", f"jsonld={tmp_path}/c.jsonld"]
    )
    assert made.exit_code == 0, made.output
    assert (tmp_path / "t" / "claims.csv").read_text().startswith("id,fact,event,article,start,end,text")
    assert json.loads((tmp_path / "c.jsonld").read_text())["@graph"]
