from __future__ import annotations

from starlette.testclient import TestClient

from rashomon.app.web.pages.sparkline import sparkline


def test_the_list_leads_to_each_story(vote: TestClient, story: str) -> None:
    assert f'href="/story/{story}"' in vote.get("/").text


def test_a_corpus_without_reports_says_how_to_begin(empty: TestClient) -> None:
    assert 'href="/add"' in empty.get("/").text


def test_a_sparkline_is_as_high_as_what_came_at_once() -> None:
    drawn = sparkline(["2031-05-04T01:00:00+00:00", "2031-05-04T01:00:00+00:00", "2031-05-06T01:00:00+00:00"])
    assert "M1.5 18v-17M53.5 18v-8.5" in drawn


def test_nothing_arrived_draws_no_bar() -> None:
    assert 'd=""' in sparkline([])
