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


def test_no_word_has_a_weight_of_its_own() -> None:
    words = lexicon()
    names = {name.split()[-1] for name in weights()}
    single = {w for w in words.verbs if w not in words.kinds}
    assert not names & (single - {"to", "mark", "object", "noun", "name", "first", "thing", "quoted", "long", "question", "form", "conditional", "negated"})  # fmt: skip
