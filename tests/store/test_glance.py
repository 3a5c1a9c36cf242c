"""What a glance tells apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.ingest import read_inputs
from rashomon.records import Annotation, Article, Collation, Story, Witness
from rashomon.store import Corpus, Glance, Place


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus = Corpus.create(tmp_path / "c.sqlite")
    add(corpus, "a1", "aa11")
    add(corpus, "b1", "bb22")
    return corpus


@pytest.fixture
def glance(corpus: Corpus) -> Iterator[Glance]:
    glance = Glance(corpus.path)
    yield glance
    glance.close()


def add(corpus: Corpus, name: str, story: str) -> None:
    article = read_inputs([Article(id=name, text=f"The kiln at {name} was lit.")]).articles[0]
    corpus.add([article])
    with corpus.placing() as placing:
        placing.put([Place(article=name, story=story, why="")], upto=0)


def test_every_commit_is_seen(corpus: Corpus, glance: Glance) -> None:
    before = glance.commits()
    assert glance.commits() == before
    add(corpus, "c1", "cc33")
    assert glance.commits() != before


def test_a_story_is_told_from_the_others_by_the_beginning_of_its_id(corpus: Corpus, glance: Glance) -> None:
    before = glance.story("aa"), glance.story("bb22")
    add(corpus, "a2", "aa11")
    assert glance.story("aa") != before[0]
    assert glance.story("bb22") == before[1]


def test_a_story_that_is_not_there_may_have_become_part_of_any(corpus: Corpus, glance: Glance) -> None:
    before = glance.story("dd")
    add(corpus, "a2", "aa11")
    assert glance.story("dd") != before


def test_a_collation_changes_its_story_and_what_collations_tell(corpus: Corpus, glance: Glance) -> None:
    before = glance.story("aa11"), glance.story("bb22"), glance.collations()
    article = next(corpus.articles(["a1"]))
    witness = Witness(siglum="A", article=article, annotation=Annotation(article="a1", parts=(), sentences=()))
    corpus.keep_collation("aa11", "key", Collation(story=Story(id="aa11", title=""), witnesses=(witness,)), "{}")
    assert glance.story("aa11") != before[0]
    assert glance.story("bb22") == before[1]
    assert glance.collations() != before[2]
    told = glance.collations()
    add(corpus, "c1", "cc33")
    assert glance.collations() == told
