"""Tokens: who may come in, and what for."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from rashomon.app.web.guards.access import COOKIE, TokenGate
from rashomon.app.web.tokens import TokenFile


@pytest.fixture
def tokens(tmp_path: Path) -> TokenFile:
    return TokenFile(tmp_path / "tokens.jsonl")


@pytest.fixture
def client(tokens: TokenFile) -> TestClient:
    return TestClient(TokenGate(PlainTextResponse("in"), tokens, api=("/api/",)), follow_redirects=False)


def bearer(secret: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}


def test_a_reader_reads_and_a_writer_writes(client: TestClient, tokens: TokenFile) -> None:
    reader, writer = bearer(tokens.add("ada", "read")), bearer(tokens.add("ben", "write"))
    assert client.get("/api/x", headers=reader).status_code == 200
    assert client.post("/api/x", headers=reader).status_code == 403
    assert client.delete("/api/x", headers=reader).status_code == 403
    assert client.get("/api/x", headers=writer).status_code == 200
    assert client.post("/api/x", headers=writer).status_code == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer wrong", "Basic YTpi", "Bearer é"])
def test_nobody_else_comes_in(client: TestClient, tokens: TokenFile, header: str) -> None:
    tokens.add("ada", "write")
    answer = client.get("/api/x", headers={"authorization": header.encode()})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert client.post("/page").status_code == 401


def test_a_browser_is_led_to_the_page_that_asks_and_its_cookie_counts(client: TestClient, tokens: TokenFile) -> None:
    answer = client.get("/stories/a b")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=/stories/a%20b")
    assert client.get("/login").status_code == 200
    client.cookies.set(COOKIE, tokens.add("ada", "read"))
    assert client.get("/stories").status_code == 200


def test_what_is_revoked_is_out_at_once(client: TestClient, tokens: TokenFile) -> None:
    reader = bearer(tokens.add("ada", "read"))
    assert client.get("/api/x", headers=reader).status_code == 200
    TokenFile(tokens.path).revoke("ada")
    assert client.get("/api/x", headers=reader).status_code == 401
