"""Claims: one clause each, with its slots filled."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.annotate import annotate
from rashomon.claims import extract_claims
from rashomon.ingest import split_parts
from rashomon.records import Article, Claim


@pytest.fixture(scope="module")
def read(parser):
    def read(text: str) -> tuple[Claim, ...]:
        article = Article(id="x", text=text, parts=split_parts("x", text))
        return extract_claims(article, annotate([article], parser)[0])

    return read


def _claim(claims: tuple[Claim, ...], predicate: str) -> Claim:
    return next(c for c in claims if c.predicate == predicate)


def test_light_verb_is_unfolded(read) -> None:
    claim = _claim(read("Mayor Ilse Brandt held a meeting with Otto Falk in Norport."), "meet")
    assert {(r.role, r.head) for r in claim.roles} >= {("agent", "Brandt"), ("partner", "Falk")}


def test_the_noun_of_a_light_verb_may_stand_before_its_relative_clause(read) -> None:
    claim = _claim(read("Ilse Brandt praised the meeting that she had with Otto Falk in Norport."), "meet")
    assert "partner" in {r.role for r in claim.roles}


def test_what_a_source_says_is_a_claim_without_its_source(read) -> None:
    claim = _claim(read("The harbour master said the ferry struck the pier."), "strike")
    assert claim.text == "the ferry struck the pier"
    assert not [c for c in read("The harbour master said the ferry struck the pier.") if c.predicate == "say"]


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("Brandt hoped to visit the island.", "visit", "hoped"),
        ("Brandt is expected to visit the island.", "visit", "expected"),
        ("Brandt is likely to visit the island.", "visit", "likely"),
        ("Brandt may visit the island.", "visit", "possible"),
        ("Brandt will visit the island.", "visit", "planned"),
        ("Brandt visited the island.", "visit", "asserted"),
        ("A ruling is expected in June.", "expect", "expected"),
        ("A ruling was expected on Monday.", "expect", "expected"),
        ("A ruling is due on Monday.", "due", "expected"),
        ("A ruling is likely on Monday.", "likely", "likely"),
        ("The fair is scheduled for June.", "schedule", "planned"),
        ("The fair had been planned for June.", "plan", "asserted"),
        ("Falk denied that Brandt visited the island.", "visit", "denied"),
        ("The captain may turn back and visit the island.", "visit", "possible"),
        ("The captain turned back and visited the island.", "visit", "asserted"),
        ("If Brandt buys the boat and visits the island, Falk will leave.", "visit", "conditional"),
        ("Falk spoke of the possibility that Brandt visited the island.", "visit", "possible"),
        ("Falk rejected the claim that Brandt visited the island.", "visit", "denied"),
        ("Falk heard the claim that Brandt visited the island.", "visit", "reported"),
        ("Falk was not sure that Brandt visited the island.", "visit", "possible"),
        ("Falk was sure that Brandt visited the island.", "visit", "asserted"),
        ("Falk was not happy because Brandt visited the island.", "visit", "asserted"),
        ("Falk declined to say whether Brandt visited the island.", "visit", "conditional"),
        ("Falk was accused of plans to visit the island.", "visit", "planned"),
    ],
)
def test_modality(read, text: str, predicate: str, modality: str) -> None:
    assert _claim(read(text), predicate).modality == modality


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The crew did not open the gate.", "open"),
        ("The crew refused to open the gate.", "open"),
        ("The council made no progress.", "progress"),
        ("The crew left without opening the gate.", "open"),
        ("The crew do not believe that the wind opened the gate.", "open"),
        ("It does not appear that the wind opened the gate.", "open"),
    ],
)
def test_negation(read, text: str, predicate: str) -> None:
    assert _claim(read(text), predicate).polarity == "negative"


def test_nominal_events_are_claims(read) -> None:
    claims = read("During their May 4 meeting with the union the owners gave in.")
    assert any(c.nominal and c.text == "their May 4 meeting with the union" for c in claims)


def test_a_part_of_a_stretch_of_time_is_no_event(read) -> None:
    assert not [c for c in read("The port closed at the start of this year.") if c.predicate == "start"]
    assert [c for c in read("The port closed at the start of the season.") if c.predicate == "start"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_any_text_gives_claims_within_bounds(read, text: str) -> None:
    for claim in read(text):
        assert claim.text == text[claim.span.start : claim.span.end]
        assert all(0 <= r.span.start < r.span.end <= len(text) for r in claim.roles)
