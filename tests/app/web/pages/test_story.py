from __future__ import annotations

import pytest
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


def test_what_is_new_since_a_moment_is_shown_with_its_places(vote: TestClient, story: str) -> None:
    assert "All of it has come since" in vote.get(f"/story/{story}?since=2001-01-01").text
    assert "All of it" not in vote.get(f"/story/{story}?since=2999-01-01").text
    assert "since " not in vote.get(f"/story/{story}?since=none").text.partition('id="news"')[2].partition("</div>")[0]


@pytest.mark.parametrize(("name", "begins"), [("json", b"{"), ("csv", b"PK"), ("svg", b"<svg")])
def test_a_story_can_be_taken_away(vote: TestClient, story: str, name: str, begins: bytes) -> None:
    answer = vote.get(f"/story/{story}/as/{name}")
    assert answer.content.startswith(begins)
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_format_that_nobody_knows_is_told(vote: TestClient, story: str) -> None:
    assert vote.get(f"/story/{story}/as/none").status_code == 404
