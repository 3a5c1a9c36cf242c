"""A stream long enough for stories to outgrow what is kept of them."""

from __future__ import annotations

from itertools import islice

from quality.invented_stream import invented_stream

from rashomon.stories import Stream, profile_of
from rashomon.stories.window import Window


def test_a_long_stream_in_a_small_window_goes_on() -> None:
    stream = Stream(window=Window(active=30, quiet=60))
    articles = [a for a, _ in islice(invented_stream(300, lasts=60), 300)]
    placed = [stream.add(profile_of(a)) for a in articles]
    assert len(placed) == 300
    assert len(stream.stories()) <= 30
