from __future__ import annotations

from starlette.testclient import TestClient


def test_pages_travel_compressed_and_answers_to_programs_do_not(empty: TestClient) -> None:
    style = empty.get("/static/report.css")
    assert style.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in empty.get("/static/report.css", headers={"accept-encoding": "identity"}).headers
    assert "content-encoding" not in empty.get("/api/v1/openapi.json").headers
