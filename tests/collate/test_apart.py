"""What keeps two claims out of one fact, however alike their words are."""

from __future__ import annotations

import pytest

from rashomon import collate

pytestmark = pytest.mark.model


def shared(*texts):
    """The texts of the facts that two reports state."""
    return [f.text for f in collate(list(texts)).facts if len(f.witnesses) > 1]


APART = {
    "two distances": (
        "The ferry Alma anchored at a quay about 15 miles north of Vardo.",
        "The tip about the ferry Alma came from a quay about 50 miles north of Vardo.",
    ),
    "a cause denied and a search slowed": (
        "The wreck of the ferry Alma was not due to bad weather.",
        "Bad weather slowed the search for the ferry Alma.",
    ),
    "two acts of one person": (
        "Lars Moe, who leads the dockers, walked out before the count.",
        "Lars Moe, the quay's fiercest critic, was refused entry to the hall.",
    ),
    "what was foreseen not to be, and was": (
        "The death toll is not expected to rise further.",
        "The death toll rose to ten.",
    ),
    "an offer and the deed": (
        "Harbour master Lars Moe offered to resign on Monday.",
        "Harbour master Lars Moe resigned.",
    ),
    "the one and the second": (
        "One passenger of the ferry Alma died on Monday.",
        "A second passenger of the ferry Alma has died.",
    ),
    "the first death and a second": (
        "The first death on the ferry Alma was on Monday.",
        "A second passenger of the ferry Alma has died.",
    ),
    "a Dane and a Swede": (
        "A Danish sailor of the ferry Alma drowned off Vardo on Monday.",
        "A Swedish sailor of the ferry Alma drowned off Vardo on Monday.",
    ),
    "two things lost": (
        "Shares of the ferry company Alma lost 21 percent of their value.",
        "The ferry company Alma lost five sailors, its head said.",
    ),
    "two things closed": (
        "The quay at Vardo is closed until further notice.",
        "Schools at Vardo would be closed on Monday.",
    ),
    "a mere name": (
        "The main town on the island, called Vardo, lies in the south.",
        "The main town on the island still has power and water.",
    ),
}


@pytest.mark.parametrize("case", APART)
def test_claims_of_two_things_are_no_fact(case):
    assert shared(*APART[case]) == []


def test_other_figures_for_the_same_happening_still_meet():
    assert shared(
        "The ferry Alma sank 15 miles off Vardo on Monday.", "On Monday the ferry Alma sank 18 miles off Vardo."
    )


def test_what_a_thing_is_and_what_another_report_says_it_is_are_no_one_fact():
    assert shared("The signal at Vardo was red.", "The signal at Vardo was green.") == []


def test_two_who_speak_say_no_one_thing():
    assert shared("Mayor Ines Sand told the council of Vardo.", "Captain Nils Berg told the radio in Vardo.") == []


def test_a_verb_and_a_number_make_two_events_of_two_places_no_one_fact():
    ferry = "The ferry Alma was carrying 212 passengers when it ran aground off Vardo."
    train = "A train that left the rails at Brell was carrying 62 passengers, the railway said."
    assert shared(ferry, train) == []


def test_a_call_held_is_no_name_given():
    """ "Hold a phone call" has a call and an attribute, as "the town called Vardo" has."""
    assert shared(
        "Ines Sand held a long phone call with Nils Berg on Monday.",
        "Nils Berg and Ines Sand spoke by phone on Monday.",
    )
