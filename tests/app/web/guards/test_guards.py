"""The guards, each before an application that takes everything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.app.web.guards.forgery import SameOriginWrites
from rashomon.app.web.guards.host import KnownHosts
from rashomon.app.web.guards.size import BodyCap
from rashomon.app.web.settings import ServeSettings


async def takes_all(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body()
    await PlainTextResponse(str(len(body)))(scope, receive, send)


def client(app: ASGIApp, host: str = "127.0.0.1:8000") -> TestClient:
    return TestClient(app, base_url=f"http://{host}")


@pytest.mark.parametrize(
    ("served", "called", "known"),
    [
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "localhost:8000", True),
        ("127.0.0.1", "[::1]:8000", True),
        ("127.0.0.1", "rebound.example", False),
        ("127.0.0.1", "127.0.0.1.rebound.example", False),
        ("127.0.0.1", "192.0.2.7", False),
        ("0.0.0.0", "192.0.2.7:8000", True),
        ("0.0.0.0", "rebound.example", False),
        ("0.0.0.0", "desk.example:8000", True),
    ],
)
def test_only_our_own_host_is_answered(served: str, called: str, known: bool) -> None:
    settings = ServeSettings(host=served, allowed_hosts=("desk.example",) if served == "0.0.0.0" else ())
    answer = client(KnownHosts(takes_all, settings)).get("/", headers={"host": called})
    assert answer.status_code == (200 if known else 421)


def test_two_hosts_are_none() -> None:
    app = KnownHosts(takes_all, ServeSettings())
    hosts = [("host", "localhost"), ("host", "rebound.example")]
    assert client(app).get("/", headers=hosts).status_code == 421


@pytest.mark.parametrize(
    ("path", "headers", "taken"),
    [
        ("/judge", {"origin": "http://127.0.0.1:8000"}, True),
        ("/judge", {"sec-fetch-site": "same-origin"}, True),
        ("/judge", {}, False),
        ("/judge", {"origin": "http://elsewhere.example"}, False),
        ("/judge", {"origin": "null"}, False),
        ("/judge", {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "cross-site"}, False),
        ("/judge", {"origin": "http://127.0.0.1:9000"}, False),
        ("/api/v1/judgements", {}, True),
        ("/api/v1/judgements", {"origin": "http://elsewhere.example"}, False),
        ("/api/v1/judgements", {"sec-fetch-site": "same-site"}, False),
    ],
)
def test_a_page_of_another_site_cannot_write(path: str, headers: dict[str, str], taken: bool) -> None:
    app = client(SameOriginWrites(takes_all, api=("/api/v1/",)))
    assert app.post(path, content=b"x", headers=headers).status_code == (200 if taken else 403)
    assert app.get(path, headers=headers).status_code == 200


def test_a_body_beyond_the_cap_is_refused_whether_announced_or_not() -> None:
    app = client(BodyCap(takes_all, cap=10))

    def pieces() -> Iterator[bytes]:
        yield b"123456"
        yield b"789012"

    assert app.post("/", content=b"1234567890").status_code == 200
    assert app.post("/", content=b"12345678901").status_code == 413
    assert app.post("/", content=pieces()).status_code == 413
    assert app.post("/", content=b"", headers={"content-length": "-5"}).status_code == 413
