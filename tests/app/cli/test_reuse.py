"""`rashomon reuse`, as a user meets it."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from rashomon.app.cli.main import app

TEXT = "The beacon on Gull Point was lit again last night by two brothers who had carried the oil up the cliff in milk cans."


def test_reuse_writes_a_line_for_each_article(tmp_path):
    lines = [
        {"id": "a", "text": f"GULL POINT (AP) — {TEXT}", "published": "2031-05-03"},
        {"id": "b", "text": TEXT, "published": "2031-05-04"},
    ]
    source = tmp_path / "in.jsonl"
    source.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    out = tmp_path / "out.jsonl"
    result = CliRunner().invoke(app, ["reuse", str(source), "--out", str(out)])
    assert result.exit_code == 0
    a, b = map(json.loads, out.read_text("utf-8").splitlines())
    assert a["cluster"] == b["cluster"]
    assert [c["agency"] for c in a["credits"]] == ["Associated Press"]
    (copied,) = b["copied_from"]
    assert copied["id"] == "a"
    assert TEXT[copied["start"] : copied["end"]] == lines[0]["text"][copied["from_start"] : copied["from_end"]]
