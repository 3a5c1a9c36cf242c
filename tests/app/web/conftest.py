"""A served corpus: empty, or with the invented collision in the fog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.app.web.server import create_app
from rashomon.store import Corpus

HERE = "http://127.0.0.1:8000"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[TestClient]:
    """A client of a server whose corpus is empty."""
    Corpus.create(tmp_path / "c.sqlite").close()
    with TestClient(create_app(tmp_path / "c.sqlite"), base_url=HERE) as client:
        yield client
