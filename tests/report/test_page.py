"""What a reader meets: the account, the readings of a difference, who spoke, what is still ahead."""

from __future__ import annotations

from dataclasses import replace

from tests.report.sample import sample

from rashomon.records import Difference, Side
from rashomon.report.html import render_html
from rashomon.report.page import page_of
from rashomon.report.passages import places_in


def test_the_account_gives_a_sentence_and_who_else_attests_which_words() -> None:
    first = page_of(sample()).account[0]
    attested = {p.text: p.sigla for p in first.pieces if p.sigla}
    assert first.place.siglum == "A"
    assert attested["injured three people"] == ("B", "C")


def test_without_shared_facts_the_account_is_the_openings() -> None:
    page = page_of(replace(sample(), facts=()))
    assert [s.place.siglum for s in page.account] == ["A", "B", "C"]
    assert not page.agreed


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


def test_a_saying_names_the_chain_it_came_through() -> None:
    detective = next(s for s in page_of(sample()).speakers if s.name == "a detective")
    assert not detective.named
    assert detective.sayings[0].chain == ("Borealis",)


def test_expected_events_are_set_apart() -> None:
    page = page_of(sample())
    assert [m.when for m in page.past] == ["2 May 2027", "3 May 2027"]
    assert [(m.when, m.status) for m in page.ahead] == [("June 2027", "possible")]


def test_facts_carry_the_numbers_of_their_differences() -> None:
    page = page_of(sample())
    hurt = next(f for f in page.agreed if f.id == "hurt")
    number = {d.number: d.kind for d in (*page.contradictions, *page.differences)}
    assert [number[n] for n in hurt.differs] == ["number", "update"]


def test_every_place_holds_the_words_it_names() -> None:
    texts = {w.siglum: w.article.text for w in sample().witnesses}
    places = list(places_in(page_of(sample())))
    assert places
    assert all(p.words == texts[p.siglum][p.start : p.end] for p in places)


def test_claims_that_differ_do_not_bear_one_another_out() -> None:
    whole = sample()
    hurt = {c.span.article[-1].upper(): c for c in whole.claims if c.text.endswith(("three people", "were hurt"))}
    sides = tuple(
        Side(span=c.span, value=value, claim=c.id)
        for c, value in ((hurt["A"], "3"), (hurt["C"], "3"), (hurt["B"], "4"))
    )
    number = Difference(id="n", kind="number", severity="hard", scope="across", note="", sides=sides)
    page = page_of(replace(whole, differences=(number,)))
    fact = next(f for f in page.agreed if f.id == "hurt")
    assert (fact.text, fact.sigla, fact.otherwise) == ("injured three people", ("A", "C"), ("B",))
    attested = {p.text: p.sigla for s in page.account for p in s.pieces if p.sigla}
    assert attested["injured three people"] == ("C",)


def test_a_fact_on_which_no_two_agree_is_found_among_the_differences_alone() -> None:
    whole = sample()
    plates = next(f for f in whole.facts if f.id == "plates")
    of = {c.id: c for c in whole.claims}
    sides = tuple(Side(span=of[i].span, value=str(n), claim=i) for n, i in enumerate(plates.claims))
    number = Difference(id="n", kind="number", severity="hard", scope="across", note="", sides=sides, facts=("plates",))
    page = page_of(replace(whole, differences=(number,)))
    assert page.contested == ("plates",)
    assert "plates" not in {f.id for f in page.agreed} | {f.id for _, alone in page.single for f in alone}
    assert 'id="fact-plates"' in render_html(replace(whole, differences=(number,)), "0")
