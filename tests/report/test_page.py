"""What a reader meets, in its order."""

from __future__ import annotations

from dataclasses import replace

from tests.report.sample import sample

from rashomon.records import DateCandidate
from rashomon.report.page import page_of, say_findings


def test_expected_events_are_set_apart() -> None:
    page = page_of(sample())
    assert [m.when for m in page.past] == ["2 May 2027", "3 May 2027"]
    assert [(m.when, m.status) for m in page.ahead] == [("June 2027", "possible")]


def test_facts_carry_the_numbers_of_their_differences() -> None:
    page = page_of(sample())
    hurt = next(f for f in page.agreed if f.id == "hurt")
    number = {d.number: d.kind for d in (*page.contradictions, *page.differences)}
    assert [number[n] for n in hurt.differs] == ["number", "update"]


def test_findings_are_said_in_words() -> None:
    assert say_findings(page_of(sample())) == (
        "Five contradictions and nine other differences. One statement found in more than one report, two more in part."
    )


def test_a_witness_tells_when_it_was_updated_and_what_other_day_it_gives() -> None:
    whole = sample()
    first = whole.witnesses[0]
    dates = (
        DateCandidate(kind="published", value="2027-05-04T08:00Z", source="byline"),
        DateCandidate(kind="published", value="2027-05-03", source="address"),
        DateCandidate(kind="updated", value="2027-05-06T09:10Z", source="JSON-LD dateModified"),
        DateCandidate(kind="updated", value="2027-05-06", source="text"),
    )
    dated = replace(first, annotation=replace(first.annotation, dates=dates))
    line = page_of(replace(whole, witnesses=(dated, *whole.witnesses[1:]))).witnesses[0]
    assert line.notes == ("its address says 3 May 2027", "updated 6 May 2027")
