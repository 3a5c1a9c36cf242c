"""What programs ask of a served corpus."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from rashomon.app.desk import Desk

from .conftest import GUILD, MAYOR

API = "/api/v1"


def get(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(API + path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def done(client: TestClient, answer: Any) -> dict[str, Any]:
    """The job of an answer when it is over."""
    assert answer.status_code == 202, answer.text
    found: dict[str, Any] = client.get(answer.headers["location"], params={"wait": 8}).json()
    assert found["state"] == "done", found
    return found


def test_a_story_and_what_it_holds(client: TestClient, story: str) -> None:
    (line,) = get(client, "/stories")["items"]
    assert (line["id"], line["articles"], line["stale"]) == (story, ["one", "two"], False)
    assert get(client, f"/stories/{story[:6]}") == line
    collation = get(client, f"/stories/{story}/collation")
    for name in ("facts", "claims", "differences", "quotes", "entities", "timeline"):
        page = get(client, f"/stories/{story}/{name}", limit=10_000)
        assert page == {"items": collation[name], "next": None, "total": len(collation[name])}
    assert get(client, f"/stories/{story}/stemma") == collation["stemma"]


def test_every_span_stands_in_its_article(client: TestClient, story: str) -> None:
    texts = {a.id: a.text for a in (MAYOR, GUILD)}
    for claim in get(client, f"/stories/{story}/claims")["items"]:
        span = claim["span"]
        assert texts[span["article"]][span["start"] : span["end"]].strip()
    for quote in get(client, f"/stories/{story}/quotes")["items"]:
        assert texts[quote["article"]][quote["start"] : quote["end"]] == "Nobody died,"


def test_a_contradiction_is_found_and_judged_and_the_judgement_undone(client: TestClient, story: str) -> None:
    differences = f"/stories/{story}/differences"
    (hard, *_) = get(client, differences, severity="hard")["items"]
    assert get(client, f"{differences}/{hard['id']}") == hard
    given = {"action": "dismiss", "targets": [hard["id"]], "because": "not the same potters"}
    kept = client.post(f"{API}/stories/{story}/judgements", json=given)
    assert kept.status_code == 201
    left = get(client, differences, severity="hard", wait=8)["items"]
    assert hard["id"] not in [d["id"] for d in left]
    assert [j["id"] for j in get(client, f"/stories/{story}/judgements")["items"]] == [kept.json()["id"]]
    undone = client.delete(f"{API}/judgements/{kept.json()['id']}").json()
    assert undone["undone"]
    assert hard["id"] in [d["id"] for d in get(client, differences, severity="hard", wait=8)["items"]]
    assert client.delete(f"{API}/judgements/{kept.json()['id']}").status_code == 404


def test_a_fact_comes_with_the_claims_that_state_it(client: TestClient, story: str) -> None:
    fact = next(f for f in get(client, f"/stories/{story}/facts")["items"] if len(f["claims"]) > 1)
    full = get(client, f"/stories/{story}/facts/{fact['id']}")
    assert [c["id"] for c in full["stated"]] == fact["claims"]
    assert get(client, f"/stories/{story}/facts", relation=fact["relation"], min_origins=99)["items"] == []


def test_pages_join_to_the_whole(client: TestClient, story: str) -> None:
    whole = get(client, f"/stories/{story}/claims")["items"]
    found, cursor = [], None
    while True:
        page = get(client, f"/stories/{story}/claims", limit=2, **({"cursor": cursor} if cursor else {}))
        found += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    assert found == whole
    lines = client.get(f"{API}/stories/{story}/claims?format=jsonl")
    assert lines.headers["content-type"] == "application/x-ndjson"
    assert [json.loads(line) for line in lines.text.splitlines()] == whole


def test_search_tells_where_the_words_stand_and_how_they_fall(client: TestClient, story: str) -> None:
    found = get(client, "/search", q="kiln", limit=1)
    assert (found["total"], len(found["items"])) == (2, 1)
    assert "⟦" in found["items"][0]["around"]
    assert {f["name"] for f in found["outlets"]} == {"Oster Post", "Guild Gazette"}
    assert [f["value"] for f in found["stories"]] == [story]
    after = get(client, "/search", q="kiln", limit=1, cursor=found["next"])
    assert {found["items"][0]["article"], after["items"][0]["article"]} == {"one", "two"}
    assert get(client, "/search", q="!?")["total"] == 0


def test_who_said_what_over_all_stories(client: TestClient, story: str) -> None:
    (mayor, *_) = get(client, "/entities", words="Brandt")["items"]
    assert get(client, f"/entities/{mayor['id']}") == mayor
    assert [a["story"] for a in get(client, f"/entities/{mayor['id']}/stories")["items"]] == [story]
    said = get(client, "/statements", speaker=mayor["id"])["items"]
    assert any(MAYOR.text[s["start"] : s["end"]] == "Nobody died," for s in said)
    assert client.get(f"{API}/entities/none").status_code == 404


def test_articles_go_out_as_they_can_come_in(client: TestClient) -> None:
    lines = client.get(f"{API}/articles?format=jsonl").content
    job = done(client, client.post(f"{API}/articles", content=lines, headers={"content-type": "application/x-ndjson"}))
    assert (job["outcome"]["new"], job["outcome"]["known"]) == (0, 2)
    one = get(client, "/articles/one")
    assert (one["text"], one["outlet"], one["versions"]) == (MAYOR.text, "Oster Post", ["one"])
    assert [a["id"] for a in get(client, "/articles", limit=1)["items"]] == ["one"]
    assert client.get(f"{API}/articles/none").status_code == 404


def test_a_line_that_cannot_be_used_is_named_and_the_others_go_on(client: TestClient) -> None:
    lines = b'{"text": "The guild met at Oster on Friday.", "id": "three"}\n{"text": 7}\n'
    job = done(client, client.post(f"{API}/articles", content=lines, headers={"content-type": "application/x-ndjson"}))
    assert job["outcome"]["new"] == 1
    assert [r["input"] for r in job["outcome"]["rejects"]] == ["api.jsonl:2"]
    assert client.post(f"{API}/articles", content=b"x", headers={"content-type": "text/csv"}).status_code == 415


@pytest.mark.parametrize(
    "given",
    [
        {"items": []},
        {"items": [{"text": ""}]},
        {"items": [{"text": "a", "headlin": "b"}]},
        {"items": [{"text": 7}]},
        [],
    ],
)
def test_what_is_misspelt_is_told_and_not_kept(client: TestClient, given: object) -> None:
    answer = client.post(f"{API}/articles", json=given)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert answer.json()["errors"]


def test_files_are_uploaded_whatever_they_are_called(client: TestClient) -> None:
    files = [("files", ("../../x.txt", b"A lighthouse was lit at Hale on Tuesday evening.", "text/plain"))]
    job = done(client, client.post(f"{API}/uploads", files=files))
    assert job["outcome"]["new"] == 1
    line = next(a for a in get(client, "/articles")["items"] if a["id"] not in ("one", "two", "three"))
    assert get(client, f"/articles/{line['id']}")["input"] == "x.txt"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "/etc/passwd", "ftp://a.example"])
def test_only_pages_and_feeds_are_fetched(client: TestClient, address: str) -> None:
    assert client.post(f"{API}/addresses", json={"addresses": [address]}).status_code == 422


def test_a_private_address_is_refused_when_it_is_fetched(client: TestClient) -> None:
    job = done(client, client.post(f"{API}/addresses", json={"addresses": ["http://127.0.0.1:1/"]}))
    assert job["outcome"]["rejected"] == 1


def test_who_has_an_answer_is_told_so_until_the_corpus_changes(client: TestClient) -> None:
    tag = client.get(f"{API}/stories").headers["etag"]
    assert client.get(f"{API}/stories", headers={"if-none-match": tag}).status_code == 304
    done(client, client.post(f"{API}/articles", json={"items": [{"text": "Snow fell on Hale on Sunday night."}]}))
    assert client.get(f"{API}/stories", headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize("cursor", ["x", "WzFd", "WzEsMl0", "eyJhIjoxfQ", "Wzk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5LDFd"])
@pytest.mark.parametrize("path", ["/stories", "/articles", "/entities", "/statements", "/search?q=kiln"])
def test_a_cursor_of_something_else_is_refused(client: TestClient, path: str, cursor: str) -> None:
    joined = f"{API}{path}{'&' if '?' in path else '?'}cursor={cursor}"
    assert client.get(joined).status_code in (200, 404)


def test_what_grew_elsewhere_is_made_anew_in_the_background(client: TestClient, desk: Desk, story: str) -> None:
    desk.add([replace(GUILD, id="more", text=GUILD.text.replace("asked", "again asked"), outlet="Third")])
    grown = get(client, f"/stories/{story}")
    assert (grown["articles"][-1], grown["stale"]) == ("more", True)
    waits = client.get(f"{API}/stories/{story}/facts")
    assert waits.status_code == 202
    done(client, waits)
    assert client.get(f"{API}/stories/{story}/facts").status_code == 200
