from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

from tests.report.sample import sample

from rashomon.records import Collation, TimelineEntry
from rashomon.report.page import page_of
from rashomon.report.timeline_svg import _column, timeline_svg


def _drawn(collation: Collation) -> str:
    return timeline_svg(page_of(collation), collation.witnesses)


def _with(*whens: str) -> Collation:
    whole = sample()
    entries = tuple(replace(whole.timeline[0], when=w, text=f"<at> {w}") for w in whens)
    return replace(whole, timeline=entries)


def test_every_date_has_a_dot_for_each_report_that_speaks_of_it() -> None:
    collation = sample()
    svg = ElementTree.fromstring(_drawn(collation))
    dots = [g.get("data-places", "") for g in svg.iter("g")]
    page = page_of(collation)
    told = {p.key for m in (*page.past, *page.ahead) if _column(m.iso) for p in m.places}
    assert {key for d in dots for key in d.split()} == told


def test_dates_stand_in_the_order_of_time() -> None:
    svg = _drawn(_with("2027-05-03", "2026", "2027-06", ">2027-05-20", "2027-W01"))
    places = [svg.index(f">{label}<") for label in ("2026", "4 Jan", "3 May", "20 May", "Jun")]
    assert places == sorted(places)


def test_what_is_no_date_is_left_out() -> None:
    for when in ("XXXX-07-03", "", "PAST_REF", "2027-13", "2027-W99"):
        assert _column(when) == ""


def test_one_date_alone_draws_nothing() -> None:
    assert _drawn(_with("2027-05-03")) == ""


def test_markup_in_a_text_stays_text() -> None:
    svg = _drawn(_with("2027-05-03", "2027-05-04"))
    assert "<at>" not in svg
    assert "&lt;at&gt;" in svg


def test_a_record_without_evidence_draws_nothing() -> None:
    entry = TimelineEntry(when="2027-05-03", precision="day", status="past", text="x", evidence=())
    assert _drawn(replace(sample(), timeline=(entry,))) == ""
