"""The desk in a browser: from pasted reports to a judgement, by mouse, by keyboard and on a phone."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from tests.app.web.pages.examples import EXAMPLES, read_examples

from rashomon.app.desk import Desk
from rashomon.app.web.pages import story as story_page
from rashomon.app.web.server import create_app
from rashomon.records import Article
from rashomon.report import html
from rashomon.store import Corpus

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
LARGEST = 150_000
LIT = "() => [...document.querySelectorAll('mark.lit')].map(m => [m.closest('article').dataset.siglum, m.textContent])"
FOCUSED = "() => document.activeElement.textContent.trim()"


@dataclass
class Served:
    """A desk that is served: its address, and the desk itself."""

    address: str
    desk: Desk

    def story(self, word: str) -> str:
        return next(s.story for s in self.desk.stories() if word in s.title)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of a corpus that has read of the vote."""
    path = tmp_path_factory.mktemp("desk") / "c.sqlite"
    read_examples(path, "vote")
    desk = Desk(Corpus.open(path))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(desk), log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", desk)
    server.should_exit = True
    thread.join(5)


@dataclass
class Visit:
    """A page, where its requests went, how large each answer was, and what it complained of."""

    page: Page
    sizes: dict[str, int] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)


@pytest.fixture
def visits() -> Iterator[list[BrowserContext]]:
    contexts: list[BrowserContext] = []
    yield contexts
    for context in contexts:
        context.close()


@pytest.fixture
def visit(browser: Browser, served: Served, visits: list[BrowserContext]) -> Visit:
    return _visit(browser, served, visits, viewport={"width": 1280, "height": 800})


@pytest.fixture
def phone(browser: Browser, served: Served, visits: list[BrowserContext]) -> Visit:
    return _visit(browser, served, visits, viewport=PHONE, is_mobile=True, has_touch=True)


def _visit(browser: Browser, served: Served, visits: list[BrowserContext], **settings: object) -> Visit:
    context = browser.new_context(base_url=served.address, reduced_motion="reduce", **settings)  # type: ignore[arg-type]
    context.set_default_timeout(30_000)
    visits.append(context)
    made = Visit(context.new_page())

    def finished(request: object) -> None:
        made.sizes[request.url] = request.sizes()["responseBodySize"]  # type: ignore[attr-defined]

    made.page.on("requestfinished", finished)
    made.page.on("pageerror", lambda e: made.complaints.append(str(e)))
    made.page.on("console", lambda m: made.complaints.append(m.text) if m.type == "error" else None)
    return made


def _paths(served: Served) -> list[str]:
    """Every page of the desk once."""
    story = served.story("ridge")
    served.desk.collation(story)
    person = next(p.id for p in served.desk.people(type="PERSON").items if p.statements)
    article = served.desk.shelf(story).articles[0]
    difference = served.desk.collation(story).differences[0].id
    return [
        "/",
        f"/story/{story}",
        f"/story/{story}/compare?w=A&w=B&w=C",
        f"/story/{story}/judge?difference={difference}",
        "/search?q=bridge",
        "/names",
        f"/name?id={person}",
        f"/article?id={article}&start=200&end=260",
        "/add",
        "/story/none",
    ]


def test_from_pasted_reports_to_a_judgement_and_back(visit: Visit) -> None:
    page = visit.page
    page.goto("/add")
    for i, name in enumerate(("courier", "strand_radio", "islander")):
        page.locator("textarea[name=text]").nth(i).fill((EXAMPLES / "harbour" / f"{name}.txt").read_text("utf-8"))
    page.check("input[name=together]")
    page.click("text=Read them")
    page.wait_for_selector("#found h2 a", timeout=90_000)
    page.click("#found h2 a")

    entry = page.locator("#contradictions .entry").first
    number = entry.get_attribute("id")
    entry.locator(".note").click()
    assert len({siglum for siglum, _ in page.evaluate(LIT)}) > 1
    words = {w for _, w in page.evaluate(LIT)}
    assert len(words) > 1

    entry.locator("text=Judge").click()
    page.fill("dialog form[action$=dismiss] input[name=because]", "two different things")
    page.click("dialog >> text=Dismiss")
    page.wait_for_selector(".flash")
    assert "two different things" in page.inner_text(".flash")
    assert page.locator(f"[id='{number}']").count() == 0
    page.click(".flash >> text=Undo")
    page.wait_for_selector(f"[id='{number}']")
    assert visit.complaints == []


