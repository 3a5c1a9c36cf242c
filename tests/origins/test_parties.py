"""Who the words of a source stand for."""

from __future__ import annotations

import pytest

from rashomon.origins.parties import Parties
from rashomon.records import Article, Entity


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Reuters", ("agency", "Reuters")),
        ("a Reuters reporter", ("agency", "Reuters")),
        ("the birth certificate seen by the Herald", ("document", "birth certificate")),
        ("a port official", ("speaker", "a port official")),
    ],
)
def test_words_that_no_entity_stands_for(words: str, party: tuple[str, str]) -> None:
    found = Parties([]).of_source("a", None, words)
    assert found is not None
    assert (found.kind, found.name) == party


def test_a_pronoun_alone_is_nobody() -> None:
    assert Parties([]).of_source("a", None, "they") is None


def test_the_same_description_is_the_same_party_whatever_its_article_and_case() -> None:
    one, other = (Parties([]).of_source("a", None, words) for words in ("A port official", "the port official"))
    assert one is not None
    assert other is not None
    assert one.id == other.id


def test_a_known_entity_keeps_its_name_and_members() -> None:
    pair = Entity(id="e1", type="GROUP", name="Odell and Marsh", names=(), mentions=())
    found = Parties([pair], members={"e1": ("e2", "e3")}).of_source("a", "e1", "the two")
    assert found is not None
    assert (found.id, found.name, found.members) == ("e1", "Odell and Marsh", ("e2", "e3"))


@pytest.mark.parametrize(
    "words", ["a spokeswoman for Tern Water", "a Tern Water spokesman", "Tern Water's spokesperson"]
)
def test_a_nameless_spokesperson_says_the_bodys_words(words: str) -> None:
    body = Entity(id="org:tern_water", type="ORG", name="Tern Water", names=(), mentions=())
    found = Parties([body]).of_source("a", None, words)
    assert found is not None
    assert found.id == "org:tern_water"


def test_a_spokesperson_of_nobody_known_is_a_source_of_its_own() -> None:
    found = Parties([]).of_source("a", None, "a spokeswoman for the port")
    assert found is not None
    assert found.anonymous


def test_an_earlier_report_is_what_the_outlet_printed_before() -> None:
    article = Article(id="a", text="x", outlet="Tern Gazette")
    found = Parties([], [article]).of_source("a", None, "An earlier version of this story")
    assert found is not None
    assert (found.kind, found.name) == ("outlet", "Tern Gazette")
