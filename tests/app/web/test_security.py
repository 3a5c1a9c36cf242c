"""Everything that is shown comes from strangers: what each page and answer does with the worst of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.app.desk import Desk
from rashomon.app.web.server import create_app
from rashomon.app.web.settings import ServeSettings
from rashomon.app.web.tokens import TokenFile
from rashomon.records import Article
from rashomon.store import Corpus

HERE = "http://127.0.0.1:8000"
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
QUOTED = "\"'><svg/onload=alert(1)>"
TEXT = (
    f"Kiln bursts at Oster {SCRIPT}\n\nTwo potters were hurt when the kiln at Oster burst on Monday, Mayor Ilse Brandt said. "
    f"“Nobody died {SCRIPT} here,” Brandt told reporters."
)


class Found(HTMLParser):
    """What of a page a browser would run or follow."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[dict[str, str | None]] = []
        self.handlers: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            self.scripts.append(given)
        self.handlers += [name for name in given if name.startswith("on")]
        self.handlers += ["style"] if "style" in given else []
        self.links += [v for n in ("href", "src", "action", "formaction", "xlink:href") if (v := given.get(n))]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(Corpus.create(tmp_path_factory.mktemp("hostile") / "c.sqlite"))
    shared = {"headline": f"Kiln {SCRIPT}", "published": "2031-05-05"}
    desk.add(
        [
            Article(
                id=f"a{QUOTED}", text=TEXT, outlet=SCRIPT, url="javascript:alert(1)", input=f"{SCRIPT}.txt", **shared
            ),
            Article(
                id="../b", text=TEXT.replace("Two", "Three"), outlet=QUOTED, url=f"https://x.example/{QUOTED}", **shared
            ),
        ]
    )
    for shelf in desk.stories():
        desk.collation(shelf.story)
    return desk


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(desk), base_url=HERE) as client:
        yield client


@pytest.fixture(scope="module")
def pages(client: TestClient, desk: Desk) -> dict[str, str]:
    """Every page that shows something of the hostile reports."""
    story = desk.stories()[0].story
    person = next(iter(desk.people("Brandt").items)).id
    asked: list[tuple[str, dict[str, str]]] = [
        ("/", {}),
        ("/", {"q": SCRIPT}),
        (f"/story/{story}", {}),
        (f"/story/{story}", {"since": QUOTED}),
        ("/search", {"q": "kiln"}),
        ("/search", {"q": f"kiln{QUOTED}"}),
        ("/article", {"id": f"a{QUOTED}", "start": "0", "end": "9"}),
        ("/article", {"id": "../b"}),
        ("/names", {"q": QUOTED}),
        ("/name", {"id": person}),
        (f"/story/{story}/compare", {}),
        (f"/story/{story}/judge", {"difference": SCRIPT}),
        (f"/story/{story}/reports", {}),
        ("/add", {}),
        ("/none", {"x": SCRIPT}),
    ]
    found = {}
    for path, query in asked:
        answer = client.get(path, params=query)
        assert answer.status_code < 500, (path, query)
        found[f"{path} {query}"] = answer.text
    return found


def seen(html: str) -> Found:
    parser = Found()
    parser.feed(html)
    return parser


def test_no_script_of_a_headline_quote_outlet_or_file_name_is_run(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        found = seen(html)
        assert all(
            (s.get("src") or "").startswith("/static/") for s in found.scripts if s.get("type") != "application/json"
        ), path
        assert found.handlers == [], path
    assert "alert(1)" in " ".join(pages.values())


def test_no_link_leads_to_a_script(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        bad = [link for link in seen(html).links if re.match(r"\s*(javascript|data|vbscript):", link, re.IGNORECASE)]
        assert bad == [], path


def test_nothing_is_asked_of_another_host(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        loaded = re.findall(r'<(?:script|img|link|iframe|source|use)\b[^>]*?(?:src|href)="([^"]*)"', html)
        assert [a for a in loaded if not a.startswith(("/", "#"))] == [], path


def test_every_page_forbids_scripts_of_its_own(client: TestClient, desk: Desk) -> None:
    for path in ("/", f"/story/{desk.stories()[0].story}", "/search?q=kiln", "/none"):
        policy = client.get(path).headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_answers_for_programs_are_never_taken_for_pages(client: TestClient) -> None:
    for path in ("/api/v1/articles", "/api/v1/search?q=kiln", f"/api/v1/articles/{SCRIPT}", "/api/v1/stories/zz"):
        answer = client.get(path)
        assert answer.headers["content-type"].partition(";")[0] in ("application/json", "application/problem+json")
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_upload_writes_nowhere_but_into_the_corpus(
    client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("../../evil.txt", "/tmp/rashomon-evil.txt", "..\\evil.txt", "a\r\nx: y.txt", ""):
        sent = client.post(
            "/api/v1/uploads", files=[("files", (name, b"A lamp was lit at Hale on Tuesday.", "text/plain"))]
        )
        if sent.status_code == 202:
            client.get(sent.headers["location"], params={"wait": 8})
    assert list(tmp_path.rglob("*evil*")) == []
    assert not Path("/tmp/rashomon-evil.txt").exists()


WRITES = [
    ("POST", "/api/v1/articles"),
    ("POST", "/api/v1/uploads"),
    ("POST", "/api/v1/addresses"),
    ("POST", "/api/v1/stories/ab/judgements"),
    ("DELETE", "/api/v1/judgements/j1"),
    ("POST", "/add"),
    ("POST", "/fetch"),
    ("POST", "/story/ab/dismiss"),
    ("POST", "/story/ab/regroup"),
]


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_no_page_of_another_site_writes(client: TestClient, method: str, path: str) -> None:
    for headers in ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        assert client.request(method, path, headers=headers).status_code == 403


def test_a_name_that_was_rebound_to_this_address_is_not_answered(client: TestClient) -> None:
    assert client.get("/api/v1/stories", headers={"host": "evil.example"}).status_code == 421


def test_a_body_beyond_the_cap_is_refused(desk: Desk) -> None:
    with TestClient(create_app(desk, ServeSettings(max_body=1000)), base_url=HERE) as client:
        assert client.post("/api/v1/articles", json={"items": [{"text": "x" * 2000}]}).status_code == 413


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_who_may_only_read_cannot_write(desk: Desk, tmp_path: Path, method: str, path: str) -> None:
    tokens = TokenFile(tmp_path / "t")
    headers = {"authorization": f"Bearer {tokens.add('reader', 'read')}", "origin": HERE}
    with TestClient(create_app(desk, ServeSettings(tokens=tokens.path)), base_url=HERE) as client:
        assert client.get("/api/v1/stories", headers=headers).status_code == 200
        assert client.request(method, path, headers=headers).status_code == 403
        assert client.request(method, path, headers={"origin": HERE}).status_code == 401
