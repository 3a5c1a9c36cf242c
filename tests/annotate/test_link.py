"""Whose mention a source's span is."""

from __future__ import annotations

import pytest

from rashomon.annotate.link import Mentions, link_attributions
from rashomon.records import Attribution, Mention, Relay, Span

TEXT = "Harbour aide Ruth Odell, who led Marsh's team, and a spokesman for Ada Quill said: he hoped Odell slept."


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(article="t", start=at, end=at + len(words))


def mention(words: str, entity: str, kind: str = "name", nth: int = 0) -> Mention:
    return Mention(span=span(words, nth), kind=kind, type="PERSON", entity=entity)  # type: ignore[arg-type]


@pytest.fixture
def mentions() -> Mentions:
    found = [
        mention("Ruth Odell", "odell"),
        mention("Marsh", "marsh"),
        mention("a spokesman", "spokesman", "nominal"),
        mention("Ada Quill", "quill"),
        mention("he", "quill", "pronoun", nth=TEXT.split("said: ")[0].count("he")),
    ]
    return Mentions(found, TEXT)


@pytest.mark.parametrize(
    ("words", "entity"),
    [
        ("Ruth Odell", "odell"),
        ("Marsh's", "marsh"),
        ("Harbour aide Ruth Odell, who led Marsh's team", "odell"),
        ("a spokesman for Ada Quill", "spokesman"),
        ("Marsh's team", None),
        ("Quill", "quill"),
        ("slept", None),
    ],
)
def test_the_head_of_the_phrase_decides(mentions: Mentions, words: str, entity: str | None) -> None:
    assert mentions.entity_at(span(words)) == entity


def test_a_relay_that_only_names_the_source_again_is_dropped(mentions: Mentions) -> None:
    again = Relay(name="Ada Quill", span=span("Ada Quill"))
    other = Relay(name="Ruth Odell", span=span("Ruth Odell"))
    a = Attribution(source=(span("Quill"),), cue=(), content=(span("slept"),), relay=(again, other))
    (linked,) = link_attributions([a], mentions)
    assert [r.entity for r in linked.relay] == ["odell"]
