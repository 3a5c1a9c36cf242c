"""The commands on a corpus, from making it to asking what is new."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.app.cli.corpus import moment_of
from rashomon.app.cli.main import app
from rashomon.errors import RashomonError, UsageError

EXAMPLES = Path(__file__).parents[3] / "examples"


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(w) for w in words])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("corpus") / "c.sqlite"
    assert run("init", file).exit_code == 0
    added = run("add", EXAMPLES / "harbour", EXAMPLES / "vote" / "gazette.txt", "--corpus", file)
    assert added.exit_code == 0
    assert "5 new, 0 known already, 0 rejected" in added.output
    return file


def test_adding_again_adds_nothing(corpus: Path) -> None:
    assert "0 new, 4 known already" in run("add", EXAMPLES / "harbour", "--corpus", corpus).output


def test_nothing_usable_ends_with_1(corpus: Path, tmp_path: Path) -> None:
    assert run("add", tmp_path / "none.txt", "--corpus", corpus).exit_code == 1


def test_stories_are_listed_and_shown(corpus: Path) -> None:
    listed = run("stories", "--corpus", corpus)
    assert "Two dead as ferry and dredger collide in Port Allard fog" in " ".join(listed.output.split())
    story = next(line.split()[0] for line in listed.output.splitlines() if "Two dead" in line)
    assert "Courier" in run("show", story, "--corpus", corpus).output


def test_words_are_found(corpus: Path) -> None:
    assert "Calder" in run("search", '"Calder Four"', "--corpus", corpus, "--limit", 1).output
    assert "No report" in run("search", "zeppelin", "--corpus", corpus).output


def test_what_came_in_the_last_hour_is_new(corpus: Path) -> None:
    assert "fact" in run("since", "1h", "--corpus", corpus).output
    assert "Nothing new" in run("since", "2999-01-01", "--corpus", corpus).output


def test_a_sound_corpus_is_said_to_be_sound(corpus: Path) -> None:
    checked = run("doctor", "--corpus", corpus)
    assert checked.exit_code == 0
    assert "sound" in checked.output


def test_a_corpus_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    found = run("stories", "--corpus", tmp_path / "none.sqlite").exception
    assert isinstance(found, RashomonError)
    assert "rashomon init" in str(found)


def test_moments_are_dates_or_ages() -> None:
    now = datetime(2031, 5, 4, 12, tzinfo=UTC)
    assert moment_of("2031-05-01", now) == "2031-05-01T00:00:00Z"
    assert moment_of("2031-05-01T10:00:00+02:00", now) == "2031-05-01T08:00:00Z"
    assert moment_of("90m", now) == "2031-05-04T10:30:00Z"
    with pytest.raises(UsageError, match="'soon' is no moment"):
        moment_of("soon", now)
