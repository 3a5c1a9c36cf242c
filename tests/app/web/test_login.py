from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.app.web.login import local
from rashomon.app.web.server import create_app
from rashomon.app.web.settings import ServeSettings
from rashomon.app.web.tokens import TokenFile
from rashomon.store import Corpus

HERE = {"origin": "http://127.0.0.1:8000"}


@pytest.fixture
def secret(tokens: Path) -> str:
    return TokenFile(tokens).add("ada", "read")


@pytest.fixture
def tokens(tmp_path: Path) -> Path:
    return tmp_path / "t.jsonl"


@pytest.fixture
def client(tmp_path: Path, tokens: Path) -> Iterator[TestClient]:
    Corpus.create(tmp_path / "c.sqlite").close()
    app = create_app(tmp_path / "c.sqlite", ServeSettings(tokens=tokens))
    with TestClient(app, base_url="http://127.0.0.1:8000") as client:
        yield client


def test_a_token_opens_the_desk_for_a_browser(client: TestClient, secret: str) -> None:
    assert "token" in client.get("/").text
    assert client.post("/login", data={"token": "wrong"}, headers=HERE).status_code == 403
    answer = client.post("/login", data={"token": secret, "next": "/x?y"}, headers=HERE, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/x?y")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/api/v1/jobs").json()["items"] == []


def test_a_form_of_another_site_cannot_log_anyone_in(client: TestClient, secret: str) -> None:
    elsewhere = {"origin": "http://elsewhere.example"}
    assert client.post("/login", data={"token": secret}, headers=elsewhere).status_code == 403


@pytest.mark.parametrize(
    ("path", "led"),
    [
        ("/stories/1", "/stories/1"),
        ("//elsewhere.example", "/"),
        ("/\\elsewhere.example", "/"),
        ("https://elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\nset-cookie: b", "/"),
        ("", "/"),
    ],
)
def test_one_is_led_nowhere_else_afterwards(path: str, led: str) -> None:
    assert local(path) == led


def test_what_is_asked_for_cannot_break_out_of_the_page(client: TestClient) -> None:
    assert "<script>" not in client.get("/login", params={"next": '/"><script>alert(1)</script>'}).text
