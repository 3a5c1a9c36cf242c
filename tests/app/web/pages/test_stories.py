from __future__ import annotations

from starlette.testclient import TestClient

from rashomon.app.web.pages.sparkline import sparkline


def test_the_list_leads_to_each_story(vote: TestClient, story: str) -> None:
    assert f'href="/story/{story}"' in vote.get("/").text


def test_a_corpus_without_reports_says_how_to_begin(empty: TestClient) -> None:
    assert 'href="/add"' in empty.get("/").text


def test_a_sparkline_is_as_high_as_what_came_at_once() -> None:
    drawn = sparkline((("2031-05-04", 2), ("2031-05-06", 1)))
    assert 'd="M1.5 18v-17M9.5 18v-8.5"' in drawn


def test_nothing_arrived_draws_no_bar() -> None:
    assert 'd=""' in sparkline(())


def test_a_long_story_is_drawn_in_as_many_stretches_as_fit() -> None:
    drawn = sparkline((("2030-01-01", 1), ("2031-01-01", 3)))
    assert drawn.count("v-") == 2


def test_a_report_without_a_day_does_not_stretch_the_picture() -> None:
    known = (("2030-01-01", 1), ("2030-01-02", 1))
    assert sparkline((*known, ("2035-01-01", 1)), "2030-01-01", "2030-01-02") == sparkline(known)
