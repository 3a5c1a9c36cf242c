"""Whom an article relies on, read off its sentences."""

from __future__ import annotations

import pytest

from rashomon.annotate import annotate
from rashomon.ingest import split_parts
from rashomon.origins.parties import Parties
from rashomon.origins.ties import find_ties
from rashomon.records import Article, Witness

pytestmark = pytest.mark.model


def ties_of(text: str, parser, outlet: str | None = None):
    article = Article(id="a", text=text, outlet=outlet, parts=split_parts("a", text))
    (annotation,) = annotate([article], parser)
    found = find_ties(Witness(siglum="A", article=article, annotation=annotation), Parties(()))
    assert all(0 <= s.start < s.end <= len(text) for t in found for s in (*t.evidence, *t.scope))
    return {(t.manner, t.party.name, t.evidence[0].of(text)) for t in found if t.manner != "voice"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bridge will reopen on Monday, Reuters reported.", ("report", "Reuters", "Reuters reported")),
        ("The bridge will reopen on Monday, according to AFP.", ("report", "Agence France-Presse", "according to AFP")),
        ("The engineer told the BBC that the bridge was sound.", ("channel", "BBC", "told the BBC")),
        ("The bridge was sound, the engineer said in an interview with CBS News.", ("channel", "CBS News", "interview with CBS News")),
        ("The mayor announced the closure in a Telegram post.", ("platform", "Telegram", "in a Telegram post")),
        ("The mayor wrote on Facebook that the bridge was closed.", ("platform", "Facebook", "on Facebook")),
        ("The bridge reportedly cracked in March.", ("unnamed", "unnamed reports", "reportedly")),
        ("The toll has doubled (a CNN article).", ("report", "CNN", "CNN article")),
    ],
)  # fmt: skip
def test_a_sentence_names_its_source(sentence, expected, parser):
    assert expected in ties_of(f"Bridge closed\n{sentence}\nCars queue for miles on both banks of the river.", parser)


def test_an_agency_that_is_only_talked_about_is_no_source(parser):
    assert not ties_of("Agency moves\nThe city sold the old office of Reuters to a bakery last year.", parser)


def test_what_somebody_told_the_papers_own_reporters_is_no_tie(parser):
    text = "Bridge closed\nThe engineer told CNN that the bridge was sound."
    assert ties_of(text, parser)
    assert not ties_of(text, parser, outlet="cnn.com")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The toll has doubled, said a readout released by the harbour ministry.", ("document", "harbour ministry", "a readout released by the harbour ministry")),
        ("The keeper told state television that the lamp was out.", ("channel", "state television", "told state television")),
    ],
)  # fmt: skip
def test_papers_given_out_and_outlets_without_a_name_are_sources(sentence, expected, parser):
    assert expected in ties_of(f"Lamp out\n{sentence}\nBoats wait in the roads until the morning.", parser)
