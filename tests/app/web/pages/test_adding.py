from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from rashomon.app.web.jobs import AddUploads, Job
from rashomon.app.web.site import Site

WRITE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def site(empty: TestClient) -> Site:
    found = empty.app.state.site  # type: ignore[attr-defined]
    assert isinstance(found, Site)
    return found


def test_pasted_and_dropped_reports_are_read_and_told_of(vote: TestClient) -> None:
    data = {"text": ["The kiln at Oster burst.\r\nTwo were hurt.", "  "], "together": "true"}
    files = [("files", ("../../x.txt", b"Three potters were hurt at Oster.")), ("files", ("b.bin", b"\x00\x01\x02"))]
    page = vote.post("/add", data=data, files=files, headers=WRITE)
    assert page.url.path.startswith("/job/job")
    vote.app.state.site.jobs.wait(page.url.path.removeprefix("/job/"), 30)  # type: ignore[attr-defined]
    page = vote.get(page.url.path)
    assert 'data-live="still"' in page.text
    assert "The kiln at Oster burst. Two were hurt" in page.text
    assert "<bdi>b.bin</bdi>" in page.text


def test_lines_of_a_form_end_as_those_of_a_text(empty: TestClient, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks: list[object] = []
    job = Job(id="job1", kind="add", state="waiting", made="2031-05-04T00:00:00Z")
    monkeypatch.setattr(site.jobs, "submit", lambda task: (tasks.append(task), job)[1])
    empty.post("/add", data={"text": "one\r\ntwo"}, headers=WRITE, follow_redirects=False)
    (task,) = tasks
    assert isinstance(task, AddUploads)
    assert (task.uploads[0].data, task.together) == (b"one\ntwo", False)


@pytest.mark.parametrize("data", [{}, {"text": " "}])
def test_nothing_given_is_told(empty: TestClient, data: dict[str, str]) -> None:
    assert "othing was pasted" in empty.post("/add", data=data, headers=WRITE).text


@pytest.mark.parametrize("addresses", ["javascript:alert(1)", "file:///etc/passwd", "/etc/passwd", " "])
def test_only_addresses_of_the_web_are_fetched(empty: TestClient, addresses: str) -> None:
    answer = empty.post("/fetch", data={"addresses": addresses}, headers=WRITE, follow_redirects=False)
    assert answer.status_code in (400, 404)


def test_a_job_that_nobody_knows_is_told(empty: TestClient) -> None:
    assert empty.get("/job/none").status_code == 404
