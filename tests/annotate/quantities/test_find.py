"""Quantities as intervals, with what they measure."""

from __future__ import annotations

import pytest

from rashomon.annotate.quantities import find_quantities
from rashomon.annotate.sentences import sentences_of
from rashomon.annotate.times import References, find_times
from rashomon.records import Article, Part, Span


def article(text: str) -> Article:
    body = Part(kind="body", span=Span(article="a", start=0, end=len(text)))
    return Article(id="a", text=text, parts=(body,))


def read(text, parser):
    given = article(text)
    sentences = sentences_of([given], parser)[0]
    return find_quantities(given, sentences, find_times(given, sentences, References()))


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "unit"),
    [
        ("The ferry carried 312 passengers.", "312", 312, 312, ""),
        ("More than forty boats were lost.", "More than forty", 40, None, ""),
        ("It cost $2.5 million to mend the pier.", "$2.5 million", 2.5e6, 2.5e6, "USD"),
        ("The bridge is 300 metres long.", "300 metres", 300, 300, "meter"),
        ("Prices rose 4.2 percent.", "4.2 percent", 4.2, 4.2, "percent"),
        ("Prices rose 4 to 6 percent.", "4 to 6 percent", 4, 6, "percent"),
        ("They sailed a 24- to 30-foot boat.", "24- to 30-foot", 24, 30, "foot"),
        ("Between 20 and 30 houses burned.", "Between 20 and 30", 20, 30, ""),
        ("Hundreds of thousands of trees fell.", "Hundreds of thousands", 1e5, 1e6, ""),
        ("Several hundred people marched.", "Several hundred", 200, 1000, ""),
        ("The 155mm shell was found by a farmer.", "155mm", 155, 155, "millimeter"),
        ("A 52-year-old baker was hurt.", "52-year-old", 52, 52, "year"),
        ("It was 30 degrees Celsius in the shade.", "30 degrees Celsius", 30, 30, "celsius"),
        ("They met for the near hour-long talk.", "near hour-long", 50, 60, "minute"),
        ("The strike went on for more than three years.", "more than three years", 3, None, "year"),
        ("At least 12 people were hurt.", "At least 12", 12, None, ""),
        ("Roughly a fifth of the harvest is gone.", "Roughly a fifth", 1 / 5 - 1 / 30, 1 / 5 + 1 / 30, ""),
        ("The yard sold 50 boats or more.", "50", 50, 50, ""),
        ("The toll is two dollars and fifty cents.", "two dollars and fifty cents", 2.5, 2.5, "USD"),
        ("The lock is half a mile upstream.", "half a mile", 0.5, 0.5, "mile"),
        ("The skipper, aged 34, swam ashore.", "34", 34, 34, "year"),
        ("The fine is between $20 and $30 million.", "between $20 and $30 million", 2e7, 3e7, "USD"),
        ("The third boat sank.", "third", 3, 3, "ordinal"),
    ],
)
def test_a_quantity_is_an_interval_with_its_unit(text, words, low, high, unit, parser):
    found = read(text, parser)
    assert len(found) == 1
    assert found[0].span.of(text) == words
    assert found[0].interval.low == (None if low is None else pytest.approx(low))
    assert found[0].interval.high == (None if high is None else pytest.approx(high))
    assert found[0].unit == unit


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The ferry carried 312 passengers.", "passenger"),
        ("Roughly a fifth of the harvest is gone.", "harvest"),
        ("Hundreds of thousands of trees fell.", "tree"),
        ("The 155mm shell was found by a farmer.", "shell"),
        ("A two-hour meeting followed.", "meeting"),
    ],
)
def test_what_is_measured_is_kept(text, lemma, parser):
    assert [q.measured_lemma for q in read(text, parser)] == [lemma]


def test_a_near_hour_is_open_below_and_closed_above(parser):
    interval = read("They met for the near hour-long talk.", parser)[0].interval
    assert (interval.low_closed, interval.high_closed) == (False, True)


def test_calendar_dates_are_no_quantities(parser):
    assert read("They met on 4 July 2019 and again in 2021.", parser) == ()


def test_every_unit_of_measure_is_one_that_pint_knows():
    import tomllib
    from importlib import resources

    from pint import UnitRegistry

    groups = tomllib.loads(resources.files("rashomon.annotate.quantities").joinpath("units.toml").read_text("utf-8"))
    registry = UnitRegistry()
    for group in ("length", "area", "volume", "weight", "speed", "power", "information", "temperature", "time"):
        for name in groups[group]:
            registry.parse_units(name)
