"""What is near in meaning: proposed whatever its words, decided by more than that."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon import collate
from rashomon.collate.align import is_installed, note_on_vectors, paraphrase_encoder
from rashomon.collate.align.meaning import Meanings, meanings_of, nearest, nearness_of
from rashomon.collate.align.paraphrase import EXTRA

needs_model = pytest.mark.skipif(not is_installed(), reason=f"rashomon[{EXTRA}] is not installed: no encoder")


def in_space(texts):
    """An encoder with a dimension for each letter: texts are near that have letters in common."""
    return np.array([[500 * (letter in text) for letter in "abcdefgh"] for text in texts], dtype=np.int16)


def meanings(**claims: str) -> Meanings:
    return meanings_of({name: (text, text) for name, text in claims.items()}, in_space)


def test_each_claim_is_put_beside_the_nearest_of_another_article() -> None:
    ours, theirs = meanings(a1="ab", a2="ef"), meanings(b1="ef", b2="abc", b3="gh")
    assert sorted(set(nearest([ours, theirs]))) == [("a1", "b2"), ("a2", "b1")]


def test_nearness_is_the_same_either_way() -> None:
    ours, theirs = meanings(a1="ab", a2="ef"), meanings(b1="abc")
    assert nearness_of("a1", "b1", ours, theirs) == nearness_of("b1", "a1", theirs, ours)


def test_one_article_has_nothing_to_be_near() -> None:
    assert list(nearest([meanings(a1="ab", a2="ab")])) == []


def test_reports_aligned_without_vectors_say_so() -> None:
    both = collate(["The ferry Alma sank.", "The ferry Alma went down."]).witnesses
    assert EXTRA in str(note_on_vectors(both, None))
    assert note_on_vectors(both, in_space) is None
    assert note_on_vectors(both[:1], None) is None


@needs_model
def test_a_text_has_one_vector_whatever_stands_beside_it() -> None:
    alone = paraphrase_encoder()(["The ferry sank."])
    beside = paraphrase_encoder()(
        ["A far longer text about wholly other things, none of them at sea.", "The ferry sank."]
    )
    assert (alone[0] == beside[1]).all()


@needs_model
@pytest.mark.model
def test_statements_in_other_words_are_one_fact() -> None:
    first = "The ferry Alma caught fire off Vardo on Monday. The engine room was badly burnt."
    second = "The ferry Alma caught fire off Vardo on Monday. Flames gutted the engine room."
    facts = collate([first, second]).facts
    assert "The engine room was badly burnt" in [f.text for f in facts if len(f.witnesses) > 1]
