"""Names known beforehand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.names.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("surface", "name", "kind"),
    [
        ("the United Kingdom", "United Kingdom", "country"),
        ("Britain’s", "United Kingdom", "country"),
        ("Norwegian", "Norway", "adjective"),
        ("Danes", "Denmark", "people"),
        ("OSLO", "Oslo", "capital"),
        ("Unesco", "UNESCO", "organisation"),
        ("The Hague", "Netherlands", None),
    ],
)
def test_a_form_leads_to_its_entry(surface: str, name: str, kind: str | None) -> None:
    entry = gazetteer().entry(surface)
    assert entry is not None
    assert kind is None or (entry.name, entry.kind) == (name, kind)


@pytest.mark.parametrize("word", ["us", "Us", "turkey", "nice", "who", "Xyzland", ""])
def test_a_common_word_is_no_name(word: str) -> None:
    assert gazetteer().entry(word) is None


@given(st.text(max_size=40))
def test_any_text_may_be_looked_up(text: str) -> None:
    gazetteer().entry(text)
