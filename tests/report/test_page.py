"""What a reader meets, in its order."""

from __future__ import annotations

from tests.report.sample import sample

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
