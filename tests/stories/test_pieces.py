"""The articles of large stories in pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import Article
from rashomon.stories import Stream, profile_of
from rashomon.stories.pieces import PIECE, Pieces
from rashomon.stories.window import Window


@given(st.lists(st.tuples(st.integers(0, 3 * PIECE), st.integers(0, 5)), max_size=8))
def test_whoever_takes_up_the_changes_has_the_same_pieces(steps: list[tuple[int, int]]) -> None:
    writer, reader = Pieces(), Pieces()
    for size, begin in steps:
        members = [str(n) for n in range(begin, begin + size)]
        reader.refresh(writer.changes("s", members))
        assert reader.of("s") == members[: size - size % PIECE]


def test_a_story_of_thousands_that_has_grown_by_one_is_not_written_whole() -> None:
    found = Pieces()
    members = [str(n) for n in range(10 * PIECE + 7)]
    assert len(found.changes("s", members)) == 10
    assert found.changes("s", [*members, "more"]) == {}


def test_a_stream_taken_up_again_has_every_article_of_a_large_story(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pieces", "window"):
        monkeypatch.setattr(f"rashomon.stories.{module}.PIECE", 4)
    told = (
        "The ferry Linnet ran aground off Pell in fog and all forty passengers were taken off by boat, the harbour said"
    )
    articles = [Article(id=f"a{n}", text=f"{told} at {n} o'clock.", published="2031-05-01") for n in range(23)]
    whole, records = Stream(window=Window()), dict[str, bytes]()
    for n, profile in enumerate(map(profile_of, articles)):
        whole.add(profile)
        if n % 3 == 0:
            records |= whole.changes()  # type: ignore[arg-type]
            records = {key: record for key, record in records.items() if record is not None}
    records |= {key: record for key, record in whole.changes().items() if record is not None}
    assert Stream.restored(records.items()).stories() == whole.stories()
    assert any(key.startswith("members/") for key in records)