def test_from_the_list_to_the_columns(visit: Visit) -> None:
    page = visit.page
    page.goto("/")
    page.click(".shelf h2 a >> text=ridge")
    page.click(".acts >> text=Side by side")
    assert page.locator("thead th").count() == 2
    page.check("input[name=w][value=C]")
    page.click("text=Compare")
    page.click("text=Where they differ")
    assert page.locator("thead th").count() == 3
    assert page.locator("tr.alone").count() == 0
    page.goto(page.url.replace("rows=differ", "rows=all"))
    page.locator("tr.agree .same").first.hover()
    lit = page.locator("td:has(.lit)").evaluate_all("all => all.map(e => e.dataset.siglum)")
    assert len(set(lit)) > 1
    assert visit.complaints == []


def test_the_keyboard_alone_reaches_everything(visit: Visit, served: Served) -> None:
    page = visit.page
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "To the content"
    for _ in range(40):
        page.keyboard.press("Tab")
        if "ridge" in page.evaluate(FOCUSED):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("#edition")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert page.evaluate(LIT)
    page.keyboard.press("Escape")
    assert not page.evaluate(LIT)

    page.locator("#differences .entry >> text=Judge").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog", state="detached")
    assert page.evaluate(FOCUSED) == "Judge"

    page.goto(f"/story/{served.story('ridge')}/compare")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement.tagName") == "TR"


def test_a_phone_shows_all_of_it(phone: Visit, served: Served) -> None:
    page = phone.page
    for path in _paths(served):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
    page.goto(f"/story/{served.story('ridge')}")
    page.tap("#differences .entry .note")
    mark = page.locator("mark.now").first.bounding_box()
    assert mark is not None
    assert mark["y"] + mark["height"] <= PHONE["height"]


@pytest.mark.parametrize(("scheme", "pages"), [("light", slice(0, -1)), ("dark", slice(0, 4))])
def test_nothing_hinders_access(visit: Visit, served: Served, scheme: str, pages: slice) -> None:
    visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in _paths(served)[pages]:
        visit.page.goto(path)
        found = Axe().run(visit.page).response["violations"]
        grave = [(v["id"], [n["html"] for n in v["nodes"]]) for v in found if v["impact"] in ("serious", "critical")]
        assert grave == [], path


def test_pages_are_light_and_ask_nobody_else(visit: Visit, served: Served) -> None:
    for path in _paths(served)[:-1]:
        visit.page.goto(path)
    assert visit.complaints == []
    assert [u for u in visit.sizes if not u.startswith(served.address)] == []
    assert {u: n for u, n in visit.sizes.items() if n > LARGEST} == {}


def test_news_come_while_a_page_is_open(visit: Visit, served: Served) -> None:
    story = served.story("ridge")
    page = visit.page
    page.goto("/")
    page.wait_for_function("() => document.querySelector('.shelf')")
    page.wait_for_timeout(1500)  # the first look of the one who watches the corpus
    served.desk.add(
        [Article(id="late", text="Potters of Oster struck on Friday, their guild said.", headline="A strike")]
    )
    page.wait_for_selector(".shelf .fresh >> text=A strike")
    page.goto(f"/story/{story}")
    page.wait_for_timeout(1500)
    served.desk.move_articles(["late"], story)
    page.wait_for_selector("#live >> text=This story has changed")
    before = {"at": page.evaluate("Date.now()"), "from": served.desk.article("late").added}
    page.evaluate(
        "([key, visit]) => localStorage.setItem(key, JSON.stringify(visit))", [f"rashomon-visit-{story}", before]
    )
    page.goto(f"/story/{story}")
    page.click("#news .item a >> nth=0")
    assert page.evaluate(LIT)
    served.desk.undo(served.desk.decisions(story)[-1].id)


def test_any_words_have_an_address(visit: Visit, served: Served) -> None:
    page = visit.page
    page.goto(f"/story/{served.story('ridge')}")
    page.evaluate(
        """() => { const line = [...document.querySelectorAll('#text-B p[data-at]')].at(-1);
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), words = walker.nextNode();
        getSelection().setBaseAndExtent(words, 2, words, 9) }"""
    )
    selected = page.evaluate("String(getSelection())")
    page.click(".reader >> text=Link to these words")
    assert page.evaluate(LIT) == [["B", selected]]


