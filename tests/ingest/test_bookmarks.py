"""Files of JSON lines that are read into a corpus again: known lines are passed over, and only while they are the same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from rashomon.app.desk.intake import Report, take_in
from rashomon.ingest import jsonl
from rashomon.store import Corpus


def line(n: int, words: str = "The kiln was lit again.") -> str:
    return json.dumps({"id": f"a{n}", "text": f"Report {n}: {words}"}) + "\n"


class Desk:
    """A file, a corpus, and how many lines were looked at for it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file = folder / "in.jsonl"
        self.corpus = Corpus.create(folder / "c.sqlite")
        self.looked = 0
        read = jsonl._article

        def counted(raw: bytes | None, where: str) -> object:
            self.looked += 1
            return read(raw, where)

        monkeypatch.setattr(jsonl, "_article", counted)

    def write(self, lines: Iterable[str]) -> None:
        self.file.write_text("".join(lines))

    def add(self, *, strict: bool = False) -> Report:
        self.looked = 0
        return take_in(self.corpus, [self.file], None, strict=strict, progress=lambda *_: None)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path, monkeypatch)
    desk.write([*map(line, range(300)), "not JSON\n"])
    assert (desk.add().new, desk.looked) == (300, 301)
    return desk


def test_the_same_file_again_is_known_without_a_look_at_its_lines(desk: Desk) -> None:
    again = desk.add()
    assert (again.new, again.known, again.rejects, desk.looked) == (0, 300, (), 0)
    assert len(desk.corpus.rejects()) == 1, "what was refused is not kept twice"


def test_of_a_file_that_grew_only_the_new_lines_are_read(desk: Desk) -> None:
    with desk.file.open("a") as f:
        f.write("\n" + line(300))
    grown = desk.add()
    assert (grown.new, grown.known, desk.looked) == (1, 300, 2)
    assert desk.corpus.article("a300").article.input == f"{desk.file}:303"


def test_a_file_that_changed_is_read_from_its_beginning(desk: Desk) -> None:
    changed = [*map(line, range(7)), line(1000), *map(line, range(8, 300))]
    desk.write(changed)
    found = desk.add()
    assert (found.new, found.known, desk.looked) == (1, 299, 300)
    desk.write(changed[:5])
    assert (desk.add().known, desk.looked) == (5, 5)


def test_a_last_line_without_an_end_is_read_again(desk: Desk) -> None:
    desk.write([line(0), line(1).rstrip("\n")])
    assert (desk.add().known, desk.looked) == (2, 2)
    desk.write([line(0), line(1), line(2000)])
    assert (desk.add().new, desk.looked) == (1, 2)


def test_to_be_strict_every_line_is_looked_at(desk: Desk) -> None:
    from rashomon.errors import InputError

    with pytest.raises(InputError, match="not JSON"):
        desk.add(strict=True)


def test_what_was_not_acknowledged_is_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.write(map(line, range(5000, 5450)))
    kept, calls = desk.corpus.add, []

    def interrupted(*given: object) -> object:
        calls.append(given)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return kept(*given)

    monkeypatch.setattr(desk.corpus, "add", interrupted)
    with pytest.raises(KeyboardInterrupt):
        desk.add()
    rest = desk.add()
    assert (rest.new, rest.known, desk.looked) == (250, 200, 250)
