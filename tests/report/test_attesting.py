"""Claims that differ are not shown as agreeing."""

from __future__ import annotations

from dataclasses import replace

from tests.report.sample import contested, sample

from rashomon.records import Difference, Interval, Quantity, Side
from rashomon.report.page import page_of


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


def test_an_utterance_in_other_words_is_agreement_in_part() -> None:
    plates = next(f for f in page_of(sample()).agreed if f.id == "plates")
    assert plates.sigla == ("A", "B")
    assert plates.partial


def test_a_fact_on_which_no_two_agree_is_found_among_the_differences_alone() -> None:
    page = page_of(contested())
    assert page.contested == ("plates",)
    assert "plates" not in {f.id for f in page.agreed} | {f.id for _, alone in page.single for f in alone}


def test_numbers_that_cannot_be_the_same_do_not_bear_one_another_out() -> None:
    whole = sample()
    counts = {"report-a": 3.0, "report-b": 4.0, "report-c": 3.0}
    claims = tuple(
        replace(
            c,
            quantities=(
                Quantity(
                    span=c.span, interval=Interval(low=counts[c.span.article], high=counts[c.span.article]), unit=""
                ),
            ),
        )
        for c in whole.claims
    )
    hurt = next(f for f in page_of(replace(whole, claims=claims, differences=())).agreed if f.id == "hurt")
    assert (hurt.sigla, hurt.otherwise) == (("A", "C"), ("B",))


def test_a_denial_does_not_bear_out_what_it_denies() -> None:
    whole = sample()
    claims = tuple(
        replace(c, polarity="negative" if c.span.article == "report-b" else "positive") for c in whole.claims
    )
    hurt = next(f for f in page_of(replace(whole, claims=claims, differences=())).agreed if f.id == "hurt")
    assert (hurt.sigla, hurt.otherwise) == (("A", "C"), ("B",))


def test_who_gives_no_number_attests_one_in_part_only() -> None:
    whole = sample()
    number = Quantity(span=whole.claims[0].span, interval=Interval(low=1.0, high=1.0), unit="")
    claims = tuple(replace(c, quantities=(number,)) if c.id == whole.claims[0].id else c for c in whole.claims)
    dome = next(f for f in page_of(replace(whole, claims=claims)).agreed if f.id == "dome")
    assert dome.partial
