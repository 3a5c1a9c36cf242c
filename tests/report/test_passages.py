"""Places in the texts and the words around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.report.sample import HERALD, A, one_text, sample

from rashomon.records import Span
from rashomon.report.page import page_of
from rashomon.report.passages import Texts, places_in


def test_every_place_holds_the_words_it_names() -> None:
    texts = {w.siglum: w.article.text for w in sample().witnesses}
    places = list(places_in(page_of(sample())))
    assert places
    assert all(p.words == texts[p.siglum][p.start : p.end] for p in places)


def test_an_excerpt_is_the_sentence_around_its_words() -> None:
    found = Texts(sample().witnesses).excerpt(A.at("six hours"))
    assert (found.before, found.after) == ("The fire burned for ", ", fire chief Omar Lindqvist said.")


def test_a_long_sentence_is_cut_at_words() -> None:
    text = "before " * 100 + "here" + " after" * 100
    found = Texts(one_text(text).witnesses).excerpt(Span(article="x", start=700, end=704))
    assert found.before.startswith("… before")
    assert found.after.endswith("after …")
    assert len(found.before) + len(found.after) < 340


@given(st.integers(0, len(HERALD)), st.integers(0, len(HERALD)))
def test_any_span_stands_within_its_excerpt(one: int, other: int) -> None:
    span = Span(article=A.id, start=min(one, other), end=max(one, other))
    texts = Texts(sample().witnesses)
    assert texts.sentence(span).contains(span)
    assert texts.excerpt(span).place.words == span.of(HERALD)
