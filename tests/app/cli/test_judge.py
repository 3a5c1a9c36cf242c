from __future__ import annotations

import pytest
from typer.testing import CliRunner

from rashomon.app.cli.judge import judge_app
from rashomon.app.judgements import read_judgements
from rashomon.collate.judge import in_force
from rashomon.errors import RashomonError

run = CliRunner().invoke


def test_judgements_are_kept_listed_and_undone(tmp_path):
    file = ["--judgements", str(tmp_path / "j.jsonl")]
    assert run(judge_app, ["merge", "f1", "f2", *file]).exit_code == 0
    assert run(judge_app, ["retype", "d1", "--kind", "update", "--because", "the later report", *file]).exit_code == 0
    listed = run(judge_app, ["list", *file]).output.splitlines()
    assert [line.split()[1] for line in listed] == ["merge", "retype"]
    assert run(judge_app, ["undo", listed[0].split()[0], *file]).exit_code == 0
    assert [j.action for j in in_force(read_judgements(tmp_path / "j.jsonl"))] == ["retype"]


def test_what_cannot_be_is_refused(tmp_path):
    file = ["--judgements", str(tmp_path / "j.jsonl")]
    assert isinstance(run(judge_app, ["merge", "f1", *file]).exception, RashomonError)
    assert isinstance(run(judge_app, ["retype", "d1", "--kind", "colour", *file]).exception, RashomonError)
    assert isinstance(run(judge_app, ["undo", "j0", *file]).exception, RashomonError)


def test_a_broken_line_is_named(tmp_path):
    (tmp_path / "j.jsonl").write_text(
        '{"action": "dismiss", "targets": ["d1"]}\n{"action": "burn", "targets": ["d1"]}\n'
    )
    with pytest.raises(RashomonError, match=r"j\.jsonl:2: no judgement"):
        read_judgements(tmp_path / "j.jsonl")
