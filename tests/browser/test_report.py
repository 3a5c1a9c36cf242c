"""The page in a browser: every item lights the words it rests on, by mouse and by keyboard, on every screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.report.sample import C, sample

from rashomon.records import Collation

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
PHONE = {"width": 390, "height": 844}
LIT = """() => { const marks = [...document.querySelectorAll('mark.lit')];
  return [...new Set(marks.map(m => m.dataset.place))].map(p => marks.filter(m => m.dataset.place === p))
    .map(ms => [ms[0].closest('article').dataset.siglum, ms.map(m => m.textContent).join('')]) }"""
INSIDE = """() => { const m = document.querySelector('mark.now').getBoundingClientRect(),
  t = document.getElementById('texts').getBoundingClientRect();
  return m.top >= t.top && m.bottom <= t.bottom && m.bottom <= innerHeight }"""
FOCUSED = "document.activeElement.id"
BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor"


def test_a_click_on_a_fact_lights_its_words_in_every_report(open_report: Open) -> None:
    page = open_report().page
    page.click("#fact-hurt .at")
    assert page.evaluate(LIT) == [
        ["A", "injured three people"],
        ["B", "Three people were hurt"],
        ["C", "injured three people"],
    ]
    assert page.url.endswith("#fact-hurt")


def test_a_click_brings_the_words_into_view(open_report: Open) -> None:
    page = open_report().page
    page.click("#diff-polarity .note")
    page.click("#next")
    assert page.text_content("#where") == "C, 2 of 2"
    assert page.evaluate(INSIDE)


def test_a_click_on_words_goes_to_those_words(open_report: Open) -> None:
    page = open_report().page
    page.click("#diff-duration a[href^='#span-B']")
    assert page.evaluate(LIT) == [["A", "six hours"], ["B", "less than two hours"]]
    assert page.text_content("mark.now") == "less than two hours"


def test_the_keyboard_alone_goes_from_item_to_item(open_report: Open) -> None:
    page = open_report().page
    for key in ("j", "j", "ArrowDown"):
        page.keyboard.press(key)
    assert page.evaluate(FOCUSED) == "diff-duration"
    page.keyboard.press("Enter")
    assert page.text_content("mark.now") == "six hours"
    page.keyboard.press("Enter")
    assert page.text_content("mark.now") == "less than two hours"
    page.keyboard.press("Escape")
    assert page.evaluate(LIT) == []
    page.keyboard.press("k")
    assert page.evaluate(FOCUSED).startswith("sentence-")


def test_lighting_leaves_the_text_as_it_was(open_report: Open) -> None:
    page = open_report().page
    before = page.inner_html("#text-A")
    page.click("#fact-dome .at")
    page.keyboard.press("Escape")
    assert page.inner_html("#text-A") == before


def test_a_link_to_a_place_lights_it(open_report: Open) -> None:
    span = C.at("hopes that the telescope")
    page = open_report(fragment=f"#span-C-{span.start}-{span.end}").page
    assert page.evaluate(LIT) == [["C", "hopes that the telescope"]]


def test_a_link_to_an_item_lights_it(open_report: Open) -> None:
    page = open_report(fragment="#diff-place").page
    assert page.evaluate(LIT) == [["B", "in the workshop"], ["C", "in the library"]]
    assert page.evaluate(FOCUSED) == "diff-place"


def test_characters_beyond_the_first_plane_are_counted_once(open_report: Open) -> None:
    page = open_report(_retold("🔥🔥 The dome 🔥 burned 𝔞𝔟𝔠 down."), fragment="#span-A-14-20").page
    assert page.evaluate(LIT) == [["A", "burned"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_hinders_access(open_report: Open, scheme: str) -> None:
    page = open_report(color_scheme=scheme).page
    page.click("#fact-hurt .at")
    found = Axe().run(page).response["violations"]
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_dark_is_dark_and_can_be_chosen(open_report: Open) -> None:
    dark = open_report(color_scheme="dark").page.evaluate(BACKGROUND)
    page = open_report(color_scheme="light").page
    light = page.evaluate(BACKGROUND)
    page.click("#theme")
    page.click("#theme")
    assert page.evaluate(BACKGROUND) == dark != light


@pytest.mark.parametrize("width", [320, 390, 768, 1100, 1280])
def test_no_width_scrolls_sideways(open_report: Open, width: int) -> None:
    for collation in (sample(), _retold("word" * 300)):
        page = open_report(collation, viewport={"width": width, "height": 844}).page
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_the_words_come_up_in_a_sheet(open_report: Open) -> None:
    page = open_report(viewport=PHONE, has_touch=True, is_mobile=True).page
    page.tap("#fact-hurt .at")
    assert page.evaluate(INSIDE)
    assert page.evaluate("document.querySelector('.bar').getBoundingClientRect().width") == PHONE["width"]
    page.tap("#close")
    assert page.evaluate(LIT) == []


def test_the_page_fetches_nothing_and_complains_of_nothing(open_report: Open) -> None:
    opened = open_report()
    opened.page.click("#fact-hurt .at")
    assert len(opened.requests) == 1
    assert opened.complaints == []


def test_a_script_in_a_text_does_not_run(open_report: Open) -> None:
    evil = '</script></style><script>window.run = 1</script><img src="x" onerror="window.run = 1">'
    opened = open_report(_retold(evil))
    assert opened.page.evaluate("window.run") is None
    assert evil in opened.page.text_content("#text-A")
    assert len(opened.requests) == 1


def test_right_to_left_text_keeps_to_itself(open_report: Open) -> None:
    page = open_report(_retold("حريق في المرصد \u202eabc")).page
    assert page.evaluate("getComputedStyle(document.querySelector('#text-A p[data-at]')).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).direction") == "ltr"


def test_without_scripts_a_link_still_leads_to_the_words(open_report: Open) -> None:
    page = open_report(java_script_enabled=False).page
    href = page.get_attribute("#fact-hurt .at", "href")
    assert page.locator(f"[id='{href[1:]}']").count() == 1


def test_print_shows_all_and_no_controls(open_report: Open) -> None:
    page = open_report().page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not page.is_visible("#theme")
    assert page.is_visible("#fact-hurt details .excerpt >> nth=0")
    assert page.is_visible("#text-C")


def _retold(text: str) -> Collation:
    """The sample's first witness alone, its text, outlet and headline replaced, and nothing read off it."""
    whole = sample()
    first = whole.witnesses[0]
    article = replace(first.article, text=text, headline=text, outlet=text, parts=())
    annotation = replace(
        first.annotation, parts=(), sentences=(), mentions=(), quotes=(), attributions=(), published=None
    )
    witness = replace(first, article=article, annotation=annotation, outlet=text, published=None)
    return Collation(story=replace(whole.story, title=text), witnesses=(witness,), notes=(text,))
