"""A real browser for the tests of the page: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.report.sample import sample

from rashomon.records import Collation
from rashomon.report.html import render_html


@dataclass
class Opened:
    """A page, what it asked of the network and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium")
    if not found:
        pytest.skip("Chromium is not installed")
    # Chromium refuses its own sandbox to root, as in a container.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def open_report(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens the page of a collation (the sample's, if none is given); keywords go to the browser's context."""
    contexts = []

    def open_(collation: Collation | None = None, *, fragment: str = "", **settings: object) -> Opened:
        file = tmp_path / "report.html"
        file.write_text(render_html(collation or sample(), "0"), "utf-8")
        usual = {"reduced_motion": "reduce", "viewport": {"width": 1280, "height": 800}}
        context = browser.new_context(**{**usual, **settings})
        contexts.append(context)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda r: opened.requests.append(r.url))
        opened.page.on("pageerror", lambda e: opened.complaints.append(str(e)))
        opened.page.on("console", lambda m: opened.complaints.append(m.text) if m.type == "error" else None)
        opened.page.goto(file.as_uri() + fragment)
        return opened

    yield open_
    for context in contexts:
        context.close()
