"""Words for notes."""

from __future__ import annotations

import pytest

from rashomon.collate.compare.wording import noun_of, possessive, with_small_article


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("two passengers", "two passengers'"),
        ("the mayor", "the mayor's"),
        ("Jonas", "Jonas's"),
        ("Vardo’s allies", "Vardo’s allies'"),
    ],
)
def test_whose_it_is(name, expected):
    assert possessive(name) == expected


@pytest.mark.parametrize(("verb", "noun"), [("open", "opening"), ("arrest", "arrest"), ("be", "")])
def test_what_happened_has_a_noun_that_is_not_its_doer(verb, noun):
    assert noun_of(verb) == noun


@pytest.mark.parametrize(
    ("words", "within"), [("The bridge", "the bridge"), ("A spokeswoman", "a spokeswoman"), ("Theo Lund", "Theo Lund")]
)
def test_an_article_is_small_within_a_sentence(words, within):
    assert with_small_article(words) == within
