from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from rashomon.app.web.guards.rate import RateLimit


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_empty_bucket_answers_429_and_when_to_come_back() -> None:
    clock = Clock()
    app = RateLimit(PlainTextResponse("in"), per_minute=6, clock=clock)
    client, other = TestClient(app), TestClient(app, client=("192.0.2.7", 1))
    assert [client.get("/").status_code for _ in range(7)] == [200] * 6 + [429]
    refused = client.get("/")
    assert (refused.headers["retry-after"], refused.headers["content-type"]) == ("10", "application/problem+json")
    assert other.get("/").status_code == 200
    clock.now = 10
    assert client.get("/").status_code == 200
    assert client.get("/").status_code == 429
