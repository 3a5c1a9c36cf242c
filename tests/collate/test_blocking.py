"""Collating takes work in proportion to the text, however often the text repeats itself, and says what it left out."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.counted import calls

from rashomon.annotate import annotate
from rashomon.collate import collate
from rashomon.collate.blocking import FEW, MOST_HOLDERS, Index
from rashomon.ingest import split_parts
from rashomon.records import Annotation, Article

THINGS = ("barge", "crane", "lorry", "tram", "kiosk", "bench", "lantern", "awning", "shutter", "gate")
LINES = [f"The storm wrecked a {thing} in Norport on Monday." for thing in THINGS]


@given(st.lists(st.sets(st.integers(0, 9), max_size=4), max_size=30))
def test_all_that_share_a_key_are_paired(keys: list[set[int]]) -> None:
    pairs = list(Index(keys).pairs())
    assert sorted(pairs) == [(i, j) for i, j in combinations(range(len(keys)), 2) if keys[i] & keys[j]]


def test_what_all_hold_joins_each_with_the_first_few() -> None:
    count = 10 * MOST_HOLDERS
    assert len(list(Index([["all"]] * count).pairs())) == FEW * (FEW - 1) // 2 + FEW * (count - FEW)


def test_a_rare_key_joins_those_whom_a_common_one_does_not() -> None:
    keys = [["all", i % (5 * MOST_HOLDERS)] for i in range(10 * MOST_HOLDERS)]
    assert (7 * MOST_HOLDERS - 5 * MOST_HOLDERS, 7 * MOST_HOLDERS) in set(Index(keys).pairs())


def _read(parser: Any, text: str) -> tuple[list[Article], list[Annotation]]:
    article = Article(id="a", text=text, parts=split_parts("a", text))
    return [article], annotate([article], parser)


def _work_on(parser: Any, lines: list[str]) -> int:
    articles, annotations = _read(parser, "\n\n".join(lines))
    return calls(lambda: collate(articles, annotations))


def test_work_grows_with_a_repetitive_text_and_not_with_its_square(parser: Any) -> None:
    _work_on(parser, LINES)  # fills the caches of the lexicon
    assert _work_on(parser, LINES * 40) < 15 * _work_on(parser, LINES * 4)


def test_work_grows_with_a_text_of_one_pattern_and_not_with_its_square(parser: Any) -> None:
    lines = [f"Ferry {i} left." for i in range(5 * MOST_HOLDERS // 2)]
    _work_on(parser, lines[:10])
    assert _work_on(parser, lines) < 3 * _work_on(parser, lines[: len(lines) // 2])


def test_a_repetitive_text_of_100_kb_is_collated_to_the_end_and_says_what_was_left_out(parser: Any) -> None:
    text = "Storm in Norport\n\n" + "\n\n".join(LINES * (100_000 // len(" ".join(LINES))))
    collation = collate(*_read(parser, text))
    assert all(any(t in c.text for c in collation.claims) for t in THINGS)
    assert any("prints the same sentences many times" in n for n in collation.notes)
    assert any("more than 200 sentences" in n for n in collation.notes)
