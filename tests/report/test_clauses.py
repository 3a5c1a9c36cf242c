"""What only brings speech in."""

from __future__ import annotations

from dataclasses import replace

from tests.report.sample import A, sample

from rashomon.records import Attribution
from rashomon.report.clauses import frames
from rashomon.report.page import page_of


def test_who_brings_words_in_states_no_fact_of_the_event() -> None:
    said, words = A.claim("director Yelena Markova said"), A.at("We lost a hundred years of glass plates")
    cue = Attribution(source=(A.at("director Yelena Markova"),), cue=(A.at("said", 1),), content=(words,))
    told = replace(sample(), claims=(*sample().claims, said))
    witness = told.witnesses[0]
    beside = replace(witness, annotation=replace(witness.annotation, attributions=(cue,)))
    told = replace(told, witnesses=(beside, *told.witnesses[1:]))
    assert frames(told) == {said.id}


def test_a_cue_whose_content_is_its_own_object_is_kept() -> None:
    said = A.claim("Yelena Markova said")
    cue = Attribution(source=(), cue=(A.at("said", 1),), content=(A.at("Yelena Markova"),))
    told = replace(sample(), claims=(said,), facts=(), differences=(), timeline=())
    witness = told.witnesses[0]
    beside = replace(witness, annotation=replace(witness.annotation, attributions=(cue,)))
    assert not frames(replace(told, witnesses=(beside, *told.witnesses[1:])))


def test_every_moment_of_the_timeline_is_shown_where_nobody_only_speaks() -> None:
    collation = sample()
    page = page_of(collation)
    assert len(page.past) + len(page.ahead) == len(collation.timeline)
