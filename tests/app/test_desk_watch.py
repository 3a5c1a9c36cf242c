"""Folders that are watched."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from rashomon.app.desk import Desk
from rashomon.errors import InputError
from rashomon.store import Corpus

KILN = "Two potters were hurt when the kiln at Oster burst on Monday, the mayor said."


def test_a_file_is_added_once_it_stands_still_and_again_when_it_is_revised(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(KILN[:30])
    steps = [KILN, KILN, KILN, KILN, f"{KILN} A third has died.", f"{KILN} A third has died."]
    looks: list[str] = []

    def sleep(_: float) -> None:
        if len(looks) == len(steps):
            raise KeyboardInterrupt
        if (folder / "a.txt").read_text() != steps[len(looks)]:
            (folder / "a.txt").write_text(steps[len(looks)])
        looks.append("look")

    desk = Desk(Corpus.create(tmp_path / "c.sqlite"))
    reports = desk.watch([str(folder)], sleep=sleep)
    assert [r.new for r in islice(reports, 2)] == [1, 1]
    assert [a.text for a in desk.corpus.articles()] == [KILN, f"{KILN} A third has died."]


def test_what_is_not_there_cannot_be_watched(tmp_path: Path) -> None:
    desk = Desk(Corpus.create(tmp_path / "c.sqlite"))
    with pytest.raises(InputError, match="no such file or folder to watch"):
        next(desk.watch([str(tmp_path / "none")]))
