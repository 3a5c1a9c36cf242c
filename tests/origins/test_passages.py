"""Passages that two texts share, word for word but for house style."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.origins.fingerprints import SHINGLE, WINDOW, shingle_hashes, winnow
from rashomon.origins.passages import align
from rashomon.origins.words import fold, word_ids, word_places

ONE = (
    "The harbour commission organised a closed hearing on the colour of the new buoys, which fishermen say are invisible at dusk. "
    "Its chairwoman called the complaints a storm in a teacup and promised to publish the tests within a fortnight."
)
TWO = (
    "In other news, the “harbor commission” organized a closed hearing on the color of the new buoys, which fishermen say are "
    "invisible at dusk."
)


def test_spelling_case_and_quotation_marks_hide_no_copy():
    (passage,) = align(word_ids(TWO), word_ids(ONE), 10)
    start, end = word_places(TWO)[passage.start][0], word_places(TWO)[passage.end - 1][1]
    assert TWO[start:end].startswith("the “harbor")
    assert TWO[start:end].endswith("at dusk")
    assert passage.matched == 21


def test_moved_blocks_are_passages_of_their_own():
    first, second = ONE.split(". ")
    moved = f"{second} {first}"
    passages = align(word_ids(moved), word_ids(ONE), 10)
    assert len(passages) == 2
    assert passages[0].other_start > passages[1].other_start


def test_a_few_changed_words_are_bridged():
    edited = ONE.replace("a closed hearing", "a hearing behind closed doors")
    (passage,) = align(word_ids(edited), word_ids(ONE), 10)
    assert (passage.start, passage.other_start) == (0, 0)


def test_folding_makes_one_word_of_two_spellings():
    for british, american in [
        ("colour", "color"), ("Organised", "organized"), ("centre", "center"), ("defence", "defense"), ("travelled", "traveled"),
        ("programme", "program"), ("grey", "gray"), ("neighbours", "neighbors"), ("metres", "meters"), ("analysed", "analyzed"),
    ]:  # fmt: skip
        assert fold(british) == fold(american)


words = st.lists(st.integers(0, 6), max_size=60).map(lambda x: np.array(x, dtype=np.uint32))


@given(words, words)
def test_passages_lie_within_both_texts_and_do_not_overlap(one, two):
    last = 0
    for p in align(one, two, 4):
        assert last <= p.start < p.end <= len(one)
        assert 0 <= p.other_start < p.other_end <= len(two)
        assert p.matched <= p.end - p.start
        last = p.end


@given(st.lists(words, max_size=5))
def test_winnowing_keeps_the_least_of_every_window_whatever_stands_beside(texts):
    hashes, of = winnow(texts)
    for i, text in enumerate(texts):
        own = shingle_hashes(text)
        kept = set(hashes[of == i].tolist())
        assert kept <= set(own.tolist())
        windows = [own[k : k + WINDOW] for k in range(max(1, len(own) - WINDOW + 1))] if len(text) >= SHINGLE else []
        assert {int(w.min()) for w in windows} <= kept


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aB9_ -\n\x1c’“—")), max_size=300))
def test_every_word_has_its_place(text):
    assert len(word_ids(text)) == len(word_places(text))
