"""A line by itself means a stretch where a report names two days."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from rashomon.annotate.sentences import sentences_of
from rashomon.annotate.times import References, find_times
from rashomon.records import Article, Part, Span

NOW = datetime(2019, 5, 15, 9, 30)
"""A Wednesday."""


def read(text, parser, headline=None):
    body = Part(kind="body", span=Span(article="a", start=0, end=len(text)))
    given = Article(id="a", text=text, headline=headline, parts=(body,))
    return find_times(given, sentences_of([given], parser)[0], References(published=NOW))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The pool is closed from 3 June to 12 June.", "2019-06-03/2019-06-12"),
        ("The pool was closed from 2014 to 2016.", "2014-01-01/2016-01-01"),
        ("The pool was closed between March 2017 and now.", "2017-03-01/2019-05-15"),
        ("The pool is closed from next Monday to Friday.", "2019-05-20/2019-05-24"),
        ("The pool is closed from November to February 2020.", "2019-11-01/2020-02-01"),
        ("The pool is closed for two weeks starting 20 May.", "2019-05-20/2019-06-03"),
        ("The pool is closed for the next three days.", "2019-05-16/2019-05-19"),
        ("The pool was closed for the last two months.", "2019-03-15/2019-05-15"),
        ("The pool will open within five minutes.", "2019-05-15T09:30:00/2019-05-15T09:35:00"),
    ],
)
def test_a_stretch_in_a_note_is_one_value(text, value, parser):
    assert [t.value for t in read(text, parser)] == [value]


def test_its_interval_is_the_stretch(parser):
    (found,) = read("The pool is closed from 3 June to 12 June.", parser)
    assert (found.interval.begin.date(), found.interval.end.date()) == (date(2019, 6, 3), date(2019, 6, 12))


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("The pool is closed from 3 June to 12 June.", "Pool shut for repairs"),
        ("The pool is closed from 3 June to 12 June.\nThe mayor was sorry.", None),
    ],
)
def test_a_report_names_two_days(text, headline, parser):
    assert [t.value for t in read(text, parser, headline)] == ["2019-06-03", "2019-06-12"]
