"""Chains that words come through."""

from __future__ import annotations


def test_a_report_within_a_report_names_the_outer_one_as_its_relay(read) -> None:
    found = read("Marsh told reporters that Odell informed the board that the lock was unsafe.")
    assert found.relays(found.by_cue("informed")) == ["Marsh"]
    assert found.relays(found.by_cue("told")) == []


def test_a_report_around_a_quotation_is_its_relay(read) -> None:
    found = read("“The lock is safe,” Odell told the crews on Monday, the Gannet Courier reported.")
    assert found.speakers()[0][1] == "Odell"
    assert found.relays(found.quotes[0]) == ["the Gannet Courier"]


def test_a_cited_source_says_it_and_the_report_relays_it(read) -> None:
    found = read("The board will resign on Friday, the Gannet Courier reported, citing two officials.")
    cited = next(a for a in found.attributions if found.words(a.source) == "two officials")
    assert found.words(cited.content) == "The board will resign on Friday"
    assert found.relays(cited) == ["the Gannet Courier"]


def test_a_hope_relays_nothing(read) -> None:
    found = read("Odell hopes to tell the crews that the lock is safe.")
    assert all(found.relays(a) == [] for a in found.attributions)
