"""The command line: what it says and how it ends when something is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "The mayor of Lower Brill opened the new lock on Friday, watched by some two hundred people and a brass band."


def rashomon(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "rashomon", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, "COLUMNS": "120"})


def test_help_says_what_it_is_for() -> None:
    found = rashomon("--help")
    assert found.returncode == 0
    for word in ("One event, many accounts", "collate", "annotate", "--html"):
        assert word in found.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["collate"],
        ["nonsense"],
        ["annotate", "a.txt", "--nonsense"],
        ["collate", "a.txt", "--stemma", "stemma.png"],
        ["collate", "a.txt", "--json", "-", "--markdown", "-"],
        ["collate", "a.txt", "--export", "csv=-"],
        ["judge", "merge", "f1"],
        ["judge", "retype", "d1"],
        ["judge", "retype", "d1", "--kind", "colour"],
    ],
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    found = rashomon(*arguments)
    assert found.returncode == 2
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize("command", ["annotate", "collate", "reuse"])
def test_nothing_usable_ends_with_1_and_a_line_for_each(command: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2")
    found = rashomon(command, tmp_path / "missing.txt", tmp_path / "empty.txt", tmp_path / "binary.txt")
    assert found.returncode == 1
    lines = found.stderr.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("rashomon: ") for line in lines)


def test_strict_stops_at_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    found = rashomon("annotate", tmp_path / "a.txt", tmp_path / "missing.txt", "--strict", "--out", tmp_path / "out")
    assert found.returncode == 1
    assert found.stderr == f"rashomon: {tmp_path / 'missing.txt'}: no such file or folder\n"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.txt"]


@pytest.mark.model
def test_a_line_an_article_in_the_order_given(tmp_path: Path) -> None:
    rows = [{"id": "b", "text": TEXT}, {"id": "a", "text": TEXT}, {"id": "c", "text": "\ud83d " + TEXT}]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(r) for r in rows))
    found = rashomon("annotate", tmp_path / "in.jsonl", tmp_path / "missing.txt", "--out", "-")
    assert found.returncode == 0
    assert [json.loads(line)["id"] for line in found.stdout.splitlines()] == ["b", "a", "c"]
    assert "missing.txt" in found.stderr


@pytest.mark.model
def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    found = rashomon("annotate", tmp_path / "a.txt", "--out", tmp_path / "no" / "out")
    assert found.returncode == 1
    assert "cannot write" in found.stderr
    assert len(found.stderr.splitlines()) == 1


@pytest.mark.model
def test_one_article_twice_and_one_in_another_language(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.txt").write_text(
        "Die Bürgermeisterin hat am Freitag die neue Schleuse vor zweihundert Menschen und einer Blaskapelle eingeweiht."
    )
    found = rashomon("collate", tmp_path, "--json", tmp_path / "out.json")
    assert found.returncode == 0, found.stderr
    collation = json.loads((tmp_path / "out.json").read_text())
    assert len(collation["articles"]) == 2
    assert any("counted once" in r["reason"] for r in collation["rejects"])
    assert any("not English" in n for a in collation["articles"] for n in a["notes"])


def test_starting_loads_no_library_that_only_some_commands_need() -> None:
    names = "sqlalchemy, spacy, pint, fastapi, uvicorn, mcp"
    loaded = f"print([m for m in '{names}'.split(', ') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, rashomon.app.cli.main; {loaded}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("redirect", ["> /dev/full", ">&-", "| true"])
def test_output_that_nobody_can_take_is_no_traceback(redirect: str) -> None:
    command = f"set -o pipefail; {sys.executable} -m rashomon formats {redirect}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert done.returncode in (0, 1)
    assert len(done.stderr.splitlines()) <= 1
    assert "Traceback" not in done.stderr
