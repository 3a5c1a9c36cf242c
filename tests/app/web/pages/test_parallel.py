from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from tests.report.sample import sample

from rashomon.app.web.pages.parallel import Row, _in_order, parallel
from rashomon.report.page import page_of


@pytest.fixture(scope="module")
def rows() -> tuple[Row, ...]:
    collation = sample()
    page = page_of(collation)
    return parallel(collation, collation.witnesses, (*page.contradictions, *page.differences))


def _text(row: Row, column: int) -> str:
    return " ".join("".join(w.text for w in line.words) for line in row.cells[column])


def test_every_sentence_stands_in_exactly_one_row(rows: tuple[Row, ...]) -> None:
    for column, w in enumerate(sample().witnesses):
        shown = sorted(line.span for r in rows for line in r.cells[column])
        told = [s.span for s in w.annotation.sentences if s.part not in ("byline", "dateline", "credit", "debris")]
        assert shown == told


def test_the_sides_of_a_contradiction_stand_in_one_row(rows: tuple[Row, ...]) -> None:
    row = next(r for r in rows if any(d.kind == "duration" for d in r.differs))
    assert row.kind == "differ"
    assert "six hours" in _text(row, 0)
    assert "less than two hours" in _text(row, 1)


def test_words_that_two_columns_state_carry_their_fact(rows: tuple[Row, ...]) -> None:
    facts = [{f for line in cell for w in line.words for f in w.facts} for r in rows for cell in r.cells if cell]
    assert sum("hurt" in f for f in facts) == 3


def test_only_what_breaks_the_order_counts_as_moved() -> None:
    assert _in_order([1, 9, 2, 3, 8, 4, 5]) == [1, 2, 3, 4, 5]
    assert _in_order([]) == []


def test_two_to_four_witnesses_are_compared(vote: TestClient, story: str) -> None:
    page = vote.get(f"/story/{story}/compare", params={"w": ["D", "A"], "rows": "shared"}).text
    assert page.count('<th scope="col">') == 2
    assert vote.get(f"/story/{story}/compare?w=Z").text.count('<th scope="col">') == 2
    assert vote.get(f"/story/{story}/compare?rows=none").status_code == 400


def test_a_row_tells_on_how_many_origins_what_it_shares_rests(vote: TestClient, story: str) -> None:
    page = vote.get(f"/story/{story}/compare", params={"w": ["A", "D"], "rows": "shared"}).text
    assert re.search(r'<p class="aside" dir="auto">[^<]*outlets, \d+ origins? \(', page)
