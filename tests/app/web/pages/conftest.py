"""The desk of the bundled invented reports, read once for all tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.conftest import ROOT

from rashomon.app.desk import Desk
from rashomon.app.web.server import create_app
from rashomon.store import Corpus

HERE = "http://127.0.0.1:8000"
EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="session")
def read_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus that has read the bundled reports: a vote and a collision."""
    path = tmp_path_factory.mktemp("desk") / "c.sqlite"
    corpus = Corpus.create(path)
    desk = Desk(corpus)
    for event in ("vote", "harbour"):
        desk.add([EXAMPLES / event])
        apart = [s.story for s in desk.stories() if event in desk.article(s.articles[0]).article.input]
        if len(apart) > 1:
            desk.merge_stories(apart)
    corpus.close()
    return path


@pytest.fixture
def desk(read_corpus: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk over a copy of that corpus."""
    copy = tmp_path / "c.sqlite"
    shutil.copyfile(read_corpus, copy)
    opened = Corpus.open(copy)
    yield Desk(opened)
    opened.close()


@pytest.fixture
def vote(desk: Desk) -> Iterator[TestClient]:
    """A client of that desk as served."""
    with TestClient(create_app(desk), base_url=HERE) as client:
        yield client


@pytest.fixture
def story(desk: Desk) -> str:
    """The id of the story of the vote."""
    return next(s.story for s in desk.stories() if "vote" in desk.article(s.articles[0]).article.input)
