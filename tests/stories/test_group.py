"""Which articles belong together."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.records import Article
from rashomon.stories import Stream, group_stories
from rashomon.stories.profile import profile_of, stem_of

LOCK = [
    "The mayor of Lower Brill, Ida Kell, opened the new lock on the canal. The lock cost nine million crowns, Kell said.",
    "A new lock was opened at Lower Brill by Mayor Ida Kell. Lock keeper Anna Prow let the first barge through the canal.",
    "Kell and lock keeper Anna Prow opened the canal's new lock at Lower Brill, which cost nine million crowns.",
]
FIRE = [
    "Fire destroyed a paper mill in Ostmark overnight. Fire chief Rudi Lamm said the mill's night watchman raised the alarm.",
    "A paper mill in Ostmark burned down in the night. Nobody was hurt in the fire, chief Rudi Lamm told Ostmark Radio.",
]
VOTE = [
    "Voters in Pell rejected the tram line by 61 percent. Tram opponent Lena Voss called the vote a clear signal to the council.",
    "The tram line in Pell is off the table: 61 percent of voters said no. Council leader Max Orth said the tram was needed.",
]


def articles(*groups: list[str], published: str | None = None) -> list[Article]:
    return [
        Article(id=f"{chr(97 + g)}{i}", text=t, published=published)
        for g, texts in enumerate(groups)
        for i, t in enumerate(texts)
    ]


def together(found: dict[str, str]) -> set[frozenset[str]]:
    stories: dict[str, set[str]] = {}
    for article, story in found.items():
        stories.setdefault(story, set()).add(article)
    return {frozenset(s) for s in stories.values()}


def test_articles_about_one_event_are_one_story() -> None:
    found = group_stories(articles(LOCK, FIRE, VOTE))
    assert together(found) == {frozenset({"a0", "a1", "a2"}), frozenset({"b0", "b1"}), frozenset({"c0", "c1"})}
    assert list(found) == ["a0", "a1", "a2", "b0", "b1", "c0", "c1"]


def test_the_order_given_changes_nothing() -> None:
    given_articles = articles(LOCK, FIRE, VOTE, published="2031-05-02")
    found = group_stories(given_articles)
    for seed in range(5):
        shuffled = random.Random(seed).sample(given_articles, len(given_articles))
        assert group_stories(shuffled) == found


def test_days_far_apart_keep_like_articles_apart() -> None:
    text = "Fire destroyed a paper mill in Ostmark overnight, chief Rudi Lamm said. The alarm came from {}."
    others = articles(LOCK, VOTE)
    near = [
        Article(id=f"x{i}", text=text.format(w), published=f"2031-05-0{i + 1}")
        for i, w in enumerate(("a guard", "a boy"))
    ]
    assert group_stories([*near, *others])["x0"] == group_stories([*near, *others])["x1"]


def test_nothing_and_nothing_to_go_by() -> None:
    assert group_stories([]) == {}
    bare = [Article(id="a", text="…"), Article(id="b", text="1"), Article(id="c", text="the of and")]
    assert len(group_stories(bare)) == 3


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("locks", "lock"),
        ("opened", "open"),
        ("opening", "open"),
        ("kell's", "kell"),
        ("press", "press"),
        ("stopped", "stop"),
    ],
)
def test_stems(word: str, stem: str) -> None:
    assert stem_of(word) == stem


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=60), max_size=12))
def test_every_article_is_in_one_story(texts: list[str]) -> None:
    found = group_stories([Article(id=str(i), text=t) for i, t in enumerate(texts)])
    assert list(found) == [str(i) for i in range(len(texts))]


def test_the_first_few_reports_are_grouped_as_well_as_later_ones() -> None:
    kiln = "Two potters were hurt when the kiln at Oster burst on Monday, the mayor of Oster said."
    guild = "The potters hurt at Oster had warned the mayor of the kiln, their guild said on Tuesday."
    treaty = "Parliament in Veld rejected the fishing treaty by nine votes late on Monday."
    stream = Stream()
    found = [stream.add(profile_of(Article(id=str(i), text=t))).story for i, t in enumerate((kiln, treaty, guild))]
    assert found[0] == found[2] != found[1]
