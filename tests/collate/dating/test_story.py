"""Undated reports dated by their own words and their siblings."""

from __future__ import annotations

import pytest

from rashomon.annotate import Parser, annotate
from rashomon.collate.dating import date_story
from rashomon.ingest import read_inputs
from rashomon.records import Article, Dating

pytestmark = pytest.mark.model

DATED = (
    "Lock keeper Anna Prow and Mayor Ida Kell opened the new lock at Lower Brill on Friday, May 2, police chief Jon Ask said.\n"
    "Prow met Kell again at the town hall in Lower Brill on Saturday to sign the lock treaty.\n"
    "The treaty between Brill and Westmark was drafted on April 14, Kell said."
)
UNRELATED = "The Tarn Rovers beat Pell United on Tuesday in Ostmark, coach Rudi Lamm said. Lamm will meet reporters on Thursday."


def dates(parser: Parser, *articles: Article) -> dict[str, Dating | None]:
    read = list(read_inputs(articles).articles)
    found = date_story(read, annotate(read, parser))
    return {a.id: d for a, d in zip(read, found, strict=True)}


def sibling(published: str | None = "2031-05-03") -> Article:
    return Article(id="dated", text=DATED, published=published)


def value(found: Dating | None) -> str | None:
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # A past day of the year and one still ahead leave one day.
        (
            "Anna Prow opened the lock at Lower Brill on May 2, Jon Ask said. Mayor Ida Kell will visit Westmark on May 3.",
            "2031-05-02",
        ),
        # A weekday that a sibling dates.
        (
            "Lock keeper Anna Prow and Mayor Ida Kell opened the new lock at Lower Brill on Friday.\nJon Ask watched from Westmark.",
            "2031-05-02",
        ),
        # The last day it looks back on.
        (
            "Lock keeper Anna Prow opened the new lock at Lower Brill on Friday with Mayor Ida Kell.\n"
            "Prow met Kell at the town hall in Lower Brill on Saturday and signed the lock treaty with Westmark, Jon Ask said.",
            "2031-05-03",
        ),
        # "Today".
        (
            "Lock keeper Anna Prow and Mayor Ida Kell opened the new lock at Lower Brill this morning, police chief Jon Ask said in Westmark.",
            "2031-05-02",
        ),
    ],
)
def test_own_words_and_siblings(parser: Parser, text: str, day: str) -> None:
    found = dates(parser, sibling(), Article(id="x", text=text))["x"]
    assert value(found) == day
    assert found is not None
    assert not found.explicit
    assert found.because.startswith("siblings")
    assert found.evidence
    assert all(s.article == "x" and s.of(text) for s in found.evidence)


def test_nothing_is_guessed(parser: Parser) -> None:
    bare = "Lock keeper Anna Prow and Mayor Ida Kell opened the new lock at Lower Brill. Jon Ask was there, and half of Westmark."
    assert dates(parser, sibling(), Article(id="x", text=bare))["x"] is None
    friday = "Lock keeper Anna Prow and Mayor Ida Kell opened the new lock at Lower Brill on Friday."
    assert dates(parser, Article(id="x", text=friday))["x"] is None
    assert dates(parser, sibling(published=None), Article(id="x", text=friday))["x"] is None


def test_an_unrelated_article_neither_gives_nor_gets_a_date(parser: Parser) -> None:
    friday = Article(
        id="x",
        text="Lock keeper Anna Prow and Mayor Ida Kell opened the new lock at Lower Brill on Friday, Jon Ask said.",
    )
    other = Article(id="other", text=UNRELATED)
    alone = dates(parser, sibling(), friday)
    beside = dates(parser, sibling(), friday, other)
    assert beside["other"] is None
    assert {k: beside[k] for k in alone} == alone
    dated_other = Article(id="other", text=UNRELATED, published="2031-04-24")
    assert dates(parser, friday, dated_other)["x"] is None
    assert dates(parser, sibling(), friday, dated_other)["x"] == alone["x"]


def test_the_order_of_the_articles_changes_nothing(parser: Parser) -> None:
    a = Article(
        id="a",
        text="Anna Prow and Mayor Ida Kell opened the new lock at Lower Brill on Friday, Jon Ask said in Westmark.",
    )
    b = Article(
        id="b",
        text="Kell and Anna Prow signed the lock treaty at the town hall in Lower Brill on Saturday, Jon Ask said. It was a fine day for Westmark.",
    )
    assert dates(parser, a, b, sibling()) == dates(parser, sibling(), b, a)


def test_what_is_dated_stays(parser: Parser) -> None:
    assert dates(parser, sibling())["dated"] == Dating(value="2031-05-03", explicit=True, because="given")


@pytest.mark.parametrize(
    ("line", "words"),
    [("Updated 5/4/2031", "5/4/2031"), ("May 4 at 3:41 PM", "May 4"), ("4/5/2031", "4/5/2031")],
)
def test_a_date_line_that_leaves_something_open(parser: Parser, line: str, words: str) -> None:
    told = "Anna Prow and Mayor Ida Kell opened the lock at Lower Brill, Jon Ask said in Westmark."
    text = f"Lock opens in Brill\n{line}\n{told}"
    found = dates(parser, sibling(), Article(id="x", text=text))["x"]
    assert found is not None
    assert (found.value, [s.of(text) for s in found.evidence]) == ("2031-05-04", [words])
