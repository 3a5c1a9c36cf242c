"""The table of event kinds: complete against PLOVER and CAMEO, every word once, and what a word names by itself."""

from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.collate.kinds import Coding, coding_of, kind_of

TABLE = tomllib.loads((files("rashomon.collate.kinds") / "kinds.toml").read_text("utf-8"))
PLOVER = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


def test_each_type_of_plover_has_one_kind_and_nothing_else_a_type() -> None:
    assert sorted(row["plover"] for row in TABLE.values() if "plover" in row) == sorted(PLOVER)


def test_each_root_of_cameo_is_given() -> None:
    given = {row["cameo"] for row in TABLE.values() if "cameo" in row}
    given |= {code for row in TABLE.values() for code in row.get("other_cameo", {})}
    assert sorted(given) == [f"{n:02}" for n in range(1, 21)]


@pytest.mark.parametrize("part", ["verbs", "nouns"])
def test_a_word_stands_once(part: str) -> None:
    counts = Counter(w for row in TABLE.values() for w in row.get(part, "").split())
    assert [w for w, n in counts.items() if n > 1] == []


def test_modes_and_codes_are_of_words_of_their_kind() -> None:
    for row in TABLE.values():
        own = {*row["verbs"].split(), *row["nouns"].split()}
        for words in (*row.get("modes", {}).values(), *row.get("other_cameo", {}).values()):
            assert set(words.split()) <= own


@pytest.mark.parametrize(
    ("root", "noun", "kind", "coding"),
    [
        ("phone", None, "consultation", Coding("CONSULT", "phone", "04")),
        ("investigate", "investigation", "accusation", Coding("ACCUSE", "investigate", "09")),
        ("accuse", None, "accusation", Coding("ACCUSE", "disapprove", "11")),
        ("call off", None, "sanction", Coding("SANCTION", "cancel", "16")),
        ("fire", "fire", "fire", Coding()),
        ("earthquake", "earthquake", "disaster", Coding()),
        ("elect", "election", "vote", Coding()),
        ("say", None, "statement", Coding(None, None, "01")),
    ],
)
def test_a_word_names_a_kind_and_its_codes(root: str, noun: str | None, kind: str, coding: Coding) -> None:
    found = kind_of(root, noun)
    assert (found.name, coding_of(found, root, noun)) == (kind, coding)


def test_a_word_that_is_not_listed_falls_back_to_the_class_of_its_verb_without_a_code() -> None:
    walk = kind_of("walk")
    assert (walk.name, walk.general, coding_of(walk, "walk")) == ("motion", True, Coding())
    assert kind_of("zzyzx").name == "other"


@given(st.text(max_size=20), st.none() | st.text(max_size=20))
def test_any_word_has_a_kind(root: str, noun: str | None) -> None:
    assert kind_of(root, noun).name
