"""The process that reads reports: it tells what it does, and its loss costs one job."""

from __future__ import annotations

import threading
import time
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest

from rashomon.app.web.jobs import AddArticles, Collate
from rashomon.app.web.jobs.workers import ProcessWorker
from rashomon.errors import RashomonError
from rashomon.records import Article
from rashomon.store import Corpus


def test_a_process_does_one_task_after_the_other_and_is_started_anew_when_lost(tmp_path: Path) -> None:
    Corpus.create(tmp_path / "c.sqlite").close()
    worker = ProcessWorker(tmp_path / "c.sqlite")
    told: list[tuple[str, int]] = []
    text = "Two potters were hurt when the kiln at Oster burst on Monday, the mayor said."
    add = AddArticles(articles=(Article(id="one", text=text),))
    assert worker.do(add, lambda what, n: told.append((what, n)))["new"] == 1
    assert told == [("kept", 1), ("placed", 1), ("read", 1), ("compared", 1)]
    with pytest.raises(RashomonError, match="no story is called"):
        worker.do(Collate(story="none"), lambda *_: None)
    worker._process.kill()  # type: ignore[union-attr]
    worker._process.join()  # type: ignore[union-attr]
    assert worker.do(add, lambda *_: None)["known"] == 1
    worker.close()


def test_a_process_that_is_being_started_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Corpus.create(tmp_path / "c.sqlite").close()
    worker, starting = ProcessWorker(tmp_path / "c.sqlite"), threading.Event()
    start = SpawnProcess.start

    def slowly(self: SpawnProcess) -> None:
        starting.set()
        time.sleep(0.2)
        start(self)

    monkeypatch.setattr(SpawnProcess, "start", slowly)
    failed: list[str] = []

    def work() -> None:
        try:
            worker.do(Collate(story="none"), lambda *_: None)
        except RashomonError as e:
            failed.append(str(e))

    thread = threading.Thread(target=work)
    thread.start()
    starting.wait(10)
    worker.close()
    thread.join(30)
    assert failed
