"""Records of a stream as bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.stories.packing import pack, unpack

WORDS = st.text(st.characters(exclude_characters="\n"), min_size=1)


@given(st.lists(st.dictionaries(WORDS, st.integers(0, 1 << 60), max_size=5), max_size=4), st.lists(st.integers()))
def test_what_was_packed_comes_back_in_its_order(tables: list[dict[str, int]], plain: list[int]) -> None:
    found, again = unpack(pack(plain, [(list(t), list(t.values())) for t in tables]))
    assert found == plain
    assert [list(t.items()) for t in again] == [list(t.items()) for t in tables]
