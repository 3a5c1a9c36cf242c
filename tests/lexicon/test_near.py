"""How near a word is to several at once, and that this is what pairwise questions say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicon import are_synonyms, is_a, nearness, siblings

WORDS = [
    "rifle",
    "gun",
    "shotgun",
    "weapon",
    "harvest",
    "call",
    "conversation",
    "halt",
    "suspend",
    "take over",
    "march",
]


@pytest.mark.parametrize(
    ("word", "others", "found"),
    [
        ("rifle", {"rifle", "harvest"}, "same"),
        ("halt", {"harvest", "suspend"}, "synonym"),
        ("rifle", {"weapon"}, "sort"),
        ("weapon", {"rifle"}, "sort"),
        ("rifle", {"shotgun"}, "sibling"),
        ("rifle", {"harvest"}, "none"),
        ("rifle", set(), "none"),
    ],
)
def test_the_nearest_of_several_words_counts(word, others, found):
    assert nearness(word, frozenset(others)) == found


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_nearness_to_one_word_is_what_the_pairwise_questions_say(a, b):
    pairwise = (
        "same"
        if a == b
        else "synonym"
        if any(are_synonyms(a, b, c) for c in "nv")
        else "sort"
        if any(is_a(x, y, c) for c in "nv" for x, y in [(a, b), (b, a)])
        else "sibling"
        if any(siblings(a, b, c) for c in "nv")
        else "none"
    )
    assert nearness(a, frozenset({b})) == pairwise


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_nearness_does_not_depend_on_the_order(a, b):
    assert nearness(a, frozenset({b})) == nearness(b, frozenset({a}))


@given(st.text(), st.frozensets(st.text()))
def test_any_text_can_be_asked(word, others):
    assert (nearness(word, others) == "same") == (word in others)
