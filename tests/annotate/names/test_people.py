"""Names of people: parts, spellings, and who can be the same."""

from __future__ import annotations

import pytest

from rashomon.annotate.names.people import compatible, gender_of, parse_person, same_surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ines Holm", "Ines M. Holm"),
        ("I. Holm", "Ines Holm"),
        ("Bill Warrick", "William Warrick"),
        ("Oleksandr Markovskyy", "Oleksandr Markovsky"),
        ("Masoud Darvishi", "Massoud Darvishi"),
    ],
)
def test_two_forms_of_one_name_can_be_one_person(one: str, other: str) -> None:
    assert compatible(parse_person(one), parse_person(other))


@pytest.mark.parametrize(
    ("one", "other"), [("Anna Berg", "Oskar Berg"), ("Amos Reed", "Amos Reed Jr."), ("Anna Berg", "Anna Borg")]
)
def test_two_people_are_not_one(one: str, other: str) -> None:
    assert not compatible(parse_person(one), parse_person(other))


def test_a_particle_belongs_to_the_surname() -> None:
    assert parse_person("Ursula van der Meer").surname == "vandermeer"


def test_short_surnames_must_be_equal() -> None:
    assert not same_surname("lei", "ley")


def test_a_first_name_tells_the_gender_only_where_it_does() -> None:
    assert (gender_of(["maria"]), gender_of(["peter"]), gender_of(["xyq"])) == ("f", "m", "")
