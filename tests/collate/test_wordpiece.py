"""Texts as the numbers of known pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collate.align.wordpiece import numbered


def test_a_text_stands_between_its_begin_and_its_end() -> None:
    assert numbered("The ferry sank.", 48) == [101, 1996, 7115, 7569, 1012, 102]


def test_a_word_that_is_not_known_is_cut_into_the_longest_pieces() -> None:
    assert numbered("embeddings", 48) == [101, 7861, 8270, 4667, 2015, 102]


def test_capitals_and_accents_make_no_other_word() -> None:
    assert numbered("CAFÉ", 48) == numbered("cafe", 48)


def test_what_is_made_of_no_known_piece_is_one_unknown_word() -> None:
    assert numbered("\U0001f600 " + "a" * 200, 48) == [101, 100, 100, 102]


@given(st.text(max_size=80), st.integers(min_value=2, max_value=20))
def test_any_text_gives_so_many_numbers_at_most(text: str, most: int) -> None:
    found = numbered(text, most)
    assert 2 <= len(found) <= most
    assert (found[0], found[-1]) == (101, 102)
