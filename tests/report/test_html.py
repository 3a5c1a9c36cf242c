"""The page: every text at its offsets, nothing of it as markup, nothing asked of a network."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from tests.report.sample import WEEKLY, contested, one_text, sample

from rashomon.report.html import render_html


class _Lines(HTMLParser):
    """Reads the running texts back out of a page: offset and characters of each line, reference numbers left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[tuple[int, str]] = []
        self.tags: set[str] = set()
        self._in_line = self._in_ref = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        if "data-at" in given:
            self.lines.append((int(given["data-at"] or 0), ""))
            self._in_line = True
        self._in_ref = tag == "a" and "ref" in (given.get("class") or "").split()

    def handle_endtag(self, tag: str) -> None:
        self._in_line = self._in_line and tag != "p"
        self._in_ref = self._in_ref and tag != "a"

    def handle_data(self, data: str) -> None:
        if self._in_line and not self._in_ref:
            at, text = self.lines[-1]
            self.lines[-1] = (at, text + data)


def test_every_line_of_a_text_stands_at_its_offset() -> None:
    lines = _Lines(render_html(sample(), "0")).lines
    assert set(_offsets(WEEKLY)) <= set(lines)


@given(st.text(max_size=300))
def test_any_text_is_shown_character_for_character(text: str) -> None:
    lines = _Lines(render_html(one_text(text), "0")).lines
    assert [(at, len(shown)) for at, shown in lines] == [(at, len(line)) for at, line in _offsets(text)]


def test_markup_in_a_text_stays_text() -> None:
    evil = '<img src=x onerror="alert(1)"></style><script>alert(2)</script><b data-at="0">'
    tags = _Lines(render_html(one_text(evil), "0")).tags
    assert tags == _Lines(render_html(one_text("A plain sentence of the same kind."), "0")).tags


def test_the_page_asks_nothing_of_a_network() -> None:
    html = render_html(sample(), "0")
    assert "default-src 'none'" in html
    assert "://" not in html.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_every_id_is_given_once_and_every_link_leads_somewhere() -> None:
    html = render_html(sample(), "0")
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)


def test_the_same_collation_gives_the_same_bytes() -> None:
    assert render_html(sample(), "0") == render_html(sample(), "0")


@given(st.text(max_size=300))
def test_any_text_can_be_encoded(text: str) -> None:
    render_html(one_text(text), "0").encode("utf-8")


def test_a_contested_fact_is_found_at_its_difference() -> None:
    assert 'id="fact-plates"' in render_html(contested(), "0")


def _offsets(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, line))
        at += len(line) + 1
    return found
