from __future__ import annotations

from starlette.testclient import TestClient

from rashomon.app.desk import Desk

WRITE = {"sec-fetch-site": "same-origin"}


def test_a_report_is_made_a_story_of_its_own_and_comes_back(vote: TestClient, desk: Desk, story: str) -> None:
    last = desk.shelf(story).articles[-1]
    shown = vote.post(f"/story/{story}/apart", data={"report": last}, headers=WRITE)
    assert "Reports made a story of their own" in shown.text
    assert desk.article(last).story != story
    back = vote.post(
        f"/story/{desk.article(last).story}/undo", data={"decision": shown.url.params["judged"]}, headers=WRITE
    )
    assert (back.status_code, desk.article(last).story) == (200, story)


def test_a_report_is_put_in_another_story(vote: TestClient, desk: Desk, story: str) -> None:
    other = next(s for s in desk.stories() if s.story != story)
    last = desk.shelf(story).articles[-1]
    vote.post(f"/story/{story}/elsewhere", data={"report": last, "to": other.story}, headers=WRITE)
    assert desk.article(last).story == other.story


def test_with_none_chosen_the_stories_are_one(vote: TestClient, desk: Desk, story: str) -> None:
    other = next(s for s in desk.stories() if s.story != story)
    vote.post(f"/story/{story}/elsewhere", data={"to": other.story}, headers=WRITE)
    assert len(desk.stories()) == 1


def test_all_or_none_cannot_be_set_apart(vote: TestClient, desk: Desk, story: str) -> None:
    for chosen in ((), desk.shelf(story).articles):
        answer = vote.post(f"/story/{story}/apart", data={"report": list(chosen)}, headers=WRITE)
        assert "choose some" in answer.text.lower()


def test_reports_and_other_stories_are_offered(vote: TestClient, desk: Desk, story: str) -> None:
    page = vote.get(f"/story/{story}/reports").text
    assert page.count('name="report"') == len(desk.shelf(story).articles)
    assert page.count("<option") == len(desk.stories()) - 1
