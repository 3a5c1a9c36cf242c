"""The application as put together: whom it answers and what every answer carries."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.app.web.server import create_app
from rashomon.app.web.settings import ServeSettings
from rashomon.errors import UsageError
from rashomon.store import Corpus


def test_another_address_needs_tokens(tmp_path: Path) -> None:
    Corpus.create(tmp_path / "c.sqlite").close()
    settings = ServeSettings(host="0.0.0.0")
    with pytest.raises(UsageError, match="make a token first"):
        create_app(tmp_path / "c.sqlite", settings)


@pytest.mark.parametrize("path", ["/", "/static/none.js", "/none", "/api/v1/none"])
def test_every_answer_says_what_a_page_may_do(empty: TestClient, path: str) -> None:
    headers = empty.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_what_is_not_there_is_told_as_a_problem(empty: TestClient) -> None:
    answer = empty.get("/api/v1/none")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert answer.json()["status"] == 404
