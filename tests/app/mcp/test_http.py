"""The tools over HTTP: the same guards as before the desk."""

from __future__ import annotations

from pathlib import Path

import anyio
import httpx
import httpx2
import pytest
from mcp.client import Client
from mcp.client.streamable_http import streamable_http_client
from quality.fuzz_api import serving

from rashomon.app.desk import Desk
from rashomon.app.mcp.http import http_app
from rashomon.app.web.settings import ServeSettings
from rashomon.app.web.tokens import TokenFile
from rashomon.errors import UsageError
from rashomon.store import Corpus


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(Corpus.create(tmp_path / "c.sqlite"))


def test_another_address_needs_tokens(desk: Desk) -> None:
    with pytest.raises(UsageError, match="make a token first"):
        http_app(desk, ServeSettings(host="0.0.0.0"))


def test_the_sdks_client_is_answered_with_a_token_that_reads(desk: Desk, tmp_path: Path) -> None:
    secret = TokenFile(tmp_path / "t").add("assistant", "read")

    async def session(address: str) -> tuple[list[str], object]:
        shown = httpx2.AsyncClient(headers={"Authorization": f"Bearer {secret}"})
        async with Client(streamable_http_client(f"{address}/mcp", http_client=shown)) as client:
            tools = await client.list_tools()
            found = await client.call_tool("find_stories", {"words": "kiln"})
            return [t.name for t in tools.tools], found.structured_content

    with serving(http_app(desk, ServeSettings(tokens=tmp_path / "t"))) as address:
        names, found = anyio.run(session, address)
        assert httpx.post(f"{address}/mcp", json={}).status_code == 401
        elsewhere = {"Authorization": f"Bearer {secret}", "Origin": "http://elsewhere.example"}
        assert httpx.post(f"{address}/mcp", json={}, headers=elsewhere).status_code == 403
        assert httpx.post(f"{address}/mcp", json={}, headers={"Host": "rebound.example"}).status_code == 421
    assert "check_claim" in names
    assert found == {"stories": [], "not_covered": ["no report of the corpus holds any of these words"]}
