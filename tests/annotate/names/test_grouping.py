"""What a name may be shortened to."""

from __future__ import annotations

import pytest

from rashomon.annotate.names.grouping import FullForms


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("CFB", "Coastal Fisheries Board"),
        ("Harlow", "Harlow Corp."),
        ("Owls", "Houston Owls"),
        ("Petrel", "MV Petrel"),
        ("Times", "New York Times"),
    ],
)
def test_a_short_form_finds_its_full_name(short: str, full: str) -> None:
    assert FullForms([(0, full)]).of(short) == [0]


@pytest.mark.parametrize(
    ("short", "full"), [("Harlow", "Harlow Street"), ("University", "Lisbon University"), ("CFB", "Coastal Board")]
)
def test_other_words_are_no_short_form(short: str, full: str) -> None:
    assert FullForms([(0, full)]).of(short) == []
