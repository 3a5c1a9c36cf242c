from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collate.compare.quotation import ALIKE, is_cut_of, likeness, severity, words_of


def same_utterance(a, b):
    a, b = words_of(a), words_of(b)
    return not is_cut_of(a, b) and not is_cut_of(b, a) and likeness(a, b) >= ALIKE


def test_one_utterance_in_two_wordings_is_found():
    assert same_utterance("we will reopen the ferry line by Tuesday", "we hope to reopen the ferry line by Tuesday")


def test_a_quotation_cut_shorter_is_no_other_wording():
    assert not same_utterance("reopen the ferry line", "We will reopen the ferry line by Tuesday, God willing")


def test_spelling_of_contractions_and_marks_makes_no_other_wording():
    assert words_of("We won’t, they don't!") == words_of("we won't they do not")


def test_another_sentence_of_the_same_speaker_is_no_other_wording():
    assert not same_utterance("we will reopen the ferry line by Tuesday", "nobody on the pier was hurt by the crane")


def test_a_change_of_inflection_is_soft_and_a_change_of_words_is_not():
    assert severity(words_of("we closed the ferry line"), words_of("we have closed the ferry lines")) == "soft"
    assert severity(words_of("we closed the ferry line"), words_of("we sold the ferry line")) == "medium"
    assert severity(words_of("we closed the ferry line"), words_of("we have not closed the ferry line")) == "medium"


@given(st.text(), st.text())
def test_likeness_is_symmetric_enough_to_compare_and_never_fails(a, b):
    one, other = words_of(a), words_of(b)
    if one and other:
        assert 0 <= likeness(one, other) <= 1
