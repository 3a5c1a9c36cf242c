"""A stream long enough for stories to outgrow what is kept of them."""

from __future__ import annotations

from itertools import islice

import pytest
from quality.invented_stream import invented_stream

from rashomon.stories import Stream, profile_of
from rashomon.stories.vocabulary import Vocabulary
from rashomon.stories.window import Window


def test_a_long_stream_in_a_small_window_goes_on() -> None:
    stream = Stream(window=Window(active=30, quiet=60))
    articles = [a for a, _ in islice(invented_stream(300, lasts=60), 300)]
    placed = [stream.add(profile_of(a)) for a in articles]
    assert len(placed) == 300
    assert len(stream.stories()) <= 30


def test_words_that_nothing_has_any_more_are_forgotten_and_nothing_else_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rashomon.stories.frequency.EPOCHS", 1)
    profiles = [profile_of(a) for a, _ in islice(invented_stream(250, lasts=60), 250)]
    whole, forgetful = Window(active=20, quiet=30), Window(active=20, quiet=30)
    stream = Stream(window=whole)
    expected = [stream.add(p) for p in profiles]
    monkeypatch.setattr(Vocabulary, "crowded", True)
    stream = Stream(window=forgetful)
    assert [stream.add(p) for p in profiles] == expected
    assert len(forgetful.vocabulary) < len(whole.vocabulary)


def test_two_streams_that_take_turns_and_tell_each_other_do_what_one_does() -> None:
    profiles = [profile_of(a) for a, _ in islice(invented_stream(200, lasts=60), 200)]
    whole = Stream(window=Window(active=20, quiet=30))
    expected = [whole.add(p) for p in profiles]
    pair = [Stream(window=Window(active=20, quiet=30)) for _ in range(2)]
    found = []
    for turn, start in enumerate(range(0, 200, 7)):
        mine, other = pair[turn % 2], pair[1 - turn % 2]
        found += [mine.add(p) for p in profiles[start : start + 7]]
        other.refresh(mine.changes().items())
    assert [f.story for f in found] == [e.story for e in expected]
    assert found == expected
