from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicon import are_opposed, are_related, are_synonyms, class_of, derived, is_a

VERBS = ["accept", "reject", "rise", "fall", "continue", "collapse", "kill", "say", "visit", "arrest", "release"]


@pytest.mark.parametrize(
    ("one", "other", "pos"),
    [
        ("accept", "reject", "v"),
        ("confirm", "deny", "v"),
        ("continue", "collapse", "v"),
        ("interested", "uninterested", "a"),
        ("likely", "unlikely", "a"),
        ("open", "close", "v"),
        ("victory", "defeat", "n"),
    ],
)
def test_words_that_exclude_each_other_are_opposed_both_ways_and_are_no_synonyms(one, other, pos):
    assert are_opposed(one, other, pos)
    assert are_opposed(other, one, pos)
    assert not are_synonyms(one, other, pos)


@pytest.mark.parametrize(
    ("one", "other", "pos"), [("buy", "purchase", "v"), ("begin", "start", "v"), ("quake", "earthquake", "n")]
)
def test_words_that_mean_the_same_are_synonyms(one, other, pos):
    assert are_synonyms(one, other, pos)
    assert not are_opposed(one, other, pos)


@pytest.mark.parametrize(("one", "other"), [("say", "kill"), ("visit", "arrest"), ("run", "say")])
def test_words_that_merely_differ_are_neither_synonyms_nor_opposed(one, other):
    assert not are_synonyms(one, other)
    assert not are_opposed(one, other)


def test_forms_of_one_root_are_found_across_word_classes():
    assert "negotiation" in derived("negotiate", "v", "n")
    assert "explode" in derived("explosion", "n", "v")
    assert are_related("arrive", "v", "arrival", "n")


def test_a_word_has_its_class_and_the_classes_above_it():
    assert class_of("announce", "v") == "communication"
    assert is_a("rifle", "weapon")
    assert not is_a("nurse", "weapon")
    assert class_of("qwertyish", "n") is None


@given(st.sampled_from(VERBS), st.sampled_from(VERBS))
def test_relations_are_symmetric(a, b):
    assert are_synonyms(a, b) == are_synonyms(b, a)
    assert are_opposed(a, b) == are_opposed(b, a)


@given(st.text())
def test_any_text_is_a_word_of_its_own(text):
    assert are_synonyms(text, text)
    assert not are_opposed(text, text)
