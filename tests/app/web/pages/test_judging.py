from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from rashomon.app.desk import Desk

WRITE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def difference(desk: Desk, story: str) -> str:
    """A contradiction of the story."""
    return next(d.id for d in desk.collation(story).differences if d.severity == "hard")


def test_a_dismissed_difference_is_gone_until_it_is_undone(vote: TestClient, story: str, difference: str) -> None:
    shown = vote.post(f"/story/{story}/dismiss", data={"target": difference, "because": "a typo"}, headers=WRITE)
    assert "Dismissed" in shown.text
    assert "(a typo)" in shown.text
    assert f'id="diff-{difference}"' not in shown.text
    decision = shown.url.params["judged"]
    shown = vote.post(f"/story/{story}/undo", data={"decision": decision}, headers=WRITE)
    assert f'id="diff-{difference}"' in shown.text


def test_a_difference_can_be_of_another_weight(vote: TestClient, story: str, difference: str) -> None:
    data = {"target": difference, "kind": "number", "severity": "soft"}
    shown = vote.post(f"/story/{story}/retype", data=data, headers=WRITE).text
    assert f'<li class="item entry soft" tabindex="-1" id="diff-{difference}"' in shown
    assert "Given another type: number, shade" in shown


def test_facts_become_one_and_are_taken_apart(vote: TestClient, desk: Desk, story: str) -> None:
    one, other = [f for f in desk.collation(story).facts if len(f.claims) == 1][:2]
    data = {"action": "merge", "fact": one.id, "target": other.id}
    assert "Made one fact" in vote.post(f"/story/{story}/regroup", data=data, headers=WRITE).text
    made = next(f for f in desk.collation(story).facts if set(one.claims) < set(f.claims))
    data = {"action": "split", "fact": made.id, "target": other.claims[0]}
    assert "Set apart" in vote.post(f"/story/{story}/regroup", data=data, headers=WRITE).text
    assert all(len(f.claims) == 1 for f in desk.collation(story).facts if set(f.claims) & {*one.claims, *other.claims})


def test_choosing_nothing_is_told(vote: TestClient, desk: Desk, story: str) -> None:
    fact = desk.collation(story).facts[0].id
    answer = vote.post(f"/story/{story}/regroup", data={"action": "merge", "fact": fact}, headers=WRITE)
    assert "nothing was chosen" in answer.text.lower()


def test_another_site_cannot_judge(vote: TestClient, story: str, difference: str) -> None:
    for headers in ({}, {"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}):
        answer = vote.post(f"/story/{story}/dismiss", data={"target": difference}, headers=headers)
        assert answer.status_code == 403


def test_what_can_be_decided_is_asked_on_a_page(vote: TestClient, desk: Desk, story: str, difference: str) -> None:
    assert "It is no difference" in vote.get(f"/story/{story}/judge", params={"difference": difference}).text
    fact = max(desk.collation(story).facts, key=lambda f: len(f.claims))
    page = vote.get(f"/story/{story}/judge", params={"fact": fact.id}).text
    assert "Another states the same" in page
    assert page.count('name="target"') > len(fact.claims)
    assert vote.get(f"/story/{story}/judge?fact=none").status_code == 404
