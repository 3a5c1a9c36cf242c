"""Dates as pages, feeds and mails write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.readers.dates import iso_date


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2031-05-06", "2031-05-06"),
        ("20310506", "2031-05-06"),
        ("20310506T083000Z", "2031-05-06T08:30:00+00:00"),
        ("2031-05-06T08:30:00+0200", "2031-05-06T08:30:00+02:00"),
        ("2031-05-06 08:30:00 UTC", "2031-05-06T08:30:00+00:00"),
        ("2031-05-06 08:30:00", "2031-05-06T08:30:00"),
        ("Tue, 06 May 2031 08:30:00 +0200", "2031-05-06T08:30:00+02:00"),
        ("06 May 2031 08:30:00 GMT", "2031-05-06T08:30:00+00:00"),
        ("May 6, 2031, 8:30 pm EST", "2031-05-06T20:30:00-05:00"),
        ("Tuesday, May 6, 2031 8:30 am CET", "2031-05-06T08:30:00+01:00"),
        ("May 6, 2031, 8:30 pm IST", "2031-05-06T20:30:00"),
        ("6 MAY 2031", "2031-05-06"),
        ("Updated: 6 May 2031", "2031-05-06"),
        ("2031/05/06", "2031-05-06"),
        ("1935741600", "2031-05-05T10:00:00+00:00"),
        ("1935741600123", "2031-05-05T10:00:00+00:00"),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31", None),
        ("yesterday", None),
        ("May 6", None),
        ("4/9/2031", None),
        ("May 6, 2031 to May 8, 2031", None),
        ("", None),
    ],
)
def test_a_date_is_read_in_every_form_and_what_may_mean_two_is_none(written: str, meant: str | None) -> None:
    assert iso_date(written) == meant


@given(st.text(max_size=120))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert iso_date(text) is None or iso_date(text)
