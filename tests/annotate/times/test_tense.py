"""Bare days and months go the way of the clause that they depend on."""

from __future__ import annotations

from datetime import datetime

import pytest

from rashomon.annotate.sentences import sentences_of
from rashomon.annotate.times import References, find_times
from rashomon.records import Article, Part, Span

NOW = datetime(2019, 5, 15)
"""A Wednesday: the Friday before is the 10th, the one to come the 17th."""


def values(text, parser):
    article = Article(id="a", text=text, parts=(Part(kind="body", span=Span(article="a", start=0, end=len(text))),))
    times = find_times(article, sentences_of([article], parser)[0], References(published=NOW))
    return [t.value for t in times if t.type in ("DATE", "TIME")]


@pytest.mark.parametrize(
    "text",
    [
        "The brewery will close on Friday.",
        "The brewery may close on Friday.",
        "The brewery might close Friday.",
        "The brewery could close on Friday.",
        "The brewery should close on Friday.",
        "The brewery is going to close on Friday.",
        "The brewer said the cellar would close on Friday.",
        "The choir will sing and march on Friday.",
        "The vintners will hold a tasting on Friday.",
        "The brewery is expected to close on Friday.",
        "The brewery was expected to close on Friday.",
        "A verdict is expected on Friday.",
        "The brewery is due to close on Friday.",
        "A verdict is due on Friday.",
        "The brewery declared a dividend payable Friday.",
        "The toll was doubled, effective Friday.",
        "The brewery is set to close on Friday.",
        "The tasting is scheduled for Friday.",
        "The tasting is slated for Friday.",
        "The tasting is planned for Friday.",
        "A verdict is likely on Friday.",
        "The judge set a hearing for Friday.",
        "The brewer called a tasting for Friday.",
        "The brewery is likely to close on Friday.",
        "The brewery is bound to close on Friday.",
        "The brewer hopes to close the cellar on Friday.",
        "The brewer planned to leave the valley on Friday.",
        "The brewer wants to leave on Friday.",
        "The brewer intends to leave on Friday.",
        "The brewer aims to leave on Friday.",
        "The brewer promised to leave on Friday.",
        "The brewer vowed to leave on Friday.",
        "The tasting is on Friday.",
        "The fair opens on Friday.",
        "The brewer hopes to have a new cask in the cellar by Friday.",
        "The cellar will stay closed until Friday.",
        "The cellar will not open until Friday.",
        "The brewer announced a plan to leave on Friday.",
        "The cellar may reopen as early as Friday.",
        "The cellar must reopen no later than Friday.",
    ],
)
def test_what_lies_ahead_is_the_friday_to_come(text, parser):
    assert values(text, parser) == ["2019-05-17"]


@pytest.mark.parametrize(
    "text",
    [
        "The brewery closed on Friday.",
        "The brewery has been closed since Friday.",
        "The brewer said on Friday that the cellar would close.",
        "The cellar may have closed on Friday.",
        "The brewer would not comment on Friday.",
        "The brewer declined to comment on Friday.",
        "Nobody could be reached on Friday.",
        "The brewery set a record on Friday.",
        "The brewer was able to leave on Friday.",
        "The tasting had been planned for Friday.",
        "The tasting had been due to start on Friday.",
        "The brewer agreed on Friday to leave.",
        "The brewer will appeal Friday's ruling.",
        "The blame for the attack on Friday will be shared.",
        "The brewer had hoped to leave on Friday.",
        "The brewer previously asked them to leave on Friday.",
        "The first guest to leave on Friday was the brewer.",
        "The brewer did not reach the valley until Friday.",
        "By Friday the cellar had closed.",
    ],
)
def test_what_lies_behind_is_the_friday_before(text, parser):
    assert values(text, parser) == ["2019-05-10"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The brewer said the cellar would reopen on Sunday evening.", "2019-05-19TEV"),
        ("The brewery closed on Sunday evening.", "2019-05-12TEV"),
        ("A verdict is expected in February.", "2020-02"),
        ("The brewery opened in February.", "2019-02"),
        ("A verdict is expected in November.", "2019-11"),
        ("The fair will open at the weekend.", "2019-W20-WE"),
        ("The brewery closed at the weekend.", "2019-W19-WE"),
    ],
)
def test_months_and_parts_of_the_week_go_the_same_way(text, value, parser):
    assert values(text, parser) == [value]


@pytest.mark.parametrize(
    "text", ["To begin on Friday.", "Begin on Friday.", "To stop to begin to try to leave on Friday."]
)
def test_sentences_without_a_finite_verb_have_a_tense_or_none(text, parser):
    assert len(values(text, parser)) == 1
