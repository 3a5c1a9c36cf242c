"""A claim told plainly: the witness's words, what they lean on in square brackets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.report.sample import A, sample

from rashomon import collate
from rashomon.collate.plain import Plain
from rashomon.records import Claim, Collation, Role

_REPORT = """Harbour board backs the Teal Quay plan

The harbour board met on Monday and rejected the dredging plan..

Nadia Brell, who runs the pilots' union, said she had warned the board twice. "I am not surprised by this vote," Brell said.

The crane on the quay (built in 1931) was closed on Friday, two days after an inspector condemned it. However, the pilots' union backs the board. This week the pilots meet. That plan has no friends. This surprised nobody on the quay.
"""


pytestmark = pytest.mark.model

WITHOUT_PARSES = Plain(sample().witnesses, sample().entities)


@pytest.mark.parametrize(
    ("words", "verb", "subject", "leans"),
    [
        ("The site stays shut until June", "stays", "The site", False),
        ("destroyed the dome of the Hollen observatory", "destroyed", "Fire", True),
        ("injured", "injured", "Fire", True),
    ],
)
def test_a_clause_whose_subject_nobody_knows_leans_on_its_sentence(
    words: str, verb: str, subject: str, leans: bool
) -> None:
    role = Role(role="agent", span=A.at(subject), head=subject)
    assert WITHOUT_PARSES.leans(replace(A.claim(words), trigger=A.at(verb), roles=(role,))) is leans


def test_an_event_only_named_leans_on_its_sentence() -> None:
    assert WITHOUT_PARSES.leans(replace(A.claim("glass plates"), nominal=True))


@pytest.fixture(scope="module")
def collation() -> Collation:
    return collate([_REPORT])


@pytest.fixture(scope="module")
def told(collation: Collation) -> Callable[[str], str]:
    plain = Plain(collation.witnesses, collation.entities)

    def of(words: str) -> str:
        return plain(_claim(collation, words))

    return of


def _claim(collation: Collation, words: str) -> Claim:
    return next(c for c in collation.claims if words in c.text and not c.nominal)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("rejected the dredging", "[The harbour board] rejected the dredging plan"),
        ("runs the pilots", "[Nadia Brell] runs the pilots' union"),
        ("had warned the board", "[Nadia Brell] had warned the board twice"),
        ("condemned", "an inspector condemned it"),
        ("backs the board", "the pilots' union backs the board"),
    ],
)
def test_what_a_claim_leans_on_is_put_in_brackets(told: Callable[[str], str], words: str, sentence: str) -> None:
    assert told(words) == sentence


def test_words_in_marks_keep_their_speaker_and_their_own_pronouns(told: Callable[[str], str]) -> None:
    assert told("am not surprised") == "Nadia Brell: “I am not surprised by this vote”"


def test_a_sentence_that_stands_by_itself_is_left_as_it_is(told: Callable[[str], str]) -> None:
    assert told("was closed") == "The crane on the quay (built in 1931) was closed on Friday"


def test_a_subject_known_makes_a_relative_clause_a_sentence(collation: Collation) -> None:
    plain = Plain(collation.witnesses, collation.entities)
    assert not plain.leans(_claim(collation, "runs the pilots"))


def test_every_fact_is_told_in_the_words_of_one_of_its_claims(collation: Collation) -> None:
    plain = Plain(collation.witnesses, collation.entities)
    claims = {c.id: c for c in collation.claims}
    assert all(f.main in f.claims and f.text == plain(claims[f.main]) for f in collation.facts)


def test_a_clause_without_a_subject_of_its_own_keeps_its_verb() -> None:
    found = collate(["The storm left the coast after killing two sailors. The ferry sank after it had left the quay."])
    assert all(f.text.strip() for f in found.facts)
    assert any("killing two sailors" in f.text for f in found.facts)


@pytest.mark.parametrize(
    ("words", "leans"), [("week the pilots meet", False), ("plan has no friends", False), ("surprised nobody", True)]
)
def test_a_pronoun_that_nobody_is_known_behind_leans_and_a_determiner_does_not(
    collation: Collation, words: str, leans: bool
) -> None:
    assert Plain(collation.witnesses, collation.entities).leans(_claim(collation, words)) is leans
