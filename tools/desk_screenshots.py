"""Make the pictures of docs/desk.md anew: python tools/desk_screenshots.py. Needs Chromium and the packages of rashomon[dev]."""

from __future__ import annotations

import socket
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import Page, sync_playwright

from rashomon.app.desk import Desk
from rashomon.app.web.server import create_app
from rashomon.store import Corpus

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
ARRIVED = {"harbour": datetime(2026, 3, 14, 17, 5, tzinfo=UTC), "vote": datetime(2026, 9, 24, 8, 40, tzinfo=UTC)}
WIDE = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}


def read_examples(path: Path) -> Desk:
    """A desk that has read the bundled reports, each event as one story."""
    Corpus.create(path).close()
    for event, moment in ARRIVED.items():
        desk = Desk(Corpus(path, now=lambda moment=moment: moment))  # type: ignore[misc]
        desk.add([ROOT / "examples" / event])
        apart = [s.story for s in desk.stories() if event in desk.article(s.articles[0]).article.input]
        if len(apart) > 1:
            desk.merge_stories(apart)
    desk = Desk(Corpus.open(path))
    for shelf in desk.stories():
        desk.collation(shelf.story)
    return desk


def serve(desk: Desk) -> str:
    """Serve the desk from a thread that ends with the program; its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(desk), log_level="error"))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    return f"http://127.0.0.1:{listening.getsockname()[1]}"


def shoot(page: Page, name: str) -> None:
    page.wait_for_timeout(200)
    page.screenshot(path=DOCS / f"desk-{name}.png")


def to_section(page: Page, name: str) -> None:
    page.evaluate("name => document.getElementById(name).scrollIntoView()", name)


def wide(page: Page, story: str) -> None:
    """The pages as a screen shows them."""
    page.goto("/")
    shoot(page, "stories")
    page.goto(f"/story/{story}")
    shoot(page, "story")
    page.click("#contradictions .entry .note >> nth=0")
    to_section(page, "contradictions")
    shoot(page, "contradiction")
    page.click("#contradictions .entry >> nth=0 >> text=Judge")
    page.wait_for_selector("dialog[open]")
    shoot(page, "judge")
    page.keyboard.press("Escape")
    page.click(".dates .dot >> nth=8")
    to_section(page, "timeline")
    shoot(page, "timeline")
    page.goto(f"/story/{story}/compare?w=A&w=B&w=D")
    page.locator("tr.agree .same").first.hover()
    shoot(page, "compare")
    page.goto("/search?q=ferry")
    shoot(page, "search")
    page.goto("/names")
    shoot(page, "names")
    page.goto("/names?q=Tallow&kind=PERSON")
    page.click(".index a")
    shoot(page, "name")
    page.click(".sayings a >> text=curtain")
    page.wait_for_selector(".report")
    shoot(page, "article")
    page.goto("/add")
    for i, name in enumerate(("courier", "strand_radio", "islander")):
        page.locator("textarea").nth(i).fill((ROOT / "examples" / "harbour" / f"{name}.txt").read_text("utf-8"))
        page.locator("textarea").nth(i).evaluate("sheet => sheet.scrollTo(0, 0)")
    shoot(page, "add")


def narrow(page: Page, story: str) -> None:
    """Some of them on a phone."""
    page.goto(f"/story/{story}")
    page.tap("#contradictions .entry .note >> nth=0")
    shoot(page, "phone")
    page.goto(f"/story/{story}/compare?w=A&w=B&rows=shared")
    shoot(page, "phone-compare")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        desk = read_examples(Path(folder) / "examples.sqlite")
        story = next(s.story for s in desk.stories() if "ferry" in s.title)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        usual: dict[str, Any] = {"base_url": serve(desk), "reduced_motion": "reduce", "timezone_id": "UTC"}
        wide(browser.new_page(viewport=WIDE, **usual), story)
        narrow(browser.new_page(viewport=PHONE, is_mobile=True, has_touch=True, color_scheme="dark", **usual), story)
        dark = browser.new_page(viewport=WIDE, color_scheme="dark", **usual)
        dark.goto(f"/story/{story}#contradictions")
        dark.click("#contradictions .entry .note >> nth=1")
        shoot(dark, "dark")
        browser.close()


if __name__ == "__main__":
    main()
