"""A served corpus with invented reports of one event, laid side by side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from rashomon.app.desk import Desk
from rashomon.app.web.server import create_app
from rashomon.records import Article
from rashomon.store import Corpus

MAYOR = Article(
    id="one",
    headline="Kiln bursts at Oster",
    outlet="Oster Post",
    published="2031-05-05",
    url="https://post.example/kiln",
    text="Kiln bursts at Oster\n\nTwo potters were hurt when the kiln at Oster burst on Monday, Mayor Ilse Brandt said. "
    "“Nobody died,” Brandt told reporters. An inquiry is expected to open on 12 May 2031.",
)
GUILD = Article(
    id="two",
    headline="Three hurt as kiln bursts",
    outlet="Guild Gazette",
    published="2031-05-05",
    text="Three hurt as kiln bursts\n\nThree potters were hurt when the kiln at Oster burst on Monday, the guild said. "
    "One potter died, according to the guild. The guild has asked a judge to open an inquiry.",
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk whose story is laid side by side."""
    desk = Desk(Corpus.create(tmp_path_factory.mktemp("rest") / "c.sqlite"))
    desk.add([MAYOR, GUILD])
    for shelf in desk.stories():
        desk.collation(shelf.story)
    return desk


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(create_app(desk), base_url="http://127.0.0.1:8000") as client:
        yield client


@pytest.fixture(scope="module")
def story(desk: Desk) -> str:
    """The id of the story laid side by side; tests before may have added others."""
    return next(s.story for s in desk.stories() if MAYOR.id in s.articles)
