"""Headlines that capitalise every word, put as sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.headlines import as_sentence, in_title_case, usage_of
from rashomon.annotate.sentences import sentences_of
from rashomon.ingest import split_parts
from rashomon.records import Article

BODY = [
    "The ferry Lady Ansel ran aground off Corrin Point on Monday, and the mayor of Port Darrow said the captain had been asleep.",
    "Police in Port Darrow arrested the captain, said Ruth Penhallow, who owns the ferry.",
]


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        ("Ferry Captain Arrested in Port Darrow", "Ferry captain arrested in Port Darrow"),
        ("Penhallow’s Ferry Runs Aground After Captain Falls Asleep", "Penhallow’s ferry runs aground after captain falls asleep"),
        ("US Mayor Visits Stranded Ferry Off Brazil", "US mayor visits stranded ferry off Brazil"),
        ("Ferry captain arrested in Port Darrow", "Ferry captain arrested in Port Darrow"),
    ],
)  # fmt: skip
def test_capitals_stay_on_names_and_on_the_first_word(headline: str, sentence: str) -> None:
    assert as_sentence(headline, usage_of(BODY)) == sentence


def test_without_a_body_nothing_tells_names_from_words() -> None:
    assert as_sentence("Ferry Captain Arrested in Port Darrow", usage_of([])) == "Ferry Captain Arrested in Port Darrow"


def test_tokens_keep_the_letters_of_the_text(parser) -> None:  # type: ignore[no-untyped-def]
    text = "Ferry Captain Arrested in Port Darrow\n\n" + "\n\n".join(BODY)
    article = Article(id="a", text=text, headline=None, parts=split_parts("a", text))
    (sentences,) = sentences_of([article], parser)
    tokens = [t for s in sentences for t in s.tokens]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert next(t for t in tokens if t.text == "Arrested").pos == "VERB"
    assert next(t for t in tokens if t.text == "Captain").pos == "NOUN"


@given(st.text(), st.text())
def test_any_line_keeps_its_length(line: str, body: str) -> None:
    assert len(as_sentence(line, usage_of([body]))) == len(line)
    in_title_case(line)
