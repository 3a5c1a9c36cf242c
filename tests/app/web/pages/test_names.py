from __future__ import annotations

from starlette.testclient import TestClient

from rashomon.app.desk import Desk


def test_a_name_leads_to_all_that_it_is_said_to_have_said(vote: TestClient, desk: Desk, story: str) -> None:
    desk.collation(story)
    listed = vote.get("/names", params={"q": "Leitgeb", "kind": "PERSON"}).text
    assert "Leitgeb" in listed
    person = next(p for p in desk.people("Leitgeb", type="PERSON").items if p.statements)
    page = vote.get("/name", params={"id": person.id}).text
    said = desk.statements(speaker=person.id).items[0]
    assert f"start={said.start}&amp;end={said.end}#span" in page


def test_nobody_of_that_name_is_told(vote: TestClient) -> None:
    assert vote.get("/name?id=none").status_code == 404
