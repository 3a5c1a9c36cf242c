"""The sentence that tells a difference: each with what it says, in words that are understood by themselves."""

from __future__ import annotations

import pytest

from rashomon import collate

pytestmark = pytest.mark.model


def notes(*texts: str) -> dict[str, str]:
    return {d.kind: d.note for d in collate(list(texts)).differences}


def test_a_count_stands_in_its_clause():
    one, other = "Two dockers were killed in the fire at Vardo.", "Five dockers were killed in the fire at Vardo."
    assert notes(one, other)["number"] == (
        "A says “Two dockers were killed in the fire at Vardo”; B says “Five dockers were killed in the fire at Vardo”."
    )


def test_those_who_say_the_same_are_told_together():
    yes, no = "The ferry Alma carried 240 passengers.", "The ferry Alma carried 310 passengers."
    other = "On Monday the ferry Alma carried 240 passengers to Vardo."
    assert notes(yes, no, other)["number"].startswith("A and C say “")


def test_a_bare_figure_of_a_long_clause_keeps_the_words_around_it():
    clause = (
        "The new harbour wall at Vardo, which the town council had promised the fishermen for more than twenty years, "
    )
    note = notes(clause + "will be 900 metres long.", clause + "will be 640 metres long.")["number"]
    assert "900 metres" in note
    assert "640 metres" in note
    assert len(note) < 260


def test_what_opened_has_an_opening():
    note = notes("The Vardo bridge opened on 3 March 2021.", "The Vardo bridge opened on 9 March 2021.")["date"]
    assert note == "A gives “3 March 2021” for the opening of the Vardo bridge; B “9 March 2021”."
