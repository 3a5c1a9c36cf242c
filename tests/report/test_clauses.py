"""What stands alone, and what only brings speech in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.sample import A, sample

from rashomon.records import Attribution, Role
from rashomon.report.clauses import frames, is_fragment
from rashomon.report.page import page_of


@pytest.mark.parametrize(
    ("words", "verb", "subject", "fragment"),
    [
        ("The site stays shut until June", "stays", "The site", False),
        ("destroyed the dome of the Hollen observatory", "destroyed", "Fire", True),
        ("injured", "injured", "Fire", True),
    ],
)
def test_a_clause_without_its_subject_is_a_fragment(words: str, verb: str, subject: str, fragment: bool) -> None:
    role = Role(role="agent", span=A.at(subject), head=subject)
    assert is_fragment(replace(A.claim(words), trigger=A.at(verb), roles=(role,))) is fragment


def test_an_event_only_named_is_a_fragment() -> None:
    assert is_fragment(replace(A.claim("glass plates"), nominal=True))


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
