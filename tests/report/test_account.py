"""What happened in the words of the witnesses."""

from __future__ import annotations

from dataclasses import replace

from tests.report.sample import sample

from rashomon.report.page import page_of


def test_the_account_gives_a_sentence_and_who_else_attests_which_words() -> None:
    first = page_of(sample()).account[0]
    attested = {p.text: p.sigla for p in first.pieces if p.sigla}
    assert first.place.siglum == "A"
    assert attested["injured three people"] == ("B", "C")


def test_without_shared_facts_the_account_is_the_openings() -> None:
    page = page_of(replace(sample(), facts=()))
    assert [s.place.siglum for s in page.account] == ["A", "B", "C"]
    assert not page.agreed