def test_a_script_in_a_report_does_not_run(visit: Visit, served: Served) -> None:
    evil = "</script><script>window.run = 1</script><img src=x onerror='window.run = 1'>"
    article = Article(
        id="</a>&\"'", text=f"{evil} Ann Evil said: “{evil}”", headline=evil, outlet=evil, url="javascript:run=1"
    )
    served.desk.add([article])
    story = served.desk.article(article.id).story
    assert story is not None
    page = visit.page
    for path in ("/", f"/story/{story}", f"/story/{story}/compare", "/search", "/names"):
        page.goto(path)
        assert page.evaluate("window.run") is None, path
    page.goto("/search?q=Evil")
    page.click(".hits h3 a")
    assert evil in page.inner_text(".report")
    assert page.locator("a[href^='javascript']").count() == 0
    assert visit.complaints == []


def test_pages_work_without_scripts(browser: Browser, served: Served, visits: list[BrowserContext]) -> None:
    page = _visit(browser, served, visits, java_script_enabled=False).page
    page.goto("/")
    page.click(".shelf h2 a >> text=ridge")
    page.locator("#differences .tools >> text=Judge").first.click()
    page.click("text=Dismiss")
    assert "Dismissed" in page.inner_text(".flash")
    page.click(".flash >> text=Undo")
    assert page.locator(".flash").count() == 0


@pytest.fixture
def long_story(served: Served, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a story whose page is brief, as if it were very long; of its texts only the first is there."""
    story = served.story("ridge")
    served.desk.collation(story)
    monkeypatch.setattr(story_page, "_LONG", 0)
    monkeypatch.setattr(story_page, "_AT_ONCE", 0)
    monkeypatch.setattr(html, "BRIEF", html.First(agreed=1, partial=0, single=0, voices=1, ties=0, names=1))
    return f"/story/{story}?judged=none"


def test_the_texts_of_a_long_story_come_when_their_words_are_shown(visit: Visit, long_story: str) -> None:
    page = visit.page
    page.goto(long_story)
    before = page.locator("article.later").count()
    assert before
    page.locator("#agreed .fact p a.at").first.click()
    page.wait_for_selector("mark.lit.now")
    words = page.evaluate(LIT)
    assert len({siglum for siglum, _ in words}) > 1
    assert page.locator("article.later").count() < before
    assert visit.complaints == []


def test_an_address_of_words_in_a_text_that_is_not_there_yet_lights_them(visit: Visit, long_story: str) -> None:
    page = visit.page
    page.goto(f"{long_story}#span-C-0-10")
    page.wait_for_selector("mark.lit.now")
    text = page.locator("#text-C p[data-at]").first.inner_text()
    assert [siglum for siglum, _ in page.evaluate(LIT)] == ["C"]
    assert "".join(t for _, t in page.evaluate(LIT)) in text


def test_a_long_list_goes_on_when_it_is_unfolded_or_something_in_it_is_meant(visit: Visit, long_story: str) -> None:
    page = visit.page
    page.goto(long_story)
    page.click("#rest-ties summary")
    page.wait_for_selector("#rest-ties .item")
    fact = page.locator("#agreed .fact").last.get_attribute("id")
    whole = served_fact(page, long_story)
    assert whole != fact
    page.goto("about:blank")
    page.goto(f"{long_story}#{whole}")
    page.wait_for_selector(f"[id='{whole}'].on")
    page.wait_for_selector("mark.lit.now")
    assert visit.complaints == []


def served_fact(page: Page, story: str) -> str:
    """A fact of one report alone, which only the rest of a list has."""
    found = page.request.get(f"{story.partition('?')[0]}/rest/single-A").text()
    return found.partition('id="fact-')[2].partition('"')[0].join(("fact-", ""))


def test_without_scripts_a_long_story_is_there_in_full_at_another_address(
    browser: Browser, served: Served, visits: list[BrowserContext], long_story: str
) -> None:
    page = _visit(browser, served, visits, java_script_enabled=False).page
    page.goto(long_story)
    page.click("noscript a")
    assert page.locator("article.later").count() == 0
    page.goto(long_story)
    page.locator("article.later a").first.click()
    assert page.locator("article p[data-at]").count() > 3
