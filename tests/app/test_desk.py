from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon.app.desk import Desk
from rashomon.errors import UsageError
from rashomon.records import Article
from rashomon.store import Corpus

FIRST = Article(id="one", text="Two potters were hurt when the kiln at Oster burst on Monday, the mayor said.")
SECOND = Article(
    id="two",
    text="Three potters were hurt when the kiln at Oster burst on Monday, the guild said. The guild has asked a judge to open an inquiry.",
)


class Clock:
    """Goes on by an hour whenever it is asked."""

    def __init__(self) -> None:
        self.hour = 0

    def __call__(self) -> datetime:
        self.hour += 1
        return datetime(2031, 5, 4, self.hour, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    clock = Clock()
    Corpus.create(tmp_path / "c.sqlite").close()
    desk = Desk(Corpus(tmp_path / "c.sqlite", now=clock), now=clock)
    desk.add([FIRST])
    desk.add([SECOND])
    return desk


@pytest.fixture
def kiln(desk: Desk) -> str:
    """The id of the one story."""
    return desk.stories()[0].story


def test_what_was_added_is_read(desk: Desk) -> None:
    assert set(desk.corpus.annotations(desk.key, ["one", "two"])) == {"one", "two"}


def test_adding_again_changes_nothing(desk: Desk) -> None:
    report = desk.add([FIRST, SECOND])
    assert (report.new, report.known) == (0, 2)


def test_reports_of_one_event_share_a_story_and_stay_there(desk: Desk, kiln: str) -> None:
    desk.add(
        [Article(id="three", text="Parliament in Veld rejected the fishing treaty by nine votes on Tuesday evening.")]
    )
    assert {s.articles for s in desk.stories()} == {("one", "two"), ("three",)}
    assert desk.corpus.stories()[kiln] == ["one", "two"]


def test_a_collation_is_made_once_and_then_kept(desk: Desk, kiln: str) -> None:
    made = desk.collation(kiln)
    assert desk.corpus.counts()["collations"] == 1
    assert desk.collation(kiln) == made


def test_news_since_a_moment_comes_from_what_arrived_after_it(desk: Desk, kiln: str) -> None:
    arrived = desk.corpus.added()
    assert any(s.article == "two" for n in desk.news(kiln, arrived["two"]) for s in n.evidence)
    assert desk.news(kiln, "2032-01-01T00:00:00Z") == ()


def test_a_story_that_does_not_exist_is_told_in_one_line(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no story is called 'flood'"):
        desk.collation("flood")
