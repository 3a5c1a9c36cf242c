"""Dates as bylines and date lines print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.stamps import find_stamps, without_stamps

DAY = date(2031, 5, 14)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("May 14, 2031", None),
        ("Wednesday 14th May 2031", None),
        ("14 MAY 2031 | 6.05pm", "18:05"),
        ("2031-05-14T09:30:00Z", "09:30"),
        ("Published 9:55 p.m. ET May 14, 2031", "21:55"),
        ("05/14/2031 12:01 AM", "00:01"),
        ("14/05/31", None),
    ],
)
def test_forms(text: str, clock: str | None) -> None:
    (stamp,) = find_stamps(text)
    assert (stamp.days, stamp.clock) == ((DAY,), clock)
    assert not without_stamps(text, (stamp,))


def test_a_date_that_reads_two_ways_means_two_days() -> None:
    (stamp,) = find_stamps("Posted 4/9/2031")
    assert stamp.days == (date(2031, 4, 9), date(2031, 9, 4))
    (stamp,) = find_stamps("Posted 4/9/2031 6:04 PM EDT")
    assert stamp.days == (date(2031, 4, 9),)


@pytest.mark.parametrize(
    "text",
    [
        "Publié le 14 mai 2031",
        "14. Mai 2031",
        "14 de mayo de 2031",
        "14 maggio 2031",
        "14 de maio de 2031",
        "14 mei 2031",
    ],
)
def test_whole_dates_of_other_languages_are_read(text: str) -> None:
    (stamp,) = find_stamps(text)
    assert stamp.days == (DAY,)


def test_the_zone_of_a_clock_is_kept_and_another_dates_clock_is_not_taken() -> None:
    first, second = find_stamps("Published May 14, 2031, 8:30 am CET | Updated May 15, 2031")
    assert (first.clock, first.zone, second.clock) == ("08:30", "+01:00", None)


def test_without_a_year_there_is_no_day() -> None:
    (stamp,) = find_stamps("BRILL, Feb. 3 (Reuters)")
    assert (stamp.month, stamp.day, stamp.days) == (2, 3, ())


def test_revision_and_several_dates() -> None:
    first, second = find_stamps("Posted May 14, 2031 9:00 AM Updated May 15, 2031 7:15 PM")
    assert (first.updated, first.clock, second.updated, second.clock) == (False, "09:00", True, "19:15")


def test_what_is_left_beside_the_date() -> None:
    text = "The Brill Courier, 14 May 2031"
    assert without_stamps(text, find_stamps(text)) == ["The Brill Courier, "]


def test_no_dates() -> None:
    assert find_stamps("May 99 of them, 31/31/2031, version 1.2.3, 2031-13-45") == ()


@given(st.text(alphabet="0123456789/.-: ,MayJunethdpm", max_size=60))
def test_spans_lie_in_the_text(text: str) -> None:
    for s in find_stamps(text):
        assert 0 <= s.start < s.end <= len(text)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Publié le 14 mai 2031 à 18h20", "18:20"),
        ("Publiée le mercredi 14 mai 2031 à 18 h 20", "18:20"),
        ("Stand: 14. Mai 2031, 18.20 Uhr", "18:20"),
        ("Veröffentlicht am Mittwoch, den 14. Mai 2031 um 18 Uhr", "18:00"),
        ("Publicado el 14 de mayo del 2031 a las 18:20 horas", "18:20"),
        ("Pubblicato il 14 mag. 2031 alle ore 18:20", "18:20"),
        ("Publicado em 14 de maio de 2031 às 18h20", "18:20"),
        ("Gepubliceerd op woensdag 14 mei 2031 om 18.20 uur", "18:20"),
    ],
)
def test_date_lines_of_other_languages_hold_nothing_but_the_date(text: str, clock: str) -> None:
    (stamp,) = find_stamps(text)
    assert (stamp.days, stamp.clock, stamp.updated) == ((DAY,), clock, False)
    assert not without_stamps(text, (stamp,))


def test_revisions_in_other_languages() -> None:
    first, second = find_stamps("Publié le 14 mai 2031 à 18h20, mis à jour le 15 mai 2031 à 7h05")
    assert (first.updated, first.clock, second.updated, second.clock) == (False, "18:20", True, "07:05")
    (only,) = find_stamps("Publié le 14 mai 2031 à 18h20, mis à jour à 19h05")
    assert (only.updated, only.clock) == (False, "18:20")
