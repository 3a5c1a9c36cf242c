"""Who speaks in two short texts, and whether one charges where the other answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.app.align_pairs import Side, read_sides
from rashomon.collate.align.stances import charge_and_plea, contrast, other_voices, own_words, told_by_voices
from rashomon.collate.align.texts import Text
from rashomon.records import Claim, Span, Voice

CHARGED = "The guild accused the miller of fraud, Anna Oster said."
ANSWERED = "The miller denied it and called the story false, his lawyer Piet Karn said."
TOLD = "The mill stands by the river Tarn."


@pytest.fixture(scope="module")
def texts() -> dict[str, Text]:
    sides = [Side(t, "", "") for t in (CHARGED, ANSWERED, TOLD)]
    return {side.text: text for side, text in read_sides(sides).items()}


def test_two_who_dispute_are_other_voices_and_the_narrator_is_none(texts: dict[str, Text]) -> None:
    charged, answered, told = (texts[t].claims for t in (CHARGED, ANSWERED, TOLD))
    assert other_voices(charged, answered) == 1
    assert other_voices(charged, charged) == other_voices(charged, told) == other_voices(told, told) == 0
    assert told_by_voices(charged, answered) > 0 == told_by_voices(charged, told)


def test_own_words_are_those_in_marks(texts: dict[str, Text]) -> None:
    quoted = read_sides([side := Side("“The mill is mine,” Anna Oster said.", "", "")])[side]
    told = texts[TOLD].claims
    assert own_words(quoted.claims, told) == own_words(told, quoted.claims) == 1
    assert own_words(told, texts[CHARGED].claims) == 0


def test_one_charges_and_the_other_answers(texts: dict[str, Text]) -> None:
    charged, answered, told = (texts[t].words for t in (CHARGED, ANSWERED, TOLD))
    assert charge_and_plea(charged, answered) > charge_and_plea(charged, told) > 0
    assert charge_and_plea(charged, answered) == charge_and_plea(answered, charged)
    assert charge_and_plea(told, told) == contrast(told, told) == 0


@given(st.lists(st.text(max_size=12)), st.lists(st.text(max_size=12)))
def test_any_names_of_voices_give_a_number_from_nought_to_one(ours: list[str], theirs: list[str]) -> None:
    a, b = (tuple(claim(name) for name in names) for names in (ours, theirs))
    for value in (other_voices(a, b), told_by_voices(a, b)):
        assert 0 <= value <= 1
    assert other_voices(a, b) == other_voices(b, a)


def claim(name: str) -> Claim:
    span = Span(article="a", start=0, end=1)
    return Claim(id="c", span=span, trigger=span, text="x", predicate="say", tense="past", voice=Voice(name=name))
