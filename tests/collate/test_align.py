"""Facts: what two reports both state is one fact, and no more than that."""

from __future__ import annotations

import pytest

from rashomon.annotate import annotate
from rashomon.claims import extract_claims
from rashomon.collate.align import align
from rashomon.ingest import split_parts
from rashomon.records import Article, Claim, Fact, Witness

ONE = "The ferry Alder struck the pier in Norport on Monday. Nine passengers were injured in the Norport collision."
TWO = "On Monday the ferry Alder hit the pier in Norport. The collision in Norport injured nine passengers."


@pytest.fixture(scope="module")
def aligned(parser):
    def aligned(*texts: str) -> tuple[list[Claim], tuple[Fact, ...]]:
        articles = [Article(id=f"a{i}", text=t, parts=split_parts(f"a{i}", t)) for i, t in enumerate(texts)]
        annotations = annotate(articles, parser)
        witnesses = [
            Witness(siglum="ABC"[i], article=a, annotation=n)
            for i, (a, n) in enumerate(zip(articles, annotations, strict=True))
        ]
        claims = [c for w in witnesses for c in extract_claims(w.article, w.annotation)]
        return claims, align(claims, (), witnesses)

    return aligned


def test_the_same_event_in_other_words_is_one_fact(aligned) -> None:
    claims, facts = aligned(ONE, TWO)
    predicate = {c.id: c.predicate for c in claims}
    shared = [{predicate[c] for c in f.claims} for f in facts if len(f.witnesses) == 2]
    assert {"strike", "hit"} in shared


def test_every_claim_belongs_to_one_fact(aligned) -> None:
    claims, facts = aligned(ONE, TWO)
    assert sorted(c for f in facts for c in f.claims) == sorted(c.id for c in claims)


def test_a_shared_fact_says_why(aligned) -> None:
    _, facts = aligned(ONE, TWO)
    assert all(f.why for f in facts if len(f.claims) > 1)


def test_another_day_is_another_event(aligned) -> None:
    _, facts = aligned(
        "The ferry Alder struck the pier in Norport on May 3, 2019.",
        "The ferry Alder struck the pier in Norport on June 9, 2019.",
    )
    assert all(f.relation == "single" for f in facts)


def test_events_that_are_only_named_state_nothing_together(aligned) -> None:
    claims, facts = aligned(
        "Talks on the strike in Norport have begun. The guild is tired of the war in Veld.",
        "The mayor of Oster spoke of the war in Veld.",
    )
    nominal = {c.id for c in claims if c.nominal and not c.times and not c.quantities}
    assert not any(len(nominal & set(f.claims)) > 1 and set(f.claims) <= nominal for f in facts)
