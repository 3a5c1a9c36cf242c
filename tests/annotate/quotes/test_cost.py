"""The cost grows with the length of the text, not faster."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from rashomon.annotate.parser import Parser
from rashomon.annotate.quotes import find_attributions, find_quoted
from rashomon.annotate.sentences import sentences_of
from rashomon.records import Article, Part, Span

UNITS = {
    "paragraphs": "“The lock is safe,” Odell said, adding that Marsh told the crews that it “may hold”.\n",
    "one line": "“The lock is safe,” Odell said, adding that Marsh told the crews that it “may hold”. ",
    "open marks": 'Odell said “the lock is ‘safe and "sound',
    "closed marks": "it ” is ’ safe \" now ' ",
    "cues": "Odell said that Marsh said that ",
}


def steps(text: str, parser: Parser) -> int:
    """How many calls of Python and C functions reading `text` takes, the parser's left out."""
    article = Article(id="t", text=text, parts=(Part(kind="body", span=Span(article="t", start=0, end=len(text))),))
    (sentences,) = sentences_of([article], parser)
    count = 0

    def counting(frame: FrameType, event: str, argument: Any) -> None:  # noqa: ARG001
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counting)
    try:
        find_attributions(article, sentences, find_quoted(article), ())
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_ten_times_the_text_takes_about_ten_times_the_steps(unit: str, parser: Parser) -> None:
    assert steps(unit * 100, parser) < 20 * steps(unit * 10, parser)
