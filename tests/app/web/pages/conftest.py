"""The desk of the bundled invented reports, read once for all tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.app.web.pages.examples import read_examples

from rashomon.app.desk import Desk
from rashomon.app.web.server import create_app
from rashomon.store import Corpus

HERE = "http://127.0.0.1:8000"


@pytest.fixture(scope="session")
def read_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus that has read the bundled reports: a vote and a collision."""
    path = tmp_path_factory.mktemp("desk") / "c.sqlite"
    read_examples(path, "vote", "harbour")
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
