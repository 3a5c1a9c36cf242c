"""Words for notes."""

from __future__ import annotations

import pytest

from rashomon.collate.compare.wording import possessive


@pytest.mark.parametrize(
    ("name", "expected"), [("two passengers", "two passengers'"), ("the mayor", "the mayor's"), ("Jonas", "Jonas's")]
)
def test_whose_it_is(name, expected):
    assert possessive(name) == expected
