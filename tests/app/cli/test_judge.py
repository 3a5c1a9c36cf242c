from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rashomon.app.cli.judge import judge_app
from rashomon.app.cli.main import app
from rashomon.app.judgements import read_judgements
from rashomon.collate.judge import in_force
from rashomon.errors import InputError, RashomonError, UsageError

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


REPORTS = (
    "Two potters were hurt when the kiln at Oster burst on Monday, the mayor said.",
    "Three potters were hurt when the kiln at Oster burst on Monday, the guild said. The guild has asked a judge to open an inquiry.",
    "Three potters were hurt when the kiln at Oster burst on Monday, a fireman said.",
)


class Bench:
    """Two reports in a folder, what was decided about them, and the commands on them as someone types them."""

    def __init__(self, folder: Path) -> None:
        self.reports, self.kept = folder / "reports", folder / "j.jsonl"
        self.reports.mkdir()
        self.add(0, 1)

    def add(self, *numbers: int) -> None:
        for n in numbers:
            (self.reports / f"{n}.txt").write_text(REPORTS[n], "utf-8")

    def collate(self, name: str = "c.json") -> Path:
        to = self.kept.with_name(name)
        judged = ["--judgements", str(self.kept)] if self.kept.exists() else []
        assert run(app, ["collate", str(self.reports), "--json", str(to), *judged]).exit_code == 0
        return to

    def judge(self, *words: str) -> str:
        of = [] if words[0] in ("undo", "list") else ["--of", str(self.kept.with_name("c.json"))]
        done = run(judge_app, [*words, "--judgements", str(self.kept), *of])
        if done.exception is not None:
            raise done.exception
        return done.output.split()[0]

    def seen(self) -> dict[str, list[dict[str, object]]]:
        return json.loads(self.collate("seen.json").read_text("utf-8"))


@pytest.fixture
def bench(tmp_path):
    bench = Bench(tmp_path)
    bench.collate()
    return bench


def kinds(bench: Bench) -> list[tuple[object, object]]:
    return [(d["kind"], d["severity"]) for d in bench.seen()["differences"] if d["kind"] != "omission"]


def test_every_verb_is_replayed_when_a_report_is_added_and_its_undoing_leaves_no_trace(bench):
    before = bench.seen()
    number = next(d["id"] for d in before["differences"] if d["kind"] == "number")
    shared = next(f for f in before["facts"] if len(f["claims"]) > 1)
    inquiry = next(f for f in before["facts"] if "inquiry" in f["text"])
    bench.add(2)
    grown = bench.collate("grown.json").read_bytes()
    (bench.reports / "2.txt").unlink()

    def facts() -> list[set[str]]:
        return [set(f["claims"]) for f in bench.seen()["facts"]]

    done = bench.judge("dismiss", number)
    bench.add(2)
    assert ("number", "hard") not in kinds(bench)
    bench.judge("undo", done)
    assert bench.collate("again.json").read_bytes() == grown

    done = bench.judge("retype", number, "--severity", "soft")
    assert ("number", "soft") in kinds(bench)
    bench.judge("undo", done)
    assert bench.collate("again.json").read_bytes() == grown

    done = bench.judge("split", shared["claims"][0])
    assert not any(set(shared["claims"]) <= f for f in facts())
    bench.judge("undo", done)
    assert bench.collate("again.json").read_bytes() == grown

    done = bench.judge("merge", shared["id"], inquiry["id"])
    assert any({*shared["claims"], *inquiry["claims"]} <= f for f in facts())
    bench.judge("undo", done)
    assert bench.collate("again.json").read_bytes() == grown


def test_an_id_that_is_not_there_is_one_clear_line(bench):
    for words in (("dismiss", "d0"), ("retype", "d0", "--severity", "soft"), ("split", "c0"), ("merge", "f0", "f1")):
        with pytest.raises(UsageError, match=r"of .*c\.json is called '[cdf]0': `rashomon collate --ids` shows"):
            bench.judge(*words)
    assert not bench.kept.exists()
    with pytest.raises(InputError, match=r"no judgements are kept in .*j\.jsonl"):
        bench.judge("undo", "j0")
    with pytest.raises(InputError, match=r"none\.json: No such file"):
        raise run(judge_app, ["dismiss", "d0", "--of", "none.json", "--judgements", str(bench.kept)]).exception
    broken = bench.kept.with_name("broken.json")
    broken.write_text("[1]")
    with pytest.raises(InputError, match="holds no collation"):
        raise run(judge_app, ["dismiss", "d0", "--of", str(broken), "--judgements", str(bench.kept)]).exception


def test_what_would_change_nothing_is_refused(bench):
    shared = next(f for f in bench.seen()["facts"] if len(f["claims"]) > 1)
    with pytest.raises(UsageError, match="nothing would be left"):
        bench.judge("split", *shared["claims"])
    with pytest.raises(UsageError, match="these are one already"):
        bench.judge("merge", *shared["claims"])
    other = next(f for f in bench.seen()["facts"] if f["id"] != shared["id"])
    with pytest.raises(UsageError, match="claims of one fact"):
        bench.judge("split", shared["claims"][0], other["claims"][0])


def test_a_judgement_whose_difference_has_gone_is_told_and_can_be_taken_back(bench):
    number = next(d["id"] for d in bench.seen()["differences"] if d["kind"] == "number")
    done = bench.judge("dismiss", number)
    (bench.reports / "0.txt").unlink()
    bench.add(2)
    told = run(app, ["collate", str(bench.reports), "--judgements", str(bench.kept), "--markdown", "-"])
    assert f"judgement {done} (dismiss {number}) fits nothing" in told.stderr
    assert f"rashomon judge undo {done}" in told.stderr
    assert bench.judge("undo", done) == done


def test_nothing_is_undone_where_one_of_the_ids_is_wrong(bench):
    done = bench.judge("dismiss", bench.seen()["differences"][0]["id"])
    with pytest.raises(UsageError, match=r"no judgement j0 is in force in .*: `rashomon judge list` shows"):
        bench.judge("undo", done, "j0")
    assert bench.judge("list") == done


def test_a_judgement_that_was_not_looked_up_says_so(tmp_path):
    kept = run(judge_app, ["dismiss", "d0", "--judgements", str(tmp_path / "j.jsonl")])
    assert kept.exit_code == 0
    assert "--of" in kept.stderr
