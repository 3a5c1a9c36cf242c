"""The three ways to show a page: each holds what the page holds, and lets no text out of its place."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from tests.report.sample import WEEKLY, sample

from rashomon.records import Annotation, Article, Collation, Part, Span, Story, Witness
from rashomon.report.html import render_html
from rashomon.report.markdown import render_markdown
from rashomon.report.page import page_of
from rashomon.report.terminal import print_summary


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


def one_text(text: str) -> Collation:
    article = Article(id="x", text=text, outlet=text[:20], headline=text[:50])
    parts = (Part(kind="body", span=Span(article="x", start=0, end=len(text))),) if text else ()
    annotation = Annotation(article="x", parts=parts, sentences=())
    witness = Witness(siglum="A", article=replace(article, parts=parts), annotation=annotation, outlet=text[:20])
    return Collation(story=Story(id="x", title=text[:80]), witnesses=(witness,), notes=(text,))


def terminal(collation: Collation, width: int = 80) -> str:
    out = StringIO()
    print_summary(collation, Console(file=out, width=width))
    return out.getvalue()


def test_every_line_of_a_text_stands_at_its_offset() -> None:
    witness = sample().witnesses[2]
    lines = _Lines(render_html(replace(sample(), witnesses=sample().witnesses), "0")).lines
    assert [(at, text) for at, text in lines if (at, text) in _offsets(WEEKLY)] == _offsets(witness.article.text)


@given(st.text(max_size=300))
def test_any_text_is_shown_character_for_character(text: str) -> None:
    lines = _Lines(render_html(one_text(text), "0")).lines
    assert [(at, len(shown)) for at, shown in lines] == [(at, len(line)) for at, line in _offsets(text)]


@given(st.text(max_size=300))
def test_any_text_can_be_encoded_in_every_rendering(text: str) -> None:
    render_html(one_text(text), "0").encode("utf-8")
    render_markdown(one_text(text)).encode("utf-8")
    terminal(one_text(text)).encode("utf-8")


def test_markup_in_a_text_stays_text() -> None:
    evil = '<img src=x onerror="alert(1)"></style><script>alert(2)</script><b data-at="0">'
    tags = _Lines(render_html(one_text(evil), "0")).tags
    assert tags == _Lines(render_html(one_text("A plain sentence of the same kind."), "0")).tags


def test_a_text_cannot_steer_the_terminal_or_the_markdown() -> None:
    evil = "\x1b[2J\x1b]0;owned\x07 [red]bold[/red] **loud** | <script>"
    assert "\x1b" not in terminal(one_text(evil))
    assert "[red]" in terminal(one_text(evil))
    assert "<script>" not in render_markdown(one_text(evil)).replace("\\<", "")
    assert "\\*\\*loud" in render_markdown(one_text(evil))


def test_the_page_asks_nothing_of_a_network() -> None:
    html = render_html(sample(), "0")
    assert "default-src 'none'" in html
    assert "://" not in html.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_only_what_is_hard_is_called_a_contradiction() -> None:
    page = page_of(sample())
    assert {d.severity for d in page.contradictions} == {"hard"}
    assert "hard" not in {d.severity for d in page.differences}
    assert [d.number for d in (*page.contradictions, *page.differences)] == list(range(1, 15))


def test_the_terminal_keeps_to_its_width() -> None:
    assert max(map(len, terminal(sample()).splitlines())) <= 80


def test_markdown_says_on_how_many_origins_a_fact_rests() -> None:
    assert "(3 outlets, 1 origin (Borealis); in part)" in render_markdown(sample())


def test_the_same_collation_gives_the_same_bytes() -> None:
    assert render_html(sample(), "0") == render_html(sample(), "0")


def _offsets(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, line))
        at += len(line) + 1
    return found
