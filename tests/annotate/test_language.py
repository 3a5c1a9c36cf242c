"""Which language is read, and what is said of those that are not."""

from __future__ import annotations

import pytest

from rashomon.annotate import unread
from rashomon.annotate.hedges import hedges
from rashomon.annotate.language import (
    code_of,
    encoder_package,
    installed,
    kept_apart,
    language_read,
    languages,
    reading,
)
from rashomon.annotate.quotes.lexicon import lexicon

TABLES = sorted(languages())


def test_a_region_or_another_name_is_no_other_language() -> None:
    assert code_of("fr-CA") == code_of("fra") == "fr"
    assert code_of(None) == code_of("English") == code_of("en_GB") == "en"


def test_a_language_is_read_within_its_bounds_alone() -> None:
    assert language_read() == "en"
    with reading("fr"):
        assert "déclarer" in lexicon().verbs
        assert ("plus", "de") in hedges("before")
    assert "declare" in lexicon().verbs
    assert ("plus", "de") not in hedges("before")


def test_what_is_not_read_is_said() -> None:
    assert unread("en-GB") is None
    assert "not English" in str(unread("sv"))
    assert not installed("sv")
    said = str(unread("fr"))
    assert ("claims are not" in said) if installed("fr") else ("rashomon[multilingual]" in said)


def test_a_language_that_is_not_compared_with_others_is_told_of() -> None:
    assert kept_apart("en") is None
    assert "in its own language" in str(kept_apart("sv"))
    said = kept_apart("ru")
    assert said is None if encoder_package().installed else "rashomon[multilingual]" in str(said)


@pytest.mark.parametrize("code", TABLES)
def test_every_cue_class_of_a_language_has_its_kind(code: str) -> None:
    with reading(code):
        words = lexicon()
    assert {c for classes in words.verbs.values() for c in classes} <= words.kinds.keys()
    assert {f"n-{c}" for classes in words.nouns.values() for c in classes} <= words.kinds.keys()
    assert {f"a-{c}" for classes in words.adjectives.values() for c in classes} <= words.kinds.keys()
