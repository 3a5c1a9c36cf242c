"""A story as it grew, as programs ask for it."""

from __future__ import annotations

from dataclasses import replace

from starlette.testclient import TestClient

from rashomon.app.desk import Desk

from .conftest import GUILD, MAYOR
from .test_rest import API, get


def test_what_is_new_since_a_moment_is_told_with_its_spans(client: TestClient, story: str) -> None:
    texts = {a.id: a.text for a in (MAYOR, GUILD)}
    found = get(client, f"/stories/{story}/news", since="2001-01-01", wait=8)["items"]
    assert found
    for span in found[0]["evidence"]:
        assert texts[span["article"]][span["start"] : span["end"]].strip()
    assert get(client, f"/stories/{story}/news", since="2999-01-01", wait=8)["items"] == []
    kinds = {n["kind"] for n in found}
    assert {
        n["kind"] for n in get(client, f"/stories/{story}/news", since="2001-01-01", kind=min(kinds), wait=8)["items"]
    } == {min(kinds)}
    assert client.get(f"{API}/stories/{story}/news").status_code == 422


def test_the_ledger_tells_each_facts_life(client: TestClient, story: str) -> None:
    entries = get(client, f"/stories/{story}/ledger")["items"]
    facts = {f["id"] for f in get(client, f"/stories/{story}/facts", limit=10_000)["items"]}
    assert entries
    assert {e["fact"] for e in entries} <= facts
    assert all(e["first"]["article"] in ("one", "two") for e in entries)


def test_what_was_expected_is_told_with_what_became_of_it(client: TestClient, story: str) -> None:
    (expected,) = get(client, f"/stories/{story}/expectations")["items"]
    assert (expected["due"], expected["outcome"]) == ("2031-05-12", "open")
    assert get(client, f"/stories/{story}/expectations", outcome="silent")["items"] == []


def test_the_revisions_of_a_page_are_told_word_for_word(client: TestClient, desk: Desk) -> None:
    assert get(client, "/revisions", article="one")["items"] == []
    assert client.get(f"{API}/revisions", params={"article": "none"}).status_code == 404
    desk.add([replace(MAYOR, id="one-b", text=MAYOR.text.replace("Two potters", "Four potters"))])
    (revision,) = get(client, "/revisions", article="one")["items"]
    (change,) = revision["changes"]
    assert (revision["earlier"], revision["later"], revision["told"]) == ("one", "one-b", None)
    assert (change["before"]["text"], change["after"]["text"]) == ("Two", "Four")
