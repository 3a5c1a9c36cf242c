"""Tasks: what becomes of reports that are sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import ROOT

from rashomon.app.desk import Desk
from rashomon.app.web.jobs import AddArticles, AddUploads
from rashomon.app.web.jobs.tasks import perform
from rashomon.app.web.uploads import Upload
from rashomon.records import Article
from rashomon.store import Corpus

VOTE = tuple(Upload(name=p.name, data=p.read_bytes()) for p in sorted((ROOT / "examples" / "vote").glob("*.txt")))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Corpus.create(tmp_path / "c.sqlite"))


def test_reports_sent_together_are_one_story_and_compared(desk: Desk) -> None:
    told: dict[str, int] = {}
    outcome = perform(AddUploads(uploads=VOTE, together=True), desk, told.__setitem__)
    (story,) = outcome["stories"]
    assert len(desk.shelf(story).articles) == len(VOTE)
    assert desk.ready(story)
    assert (told["read"], told["compared"]) == (len(VOTE), 1)
    assert [d.action for d in desk.decisions()] in ([], ["merge stories"])


def test_what_is_known_already_is_told_with_its_story(desk: Desk) -> None:
    perform(AddUploads(uploads=VOTE[:1]), desk, lambda *_: None)
    outcome = perform(AddUploads(uploads=VOTE[:1]), desk, lambda *_: None)
    assert (outcome["new"], outcome["known"], len(outcome["stories"])) == (0, 1, 1)


def test_articles_tell_the_stories_that_have_grown(desk: Desk) -> None:
    outcome = perform(AddArticles(articles=(Article(id="", text="The kiln at Oster burst."),)), desk, lambda *_: None)
    assert [desk.shelf(s).title for s in outcome["stories"]] == ["The kiln at Oster burst."]
