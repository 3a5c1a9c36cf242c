"""The facts of one witness alone: what is worth a line of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.sample import A, sample

from rashomon.records import Claim, Collation, Fact, Interval, Quantity
from rashomon.report.page import page_of


def _with_fact_of_a_alone(claim: Claim) -> Collation:
    fact = Fact(
        id="f", text=claim.text, event=None, relation="single", claims=(claim.id,), witnesses=(claim.span.article,)
    )
    whole = sample()
    return replace(whole, claims=(*whole.claims, claim), facts=(*whole.facts, fact))


def _ids_of_a_alone(collation: Collation) -> set[str]:
    return {f.id for siglum, facts in page_of(collation).single if siglum == "A" for f in facts}


def test_a_full_clause_is_listed() -> None:
    assert "f" in _ids_of_a_alone(_with_fact_of_a_alone(A.claim("A short circuit caused it")))


@pytest.mark.parametrize("counted", [False, True])
def test_words_that_lean_on_others_are_listed_where_they_give_something_of_their_own(counted: bool) -> None:
    claim = A.claim("burned")
    number = Quantity(span=A.at("six hours"), interval=Interval(low=6, high=6), unit="hour")
    found = _ids_of_a_alone(_with_fact_of_a_alone(replace(claim, quantities=(number,) if counted else ())))
    assert ("f" in found) is counted
