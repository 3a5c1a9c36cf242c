"""Entities over a story of invented reports."""

from __future__ import annotations

import itertools

from rashomon.annotate import annotate
from rashomon.collate.entities import resolve_story
from rashomon.records import Article, Part, Span


def article(name: str, text: str) -> Article:
    return Article(id=name, text=text, parts=(Part(kind="body", span=Span(article=name, start=0, end=len(text))),))


def story(parser, *texts: str):
    articles = [article(f"doc{i}", text) for i, text in enumerate(texts)]
    return articles, resolve_story(articles, annotate(articles, parser))


def spellings(parser, *texts: str) -> dict[str, str]:
    """Entity id by surface form."""
    articles, found = story(parser, *texts)
    text = {a.id: a.text for a in articles}
    return {text[s.article][s.start : s.end]: e.id for e in found.entities for s in e.mentions}


def test_transliterations_of_one_name_are_one_person(parser):
    found = spellings(parser, "Oleksandr Markovskyy resigned.", "Oleksandr Markovskiy resigned.", "Markovsky resigned.")
    assert found["Oleksandr Markovskyy"] == found["Oleksandr Markovskiy"] == found["Markovsky"]


def test_a_surname_that_two_bear_is_given_to_neither(parser):
    found = spellings(parser, "Anna Holt spoke.", "Peter Holt spoke.", "Holt spoke.")
    assert len({found["Anna Holt"], found["Peter Holt"], found["Holt"]}) == 3


def test_an_acronym_is_the_body_whose_initials_it_is(parser):
    found = spellings(parser, "The Coastal Fisheries Board met.", "The CFB met on Monday.")
    assert found["Coastal Fisheries Board"] == found["CFB"]


def test_a_leader_is_known_from_another_article(parser):
    found = spellings(parser, "Peruvian President Marta Quispe won.", "The Peruvian leader thanked the voters.")
    assert found["The Peruvian leader"] == found["Marta Quispe"]


def test_unnamed_officials_of_two_articles_stay_apart(parser):
    _, found = story(parser, "A port official denied it.", "A port official denied it.")
    assert len([e for e in found.entities if e.anonymous]) == 2


def test_the_order_of_the_articles_does_not_matter(parser):
    texts = [
        "Anna Holt met the mayor.",
        "Mrs. Holt of the Coastal Fisheries Board spoke.",
        "The CFB met. Police said so.",
    ]
    articles = [article(f"doc{i}", t) for i, t in enumerate(texts)]
    annotations = dict(zip((a.id for a in articles), annotate(articles, parser), strict=True))
    results = [resolve_story(order, [annotations[a.id] for a in order]) for order in itertools.permutations(articles)]
    assert all(r.entities == results[0].entities and dict(r.of) == dict(results[0].of) for r in results)
