"""Where results go: checked before any work is done, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.app.cli.output import check_destinations, write_bytes, write_lines
from rashomon.errors import RashomonError, UsageError


def test_two_results_are_not_mixed_on_standard_output() -> None:
    check_destinations("-", None, "")
    with pytest.raises(UsageError, match="only one result"):
        check_destinations("-", None, "-")


def test_a_missing_folder_is_told_before_the_work(tmp_path: Path) -> None:
    check_destinations(str(tmp_path / "report.html"), "report.html")
    with pytest.raises(RashomonError, match="there is no folder"):
        check_destinations(str(tmp_path / "no" / "report.html"))


def test_what_breaks_off_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    def lines():
        yield "one"
        raise ValueError("no more")

    target = tmp_path / "out.jsonl"
    target.write_text("before")
    with pytest.raises(ValueError, match="no more"):
        write_lines(str(target), lines())
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("out.jsonl", "before")]


@pytest.mark.parametrize("write", [lambda to: write_lines(to, ["x"]), lambda to: write_bytes(to, b"x")])
def test_what_cannot_be_written_is_one_line(write, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(RashomonError, match=r"cannot write .*folder"):
        write(str(tmp_path / "folder"))
    with pytest.raises(RashomonError, match="cannot write /dev/full"):
        write("/dev/full")


def test_a_device_is_written_to_and_stays_a_device() -> None:
    write_lines("/dev/null", ["x"])
    write_bytes("/dev/null", b"x")
    assert Path("/dev/null").is_char_device()
