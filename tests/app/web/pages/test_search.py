from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from rashomon.app.web.pages.found import Piece, pieces


def test_search_shows_the_words_it_found(vote: TestClient) -> None:
    assert '<mark class="lit">Bridge</mark>' in vote.get("/search", params={"q": "bridge"}).text


def test_a_search_is_narrowed_by_outlet_and_day(vote: TestClient) -> None:
    found = vote.get("/search", params={"q": "bridge", "outlet": "Brannock Gazette", "begin": "2026-09-01"}).text
    assert "One report" in found
    assert "from</span> <bdi>1 September 2026" in found


def test_search_for_what_nobody_wrote_says_so(vote: TestClient) -> None:
    assert "No report holds these words" in vote.get("/search", params={"q": "zeppelin"}).text


def test_found_words_are_told_from_those_around_them() -> None:
    assert pieces("a ⟦b⟧ c ⟦d") == [Piece("a ", False), Piece("b", True), Piece(" c ", False), Piece("d", True)]


@pytest.mark.parametrize(
    ("around", "shown"),
    [
        ("Kiln ⟦bursts⟧ Kiln ⟦bursts⟧ at Oster", "Kiln bursts at Oster"),
        ("Kiln ⟦bursts⟧ and no more", "Kiln bursts and no more"),
        ("… the kiln ⟦bursts⟧", "… the kiln bursts"),
    ],
)
def test_the_headline_is_not_said_twice(around: str, shown: str) -> None:
    assert "".join(p.text for p in pieces(around, "Kiln bursts")) == shown


def test_a_search_that_finds_nothing_says_what_to_try(vote: TestClient) -> None:
    assert "try fewer" in vote.get("/search?q=zebra").text
    assert "Take a condition away" in vote.get("/search?q=zebra&outlet=None").text
