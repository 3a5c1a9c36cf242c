"""Differences as numbered entries with their readings."""

from __future__ import annotations

from tests.report.sample import sample

from rashomon.report.page import page_of


def test_only_what_is_hard_is_called_a_contradiction() -> None:
    page = page_of(sample())
    assert {d.severity for d in page.contradictions} == {"hard"}
    assert "hard" not in {d.severity for d in page.differences}
    assert [d.number for d in (*page.contradictions, *page.differences)] == list(range(1, 15))


def test_sides_of_one_value_are_one_reading() -> None:
    date = next(d for d in page_of(sample()).contradictions if d.kind == "date")
    assert [(r.value, r.sigla) for r in date.readings] == [("3 May 2027", ("A", "C")), ("2 May 2027", ("B",))]


def test_a_value_that_is_an_entity_is_shown_by_its_name() -> None:
    items = page_of(sample()).differences
    attribution = next(d for d in items if d.kind == "attribution")
    assert [r.value for r in attribution.readings] == ["Yelena Markova", "Piet Anders"]


def test_a_source_is_named_where_its_sentence_does_not_name_it() -> None:
    modality = next(d for d in page_of(sample()).differences if d.kind == "modality")
    assert [e.source for r in modality.readings for e in r.excerpts] == ["", "Yelena Markova"]
