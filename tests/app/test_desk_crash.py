"""`add` killed a hundred times, and two processes that add at once: nothing is lost, and the outcome is an uninterrupted run's."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

import pytest
from quality.invented_stream import invented_stream

from rashomon.app import assemble
from rashomon.app.desk import Desk
from rashomon.records import Annotation, Article
from rashomon.store import Corpus

KILLS, ARTICLES, TOGETHER = 100, 240, 6
forked = get_context("fork")


def unread(batch: Sequence[Article]) -> list[Annotation]:
    """Stands for the parser, which is not what is killed here."""
    return [Annotation(article=a.id, parts=a.parts, sentences=()) for a in batch]


@pytest.fixture(autouse=True)
def _without_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble, "annotate_batch", unread)


def add_all(path: Path, articles: Sequence[Article]) -> None:
    desk = Desk(Corpus.open(path))
    for i in range(0, len(articles), TOGETHER):
        desk.add(articles[i : i + TOGETHER])


def outcome(path: Path) -> tuple[object, ...]:
    """All that must not depend on interruptions: articles, stories and why, the stream, what is read."""
    corpus = Corpus.open(path)
    assert corpus.problems() == []
    with corpus.looking() as placing:
        stream = {key: record for key, record in placing.stream(-1) if record is not None}
    names = [a.id for a in corpus.articles()]
    why = [corpus.article(a).why for a in names]
    unread_yet = list(corpus.unannotated(Desk(corpus).key))
    return names, corpus.stories(), why, stream, unread_yet


def test_an_add_killed_a_hundred_times_ends_as_one_that_was_not(tmp_path: Path) -> None:
    articles = [a for a, _ in invented_stream(ARTICLES)]
    killed, whole = tmp_path / "killed.sqlite", tmp_path / "whole.sqlite"
    for path in (killed, whole):
        Corpus.create(path).close()
    chance = random.Random(3)
    for _ in range(KILLS):
        process = forked.Process(target=add_all, args=(killed, articles))
        process.start()
        time.sleep(chance.uniform(0.0, 0.09))
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
    add_all(killed, articles)
    add_all(whole, articles)
    assert outcome(killed) == outcome(whole)


def test_two_processes_add_at_once(tmp_path: Path) -> None:
    articles = [a for a, _ in invented_stream(ARTICLES)]
    path = tmp_path / "c.sqlite"
    Corpus.create(path).close()
    processes = [forked.Process(target=add_all, args=(path, articles[i::2])) for i in (0, 1)]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    assert [p.exitcode for p in processes] == [0, 0]
    corpus = Corpus.open(path)
    assert {a.id for a in corpus.articles()} == {a.id for a in articles}
    assert sum(len(members) for members in corpus.stories().values()) == ARTICLES
    assert corpus.problems() == []
