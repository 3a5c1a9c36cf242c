"""How soon the pages of the desk are there to be read: python -m quality.bench_paint [--articles 10000] [--corpus F]

A corpus is generated and served as `rashomon serve` does it; Chromium opens each page once in a fresh profile, and its own clock tells
when it first painted text. "answer" is when the last byte had come.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from quality.bench_serve import PORT, served
from quality.generated_corpus import make_corpus
from rashomon.app.desk import Desk
from rashomon.store import Corpus

_TIMES = """() => { const [n] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return [n.responseEnd, paint ? paint.startTime : NaN, n.transferSize] }"""


def pages_of(corpus: Path) -> list[str]:
    """One address of each kind."""
    desk = Desk(Corpus.open(corpus))
    shelf = desk.shelves(order="articles", limit=1).items[0]
    person = desk.people(type="PERSON", limit=1).items[0].id
    return [
        "/",
        "/?order=contradictions",
        f"/story/{shelf.story}",
        f"/story/{shelf.story}/compare?w=A&w=B&w=C",
        "/search?q=police",
        "/names",
        f"/name?id={person}",
        "/add",
    ]


def paint(browser: Browser, address: str) -> tuple[float, float, int]:
    """When the answer had come and when text was painted (ms), and how many bytes travelled."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("() => performance.getEntriesByName('first-contentful-paint').length")
    answer, painted, size = page.evaluate(_TIMES)
    context.close()
    return answer, painted, size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--corpus", type=Path, help="a corpus made before")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        corpus = asked.corpus or Path(folder) / "corpus.sqlite"
        if not corpus.exists():
            make_corpus(corpus, asked.articles)
        pages = pages_of(corpus)
        server = served(corpus)
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
                print(f"{'answer':>8} {'painted':>8} {'kB':>6}  page")
                for path in pages:
                    answer, painted, size = paint(browser, f"http://127.0.0.1:{PORT}{path}")
                    print(f"{answer:8.0f} {painted:8.0f} {size / 1000:6.1f}  {path}")
                browser.close()
        finally:
            server.terminate()
            server.wait(10)


if __name__ == "__main__":
    main()
