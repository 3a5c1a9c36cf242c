"""What comes of a happening joins the verbs that tell it by doing and by suffering."""

from __future__ import annotations

from rashomon.collate.align.outcomes import befalls, outcomes_of


def test_doing_and_suffering_tell_one_outcome() -> None:
    assert outcomes_of("kill") & outcomes_of("die") & outcomes_of("dead")
    assert not outcomes_of("bridge")


def test_a_verb_that_only_says_that_a_thing_happened() -> None:
    assert befalls("strike", alone=False)
    assert not befalls("kill", alone=True)
    assert befalls("end", alone=True)
    assert not befalls("end", alone=False)
