from __future__ import annotations

from starlette.testclient import TestClient


def test_a_story_is_shown_as_its_critical_edition(vote: TestClient, story: str) -> None:
    page = vote.get(f"/story/{story}").text
    assert 'id="differences"' in page
    assert 'id="text-D"' in page


def test_what_has_not_changed_is_not_sent_again(vote: TestClient, story: str) -> None:
    tag = vote.get(f"/story/{story}").headers["etag"]
    assert vote.get(f"/story/{story}", headers={"if-none-match": tag}).status_code == 304


def test_a_story_that_is_not_there_is_told_on_a_page(vote: TestClient) -> None:
    answer = vote.get("/story/none")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "o story is called" in answer.text


def test_a_page_loads_nothing_but_the_desks_own_styles_and_scripts(vote: TestClient, story: str) -> None:
    page = vote.get(f"/story/{story}").text
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
    assert "://" not in page.replace("http://www.w3.org/2000/svg", "")
