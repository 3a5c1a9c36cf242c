from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from rashomon.app.desk import Desk
from rashomon.app.web.pages.article import text_lines
from rashomon.app.web.pages.render import web_address
from rashomon.records import Article


def test_a_permalink_lights_the_characters_it_names(vote: TestClient, desk: Desk) -> None:
    article = next(desk.corpus.articles())
    start = article.text.index("council")
    page = vote.get("/article", params={"id": article.id, "start": start, "end": start + 7}).text
    assert '<mark class="lit now">council</mark>' in page


def test_characters_are_lit_across_lines() -> None:
    lines = text_lines(Article(id="x", text="one two\n\nthree"), 4, 11)
    assert [[(s.text, s.lit) for s in line.stretches] for line in lines] == [
        [("one ", False), ("two", True)],
        [("th", True), ("ree", False)],
    ]


@pytest.mark.parametrize("url", ["javascript:alert(1)", " javascript:alert(1)", "data:text/html,x", "http://[", None])
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    assert web_address(url) == ""


def test_markup_in_a_report_stays_text(vote: TestClient, desk: Desk) -> None:
    evil = '<script>alert("x")</script>'
    desk.add([Article(id="../e&il", text=f"{evil} was said.", headline=evil, outlet=evil, url="javascript:alert(1)")])
    page = vote.get("/article", params={"id": "../e&il"}).text
    assert "<script>alert" not in page
    assert "javascript:" not in page
    assert "&lt;script&gt;alert" in page
