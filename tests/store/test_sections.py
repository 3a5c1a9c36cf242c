from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.report.json import dumps
from rashomon.store.sections import pack_sections, section_of, text_of

texts = st.text() | st.text(alphabet=["é", "\ud800", "\n", "a"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.text("abc_"), values, max_size=5))
def test_what_was_packed_comes_back_whole_and_in_pieces(value: dict[str, object]) -> None:
    packed = pack_sections(dumps(value))
    assert text_of(packed) == dumps(value)
    for name, part in value.items():
        lines = section_of(packed, name)
        assert [json.loads(line) for line in lines] == (part if isinstance(part, list) else [part])


def test_a_section_that_is_not_there_is_no_list() -> None:
    with pytest.raises(KeyError):
        section_of(pack_sections("{}"), "facts")
