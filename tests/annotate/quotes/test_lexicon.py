"""The lexicon and the weights agree with each other and with the code."""

from __future__ import annotations

from typing import get_args

from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.weigh import weights
from rashomon.records.annotation import AttributionKind


def test_every_class_has_a_kind() -> None:
    words = lexicon()
    classes = {c for table in (words.verbs,) for cs in table.values() for c in cs}
    classes |= {f"n-{c}" for cs in words.nouns.values() for c in cs}
    classes |= {f"a-{c}" for cs in words.adjectives.values() for c in cs}
    assert classes <= set(words.kinds)
    assert set(words.kinds.values()) <= set(get_args(AttributionKind))


def test_weak_words_are_words_of_the_lexicon() -> None:
    words = lexicon()
    known = {*words.verbs, *words.nouns, *words.adjectives}
    assert sorted(words.weak - known) == []


def test_weights_hang_on_classes_and_constructions_not_on_words() -> None:
    classes = {name.removeprefix("class ").split(" ")[0] for name in weights() if name.startswith("class ")}
    assert classes <= {*lexicon().kinds, "according", "in"}
