"""The bundled invented reports as a corpus."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT

from rashomon.app.desk import Desk
from rashomon.store import Corpus

EXAMPLES = ROOT / "examples"


def read_examples(path: Path, *events: str) -> None:
    """Make a corpus that has read some of them, each event as one story."""
    corpus = Corpus.create(path)
    desk = Desk(corpus)
    for event in events:
        desk.add([EXAMPLES / event])
        apart = [s.story for s in desk.stories() if event in desk.article(s.articles[0]).article.input]
        if len(apart) > 1:
            desk.merge_stories(apart)
    corpus.close()
