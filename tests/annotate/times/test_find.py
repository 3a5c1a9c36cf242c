"""Times of whole sentences: what they are, what they are reckoned from, and that no text breaks the reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.quotes import find_quoted
from rashomon.annotate.sentences import sentences_of
from rashomon.annotate.times import References, find_times
from rashomon.records import Article, Part, Quote, Sentence, Span, Token, make_sentence

NOW = datetime(2019, 5, 15)
"""A Wednesday."""


def article(text: str) -> Article:
    """A report: it has a headline, without which a line is a note (test_notes.py)."""
    return Article(
        id="a",
        text=text,
        headline="In brief",
        parts=(Part(kind="body", span=Span(article="a", start=0, end=len(text))),),
    )


def read(text, parser, now=NOW, quotes=()):
    given_ = article(text)
    return find_times(given_, sentences_of([given_], parser)[0], References(published=now, quotes=quotes))


def bare(text: str) -> list[Sentence]:
    """Sentences as a parser might give them, one a line, every word by itself and hung on the first."""
    found, at = [], 0
    for line in text.split("\n"):
        tokens = []
        for word in line.split(" "):
            if word.strip():
                start = text.index(word, at)
                at = start + len(word)
                tokens.append(Token(len(tokens), word, start, at, word.lower(), "NOUN", "NN", "dep", 0, "", "", False))
        if tokens:
            found.append(make_sentence(len(found), len(found), "body", "a", tuple(tokens)))
    return found


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("The harbour board met on 3 May 2019.", "3 May 2019", "DATE", "2019-05-03"),
        ("The board met on Monday.", "Monday", "DATE", "2019-05-13"),
        ("The board will meet on Monday.", "Monday", "DATE", "2019-05-20"),
        ("The board met last week.", "last week", "DATE", "2019-W19"),
        ("The bridge opened in January.", "January", "DATE", "2019-01"),
        ("The board met earlier this week.", "this week", "DATE", "2019-W20"),
        ("Earlier Monday, the board had met.", "Monday", "DATE", "2019-05-13"),
        ("The board met earlier this month.", "earlier this month", "DATE", "2019-05"),
        ("The lock is staffed 24 hours a day.", "24 hours a day", "SET", "P1D"),
        ("The bridge opened in the spring of 1987.", "the spring of 1987", "DATE", "1987-SP"),
        ("The bridge will open next year.", "next year", "DATE", "2020"),
        ("The yard closed two years ago.", "two years ago", "DATE", "2017"),
        ("The yard closed in the late 1970s.", "the late 1970s", "DATE", "197"),
        ("The mayor left Tuesday night.", "Tuesday night", "TIME", "2019-05-14TNI"),
        ("The train left at 5:40 p.m. Tuesday.", "5:40 p.m. Tuesday", "TIME", "2019-05-14T17:40"),
        ("The strike lasted three weeks.", "three weeks", "DURATION", "P3W"),
        ("The strike lasted more than three weeks.", "more than three weeks", "DURATION", "P3W"),
        ("They met for a two-hour session.", "two-hour", "DURATION", "PT2H"),
        ("The ferry runs every Sunday.", "every Sunday", "SET", "XXXX-WXX-7"),
        ("The yard reported a loss in the first quarter.", "the first quarter", "DATE", "2019-Q1"),
        ("The temple was built in 241 BC.", "241 BC", "DATE", "BC0241"),
        ("The office is closed now.", "now", "DATE", "PRESENT_REF"),
        ("They met on Thanksgiving 2018.", "Thanksgiving 2018", "DATE", "2018-11-22"),
        ("They met on Easter Monday 2018.", "Easter Monday 2018", "DATE", "2018-04-02"),
        ("They met on Labor Day weekend.", "Labor Day weekend", "DATE", "2018-W35-WE"),
        ("The fair opens on the first Monday in June.", "the first Monday in June", "DATE", "2019-06-03"),
        ("The fair ended on the last Friday of April.", "the last Friday of April", "DATE", "2019-04-26"),
        ("The rent is due on the 15th of next month.", "the 15th of next month", "DATE", "2019-06-15"),
        ("The log was closed on 22/5/2018.", "22/5/2018", "DATE", "2018-05-22"),
        ("The log was closed on 23.04.2018.", "23.04.2018", "DATE", "2018-04-23"),
        ("The ferry left at quarter to nine.", "quarter to nine", "TIME", "2019-05-15T08:45"),
        (
            "The ferry left at ten minutes past nine in the evening.",
            "ten minutes past nine in the evening",
            "TIME",
            "2019-05-15T21:10",
        ),
        ("The ferry left on Monday at 7.", "Monday at 7", "TIME", "2019-05-13T07:00"),
        (
            "The ferry sails tomorrow from 7 to 7:30.",
            "tomorrow from 7 to 7:30",
            "TIME",
            "2019-05-16T07:00:00/2019-05-16T07:30:00",
        ),
        (
            "The ferry sailed between 7 and 9 last night.",
            "7 and 9 last night",
            "TIME",
            "2019-05-14T19:00:00/2019-05-14T21:00:00",
        ),
        ("The yard will reopen three weeks from tomorrow.", "three weeks from tomorrow", "DATE", "2019-06-06"),
        ("The crew is paid on the 19th of every month.", "the 19th of every month", "SET", "XXXX-XX-19"),
    ],
)
def test_an_expression_has_its_span_type_and_value(text, words, kind, value, parser):
    found = read(text, parser)
    assert [(t.span.of(text), t.type, t.value) for t in found] == [(words, kind, value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The index closed at 2.30.", []),
        ("They won on Monday 3-2.", ["2019-05-13"]),
        ("On Monday 21 people came.", ["2019-05-13"]),
        ("They talked for half an hour later this week.", ["PT30M", "2019-W20"]),
        ("Between 1904-12 the quay was built.", ["1904", "1912"]),
    ],
)
def test_what_only_looks_like_a_time_is_none(text, values, parser):
    assert [t.value for t in read(text, parser)] == values


@pytest.mark.parametrize(
    "text", ["Prices rose by .5 percent.", "It grew to 12. and 3.. at once.", "A share of .05 or 1.2.3."]
)
def test_decimals_without_figures_on_a_side_are_no_trouble(text, parser):
    assert not read(text, parser)


def test_a_day_after_a_clock_time_given_twice_is_the_day_of_both(parser):
    found = read("The dam broke at 10:35 a.m. (0735 GMT) on Friday, the mayor said.", parser)
    assert [t.value for t in found] == ["2019-05-10T10:35+03:00", "2019-05-10T07:35Z", "2019-05-10"]


def test_without_a_date_of_writing_what_is_open_stays_open(parser):
    found = read("The board met on Thursday, 3 May.", parser, now=None)
    assert [(t.value, t.interval) for t in found] == [("XXXX-05-03", None)]


def test_years_of_a_history_come_from_the_story(parser):
    text = "The siege began on 4 June 1742. On 9 July the town fell. The next day the walls were razed."
    assert [t.value for t in read(text, parser, now=None)] == ["1742-06-04", "1742-07-09", "1742-07-10"]


def test_a_range_tells_the_month_of_its_first_day(parser):
    text = "The fair was held from 6 to 9 July 1911."
    assert [(t.span.of(text), t.value) for t in read(text, parser)] == [("6", "1911-07-06"), ("9 July 1911", "1911-07-09")]  # fmt: skip


def test_a_clock_time_and_its_greenwich_twin_are_one_instant(parser):
    found = read("The launch is set for 9.30 am (1330 GMT).", parser)
    assert [t.value for t in found] == ["2019-05-15T09:30-04:00", "2019-05-15T13:30Z"]
    assert found[0].interval == found[1].interval


def test_words_in_a_quotation_are_reckoned_from_the_day_they_were_said(parser):
    text = 'The pilot said on Monday: "We lost both engines today."'
    inner = Span(article="a", start=text.index("We"), end=len(text) - 1)
    quote = Quote(span=inner, kind="full", utterance=0, cue=Span(article="a", start=10, end=14))
    assert [(t.value, t.reference) for t in read(text, parser, quotes=(quote,))] == [
        ("2019-05-13", "published"),
        ("2019-05-13", "quotation"),
    ]


def test_quarters_before_the_common_era_are_no_trouble(parser):
    text = "The yard made a profit in the year-ago quarter. The latest quarter was worse."
    assert len(read(text, parser, now=datetime(1, 2, 3))) == 2


def test_hours_from_one_clock_time_to_another_are_one_stretch(parser):
    text = "The market was open on Tuesday from 9 a.m. to 5 p.m."
    assert [t.value for t in read(text, parser)] == ["2019-05-14T09:00:00/2019-05-14T17:00:00"]


def test_an_interval_goes_with_a_value(parser):
    found = read("The bridge opened in January.", parser)[0].interval
    assert found is not None
    assert (found.begin, found.end) == (datetime(2019, 1, 1), datetime(2019, 2, 1))


ABSURD = st.sampled_from(
    [
        *[
            "the",
            "of",
            "a",
            "in",
            "on",
            "last",
            "next",
            "this",
            "every",
            "from",
            "to",
            "and",
            "-",
            ":",
            "/",
            ".",
            ",",
            "(",
            ")",
            "'",
            "s",
            "st",
        ],
        *[
            "February",
            "31",
            "30",
            "29",
            "99999",
            "0",
            "00",
            "1e400",
            "May",
            "Monday",
            "week",
            "weeks",
            "year",
            "decades",
            "century",
            "ago",
            "later",
            "before",
            "after",
        ],
        *[
            "10:75",
            "25:61",
            "12:00",
            "p.m.",
            "GMT",
            "EST",
            "1989",
            "241",
            "BC",
            "AD",
            "noon",
            "midnight",
            "half",
            "quarter",
            "first",
            "Easter",
            "Christmas",
            "night",
        ],
        "9" * 400,
        "½",
        "٣",
        "\u200b",
        "🌊",
        "nineteen",
        "ninety-nine",
        "\n",
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(st.lists(ABSURD, max_size=25).map(" ".join), st.text(max_size=80)),
    st.sampled_from([None, NOW, datetime(1, 1, 1), datetime(9999, 12, 31)]),
)
def test_no_text_breaks_the_reading_and_every_span_stands_in_it(text, now):
    text = text.replace("\r", " ")
    given_, sentences = article(text), bare(text)
    times = find_times(given_, sentences, References(published=now))
    quantities = find_quantities(given_, sentences, times)
    for item in (*times, *quantities):
        assert 0 <= item.span.start < item.span.end <= len(text)
    ends = [0, *(t.span.end for t in times)]
    assert all(end <= t.span.start for end, t in zip(ends, times, strict=False))


def test_earlier_than_something_else_names_no_day(parser):
    found = read("The bridge opened on Monday, a day earlier than planned.", parser)
    assert [t.value for t in found if t.type == "DATE"] == ["2019-05-13"]


@pytest.mark.parametrize(
    "text",
    [
        "The mill grinds 20,000 tonnes annually.",
        "The mill's sales grew 4% annually.",
        'The ferryman appeared on the broadcast "Harbour This Week" with his dog.',
        'A march called the "Long March of the Bakers" went by.',
    ],
)
def test_rates_and_titles_are_no_times(text, parser):
    given_ = article(text)
    sentences = sentences_of([given_], parser)[0]
    labels = tuple(replace(q, kind="label") for q in find_quoted(given_))
    assert find_times(given_, sentences, References(published=NOW, quotes=labels)) == ()


def test_times_in_speech_are_no_titles(parser):
    given_ = article('"Next Friday," the baker said.')
    quote = Quote(span=Span(article="a", start=1, end=13), kind="full", utterance=0)
    found = find_times(given_, sentences_of([given_], parser)[0], References(published=NOW, quotes=(quote,)))
    assert [t.value for t in found] == ["2019-05-24"]
