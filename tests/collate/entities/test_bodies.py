"""Which bodies without a name are one over a story of invented reports."""

from __future__ import annotations

import itertools

from rashomon.annotate import annotate
from rashomon.collate.entities import resolve_story
from rashomon.records import Article, Part, Span


def bodies(parser, *texts: str) -> list[tuple[str, int]]:
    """Names of the story's bodies, and in how many reports each stands."""
    articles = [
        Article(id=f"doc{i}", text=t, parts=(Part(kind="body", span=Span(article=f"doc{i}", start=0, end=len(t))),))
        for i, t in enumerate(texts)
    ]
    found = resolve_story(articles, annotate(articles, parser)).entities
    return sorted((e.name, len({s.article for s in e.mentions})) for e in found if e.type == "ORG")


def test_a_body_of_the_same_words_is_one(parser):
    assert bodies(parser, "The lifeboat service said all were safe.", "All are safe, the lifeboat service said.") == [
        ("lifeboat service", 2)
    ]


def test_a_noun_alone_is_the_body_that_one_report_calls_so(parser):
    texts = ("The shipyard, Calder Shipping, said the crane had failed.", "The crane had failed, the shipyard said.")
    for order in itertools.permutations(texts):
        assert bodies(parser, *order) == [("Calder Shipping", 2)]


def test_a_noun_that_two_bodies_bear_is_neither(parser):
    texts = ("The dockers' union said no.", "The seafarers' union said yes.", "The union said nothing.")
    assert [n for _, n in bodies(parser, *texts)] == [1, 1, 1]


def test_whose_body_it_is_decides(parser):
    assert [n for _, n in bodies(parser, "Its board said no on Monday.", "Its board said yes on Monday.")] == [1, 1]
