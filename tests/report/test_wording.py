"""Dates, counts and origins in plain words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.sample import sample

from rashomon.records.collation import DifferenceKind
from rashomon.report.wording import count, labels, say_origins, say_party, say_span_of_days, say_when


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2027-05-03", "3 May 2027"),
        ("2027-05-03T14:00Z", "3 May 2027, 14:00 (UTC)"),
        ("2027-05-03T14:00:00+02:00", "3 May 2027, 14:00 (UTC+2)"),
        ("2027-05-03TNI", "3 May 2027, night"),
        ("2027-05", "May 2027"),
        ("2027", "2027"),
        ("2027-W18", "week of 3 May 2027"),
        ("2027-SU", "summer 2027"),
        ("<2027-05", "before May 2027"),
        ("2027-05-03/2027-05-04", "3 May 2027 – 4 May 2027"),
        ("FUTURE_REF", "FUTURE_REF"),
        ("2027-99", "2027-99"),
    ],
)
def test_dates_are_said_in_words(when: str, said: str) -> None:
    assert say_when(when) == said


@given(st.text(max_size=30))
def test_any_date_is_said_somehow(when: str) -> None:
    assert isinstance(say_when(when), str)


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        ("2027-05-03", "2027-05-06", "3–6 May 2027"),
        ("2027-05-30", "2027-06-02", "30 May – 2 June 2027"),
        ("2026-12-30", "2027-01-02", "30 December 2026 – 2 January 2027"),
        ("2027-05-03", "2027-05-03", "3 May 2027"),
        (None, None, ""),
    ],
)
def test_a_span_of_days_is_said_short(begin: str | None, end: str | None, said: str) -> None:
    assert say_span_of_days(begin, end) == said


def test_counts_are_numerals_up_to_twelve() -> None:
    assert [count(n, "report") for n in (0, 1, 12, 13, 1400)] == [
        "no reports", "one report", "twelve reports", "13 reports", "1,400 reports",
    ]  # fmt: skip


def test_origins_are_counted_beside_outlets() -> None:
    hurt = next(f for f in sample().facts if f.id == "hurt")
    assert say_origins(hurt, sample().witnesses, hurt.claims) == "3 outlets, 1 origin (Borealis)"


def test_every_kind_of_difference_has_its_words() -> None:
    kinds = set(DifferenceKind.__args__)
    assert kinds == set(labels()["difference"]) == set(labels()["difference_means"])


def test_a_body_without_a_name_has_its_article() -> None:
    assert say_party("org:lifeboat_service", "lifeboat service") == "the lifeboat service"
    assert say_party("org:tern_water", "Tern Water") == "Tern Water"
