"""The Markdown holds what the page holds, and lets no text out of its place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.report.sample import noted, one_text, sample

from rashomon.report.markdown import render_markdown


def test_it_says_on_how_many_origins_a_fact_rests() -> None:
    assert "(3 outlets, 1 origin (Borealis); in part)" in render_markdown(sample())


def test_a_text_cannot_be_markup() -> None:
    shown = render_markdown(one_text("**loud** | <script> # head"))
    assert "<script>" not in shown.replace("\\<", "")
    assert "\\*\\*loud" in shown


@given(st.text(max_size=300))
def test_any_text_can_be_encoded(text: str) -> None:
    render_markdown(one_text(text)).encode("utf-8")


def test_what_could_not_be_read_of_a_report_is_told() -> None:
    assert "- A: its language (xx) is not read" in render_markdown(noted("its language (xx) is not read"))
