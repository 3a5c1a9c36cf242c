"""Near-copies found by sketches."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.stories.sketch import NEAR_COPY, resemblance, sketch_of

TEXT = [
    "the",
    "ferry",
    "to",
    "the",
    "outer",
    "islands",
    "was",
    "late",
    "again",
    "because",
    "nobody",
    "had",
    "told",
    "its",
    "crew",
    "of",
    "the",
    "new",
    "timetable",
]


def test_a_text_with_a_few_words_more_is_a_near_copy() -> None:
    assert resemblance(sketch_of(TEXT), sketch_of([*TEXT, "more", "follows"])) >= NEAR_COPY


def test_other_words_are_no_copy() -> None:
    assert resemblance(sketch_of(TEXT), sketch_of(TEXT[::-1])) == 0


def test_the_same_few_words_are_a_copy() -> None:
    assert resemblance(sketch_of(["ferry", "late"]), sketch_of(["ferry", "late"])) == 1
    assert resemblance(sketch_of([]), sketch_of([])) == 0


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=6), max_size=60), st.lists(st.text(max_size=6), max_size=60))
def test_resemblance_is_a_share_and_mutual(one: list[str], other: list[str]) -> None:
    a, b = sketch_of(one), sketch_of(other)
    assert 0 <= resemblance(a, b) == resemblance(b, a) <= 1
    assert not a or resemblance(a, a) == 1
