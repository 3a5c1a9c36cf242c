"""Numbers in digits and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.atoms import Atoms, atoms_of
from rashomon.annotate.numerals import read_numeral, spelt_year
from rashomon.records import Token, make_sentence


def atoms(text: str) -> Atoms:
    token = Token(0, text, 0, len(text), text, "X", "X", "ROOT", 0, "", "", False)
    return atoms_of(text, make_sentence(0, 0, "body", "a", (token,)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three", 3),
        ("twenty-five", 25),
        ("one hundred and three", 103),
        ("three thousand nine hundred and sixty five", 3965),
        ("two hundred and two thousand", 202_000),
        ("two million three hundred thousand and five", 2_300_005),
        ("4 thousand 3 hundred and 21", 4321),
        ("a hundred", 100),
        ("a dozen", 12),
        ("three dozens", 36),
        ("1,234.5 million", 1_234_500_000),
        ("12 500", 12_500),
        ("10k", 10_000),
        ("2.5bn", 2.5e9),
        ("1.3x10^6", 1.3e6),
        ("half a million", 500_000),
        ("a million and a half", 1_500_000),
        ("two and a half", 2.5),
        ("2 1/2", 2.5),
        ("2½", 2.5),
        ("three fifths", 0.6),
        ("one twenty-fifth", 0.04),
        ("two thirds of a million", 2e6 / 3),
        ("naught point five", 0.5),
        ("twenty-fifth", 25),
        ("3rd", 3),
    ],
)
def test_a_number_is_read_to_its_end(text, value):
    found = read_numeral(atoms(text), 0)
    assert found is not None
    assert found.value == pytest.approx(value)
    assert found.end == len(atoms(text))


@pytest.mark.parametrize("text", ["a", "an", "house", "million", "and"])
def test_other_words_are_no_numbers(text):
    assert read_numeral(atoms("the " + text), 1) is None


def test_a_year_may_be_said_in_two_halves():
    assert [spelt_year(atoms(t), 0).value for t in ("nineteen ninety-six", "seventeen hundred thirty three")] == [1996, 1733]  # fmt: skip


@given(st.text(alphabet=st.sampled_from("0123456789,./-½ eEx^+ahunred twomilionthfsk'"), min_size=1, max_size=60))
def test_no_text_breaks_the_reading_and_every_number_moves_on(text):
    found = atoms(text)
    for i in range(len(found)):
        numeral = read_numeral(found, i)
        assert numeral is None or i < numeral.end <= len(found)


def test_absurd_runs_of_digits_are_no_numbers():
    assert read_numeral(atoms("9" * 400), 0) is None
