"""The verb behind a noun or adjective of action."""

from __future__ import annotations

from rashomon.lexicon import root_of


def test_a_participle_is_its_verb_and_a_thing_is_no_action() -> None:
    assert root_of("damaged", "ADJ") == "damage"
    assert root_of("weapon", "NOUN") == "weapon"
