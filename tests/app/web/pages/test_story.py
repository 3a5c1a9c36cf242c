from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from rashomon.app.web.pages import story as story_page
from rashomon.report import html


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


def test_texts_of_a_long_story_that_are_no_longer_light_come_when_asked_for(
    vote: TestClient, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = vote.get(f"/story/{story}").text
    monkeypatch.setattr(story_page, "_LONG", 1000)
    monkeypatch.setattr(story_page, "_AT_ONCE", 0)
    brief = vote.get(f"/story/{story}?judged=none").text
    assert len(brief) < len(whole)
    for siglum in ("B", "C", "D"):
        assert f'data-from="/story/{story}/text/{siglum}"' in brief
        assert f'id="text-{siglum}"' in vote.get(f"/story/{story}/text/{siglum}").text
    assert "data-from" not in vote.get(f"/story/{story}?texts=all").text
    assert vote.get(f"/story/{story}/text/Q").status_code == 404


def test_the_rest_of_a_list_has_what_its_beginning_has_not(
    vote: TestClient, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "BRIEF", html.First(single=1))
    facts = re.compile(r'id="(fact-[^"]+)"')
    whole = set(facts.findall(vote.get(f"/story/{story}?texts=all").text))
    monkeypatch.setattr(story_page, "_LONG", 0)
    brief = vote.get(f"/story/{story}?judged=none").text
    rests = re.findall(rf"/story/{story}/rest/[A-Za-z0-9-]+", brief)
    found = set(facts.findall(brief)).union(*(facts.findall(vote.get(r).text) for r in rests))
    assert found == whole
    assert vote.get(f"/story/{story}/rest/single-Q").status_code == 404
