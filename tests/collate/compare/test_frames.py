"""States that exclude each other in other words."""

from __future__ import annotations

import pytest

from rashomon import collate
from rashomon.collate.compare.frames import frames

pytestmark = pytest.mark.model


def polarity(*texts):
    return {(d.kind, d.severity) for d in collate(list(texts)).differences} & {
        ("polarity", "medium"),
        ("polarity", "soft"),
    }


OPPOSED = {
    "pace": (
        "In Vardo the salvage operations were slow.",
        "The salvage operations off Vardo went smoothly, Nils Berg said.",
    ),
    "damage": ("The storm knocked out power in Vardo.", "Power was not affected, the harbour board of Vardo said."),
    "course": ("The search for the ferry went on.", "The search for the ferry was called off."),
}

NOT_OPPOSED = {
    "two things": ("The storm knocked out power in Vardo.", "Water was not affected, the harbour board of Vardo said."),
    "two towns": ("The storm knocked out power in Vardo.", "Power was not affected in Bergen."),
    "two years": ("In May 2019 the storm knocked out power.", "Power was not affected by the storm."),
    "a wish": ("The search for the ferry went on.", "Ines Sand hopes to end the search for the ferry."),
}


@pytest.mark.parametrize("case", OPPOSED)
def test_two_states_of_one_thing_are_held_against_each_other(case):
    assert polarity(*OPPOSED[case])


@pytest.mark.parametrize("case", NOT_OPPOSED)
def test_states_of_two_things_places_or_times_are_not(case):
    assert not polarity(*NOT_OPPOSED[case])


def test_no_word_stands_on_both_sides():
    sides: dict[str, set[bool]] = {}
    for word, (_, one) in frames().items():
        sides.setdefault(word, set()).add(one)
    assert all(len(s) == 1 for s in sides.values())


def test_the_sides_show_the_words_that_exclude_each_other():
    (found,) = [d for d in collate(list(OPPOSED["damage"])).differences if d.kind == "polarity"]
    assert {s.value for s in found.sides} == {"knock out", "not affect"}
