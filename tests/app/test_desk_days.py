"""Three days of a desk: the invented reports about the gorge come day by day, and each evening somebody asks what is new."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon.app.desk import Desk
from rashomon.records.ledger import News
from rashomon.report.growth import news_items
from rashomon.store import Corpus

DAYS = Path(__file__).parents[2] / "examples" / "gorge"


class Clock:
    """Stands at the evening of a day of March."""

    day = 11

    def __call__(self) -> datetime:
        return datetime(2031, 3, self.day, 20, tzinfo=UTC)


class Week:
    """The desk, its story of the train, and what was new each evening."""

    def __init__(self, file: Path) -> None:
        clock = Clock()
        Corpus.create(file).close()
        self.desk = Desk(Corpus(file, now=clock), now=clock)
        self.news: dict[int, tuple[News, ...]] = {}
        for clock.day in (11, 12, 13):
            self.desk.add([DAYS / f"day{clock.day - 10}.jsonl"])
            self.story = max(self.desk.stories(), key=lambda s: len(s.articles)).story
            self.news[clock.day] = self.desk.news(self.story, clock().strftime("%Y-%m-%dT%H:%M:%SZ"))

    def told(self, day: int, kind: str) -> list[News]:
        return [n for n in self.news[day] if n.kind == kind]

    def words(self, article: str, start: int, end: int) -> str:
        return self.desk.article(article).article.text[start:end]


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Week:
    return Week(tmp_path_factory.mktemp("days") / "c.sqlite")


def test_reports_of_the_train_are_one_story_and_the_museum_is_another(week: Week) -> None:
    outlets = [week.desk.article(a).article.headline or "" for a in week.desk.shelf(week.story).articles]
    assert len(outlets) == 13
    assert not any("useum" in o for o in outlets)


def test_one_agencys_report_in_two_outlets_is_two_witnesses(week: Week) -> None:
    printed = [a for a in week.desk.corpus.articles() if a.headline == "Train derails near Corvenna, four injured"]
    assert [a.outlet for a in printed] == ["Brell Gazette", "Evening Post"]


def test_a_page_revised_without_a_word_shows_each_change(week: Week) -> None:
    (revised,) = week.told(12, "revised")
    changed = [week.words(c.after.article, c.after.start, c.after.end) for c in revised.changes]
    assert changed == ["One dead, 11", "killing one person and injuring 11", "68", "Saturday"]
    assert "without a word" in revised.text
    (page,) = week.desk.corpus.revised()
    assert (page.url, page.versions) == ("https://valleycourier.example/train", 2)


def test_what_only_the_earlier_version_said_is_withdrawn(week: Week) -> None:
    assert any("Thursday" in n.text for n in week.told(12, "withdrawn"))


def test_the_vote_slips_to_friday_and_is_told_once(week: Week) -> None:
    vote = [e for e in week.desk.expectations(week.story) if e.due == "2031-03-12" and "inquiry" in e.text]
    assert {(e.outcome, e.until) for e in vote} == {("slipped", "2031-03-14")}
    assert len(week.told(12, "slipped")) == 1
    assert week.told(13, "slipped") == []


def test_a_rising_toll_is_an_update(week: Week) -> None:
    assert any("Twelve" in n.text for n in week.told(12, "update"))


def test_every_item_of_news_stands_somewhere(week: Week) -> None:
    collation = week.desk.collation(week.story)
    for found in week.news.values():
        for item in news_items(found, collation):
            assert item.places
            assert all(p.words for p in item.places)


def test_the_ledger_knows_every_fact_since_an_evening(week: Week) -> None:
    entries = week.desk.ledger(week.story)
    assert {e.first.when[:10] for e in entries} == {"2031-03-11", "2031-03-12", "2031-03-13"}
    confirmed = [e for e in entries if len({c.when for c in e.confirmations}) > 1]
    assert confirmed
    assert any(e.changed for e in entries)
    assert all(e.withdrawn is None or e.withdrawn.when >= e.first.when for e in entries)
