"""The timeline: dated claims in order, firm ones before hopes, one entry a fact and date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.collate.plain import Plain
from rashomon.collate.timeline import precision_of, status_of, timeline, when_of
from rashomon.records import Annotation, Article, Claim, Fact, Span, Timex, Witness


def _claim(key: str, start: int, value: str, modality: str = "asserted", tense: str = "past") -> Claim:
    span = Span(article="a", start=start, end=start + 5)
    time = Timex(span=span, type="DATE", value=value)
    return Claim(
        id=key, span=span, trigger=span, text="xxxxx", predicate="x", tense=tense, times=(time,), modality=modality
    )  # type: ignore[arg-type]


def _witness() -> Witness:
    return Witness(
        siglum="A", article=Article(id="a", text="x" * 99), annotation=Annotation(article="a", parts=(), sentences=())
    )


PLAIN = Plain((_witness(),), ())


@pytest.mark.parametrize(
    ("when", "precision"),
    [("1999", "year"), ("1999-03", "month"), ("1999-03-02", "day"), ("1999-W09", "week"), ("1999-SP", "season"),
     ("1999-03-02T10:00", "time"), ("<1999-03", "bound")],
)  # fmt: skip
def test_precision(when: str, precision: str) -> None:
    assert precision_of(when) == precision


def test_vague_times_name_no_point() -> None:
    assert when_of(Timex(span=Span(article="a", start=0, end=1), type="DATE", value="PAST_REF")) is None


def test_claims_of_one_fact_and_date_are_one_entry_with_the_firmest_status() -> None:
    planned, done = _claim("p", 0, "1999-03-02", "planned", "future"), _claim("d", 10, "1999-03-02")
    fact = Fact(id="f", text="", event=None, relation="single", claims=("p", "d"), witnesses=("a",))
    (entry,) = timeline((planned, done), (fact,), (_witness(),), PLAIN)
    assert (entry.status, entry.fact, len(entry.evidence)) == ("past", "f", 2)


def test_entries_stand_in_the_order_of_time() -> None:
    claims = (_claim("b", 0, "2001"), _claim("a", 10, "1999-05-01"))
    assert [e.when for e in timeline(claims, (), (_witness(),), PLAIN)] == ["1999-05-01", "2001"]


def test_weeks_seasons_and_parts_of_days_stand_where_they_begin() -> None:
    values = ["1999-W09", "1999-SP", "1999-03-02TEV", "1999-03-02T09:00", "1999-02", "1999-06"]
    claims = tuple(_claim(v, i, v) for i, v in enumerate(values))
    assert [e.when for e in timeline(claims, (), (_witness(),), PLAIN)] == [
        "1999-02", "1999-SP", "1999-W09", "1999-03-02T09:00", "1999-03-02TEV", "1999-06",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "status"),
    [("1999-03-03", "expected"), ("1999-04", "expected"), ("1999-03-02", "past"), ("1999-03", "past"),
     ("1999-W09", "past"), ("1999-W10", "expected"), ("<1999-04", "past"), (">1999-04", "expected"), ("", "past")],
)  # fmt: skip
def test_what_is_dated_after_the_writing_is_still_to_come(when: str, status: str) -> None:
    assert status_of(_claim("c", 0, when), when, "1999-03-02") == status


def test_without_a_date_of_writing_the_words_decide() -> None:
    assert status_of(_claim("c", 0, "1999-04"), "1999-04") == "past"


def test_a_hope_is_no_past() -> None:
    assert status_of(_claim("h", 0, "2001", "hoped")) == "hoped"


def test_an_instant_given_on_two_clocks_is_one() -> None:
    claim = _claim("c", 0, "1999-03-02T10:00-04:00")
    other = Timex(span=claim.span, type="TIME", value="1999-03-02T14:00Z")
    entries = timeline((replace(claim, times=(*claim.times, other)),), (), (_witness(),), PLAIN)
    assert [e.when for e in entries] == ["1999-03-02T10:00-04:00"]


def test_what_is_named_within_the_words_of_another_entry_of_that_day_is_no_entry() -> None:
    inner = _claim("i", 2, "1999-03-02")
    outer = replace(_claim("o", 0, "1999-03-02"), span=Span(article="a", start=0, end=20))
    assert [e.main for e in timeline((inner, outer), (), (_witness(),), PLAIN)] == ["o"]
