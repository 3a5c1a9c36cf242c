"""What can be wrong with a corpus file, and the one line that says so."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.ingest import read_inputs
from rashomon.records import Article
from rashomon.store import Corpus


def article(name: str, text: str = "The kiln was lit.") -> Article:
    return read_inputs([Article(id=name, text=f"{text} {name}")]).articles[0]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus.create(tmp_path / "c.sqlite")


def test_a_full_disk_is_told_and_loses_nothing(corpus: Corpus) -> None:
    corpus.add([article("a")])
    with corpus.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    corpus.close()
    small = Corpus.open(corpus.path)
    with small.reading() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(InputError, match="the disk is full: make room"):
        small.add([article(str(i), "The kiln was lit. " * 5000) for i in range(20)])
    assert [a.id for a in Corpus.open(corpus.path).articles()] == ["a"]


def test_a_file_that_may_only_be_read_can_be_read(corpus: Corpus) -> None:
    corpus.add([article("a")])
    with corpus.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    assert [h.article for h in corpus.search("kiln")] == ["a"]
    with pytest.raises(InputError, match="it may only be read: check its permissions"):
        corpus.add([article("b")])


def test_a_writer_that_waits_too_long_is_told(corpus: Corpus) -> None:
    impatient = Corpus(corpus.path, wait=0.1)
    with corpus.writing(), pytest.raises(InputError, match="another program has been writing for 0 s"):
        impatient.add([article("a")])


def test_a_damaged_file_is_told(corpus: Corpus) -> None:
    corpus.add([article(str(i), "The kiln was lit. " * 300) for i in range(20)])
    corpus.close()
    data = bytearray(corpus.path.read_bytes())
    data[4096:60_000] = b"\x55" * (60_000 - 4096)
    corpus.path.write_bytes(data)
    with pytest.raises(InputError, match="damaged: restore it from a copy"):
        list(Corpus.open(corpus.path).articles())


def test_what_is_read_at_once_stands_as_at_one_moment(corpus: Corpus) -> None:
    corpus.add([article("a")])
    other = Corpus.open(corpus.path)
    with corpus.reading() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM articles").scalar_one()
        other.add([article("b")])
        assert connection.exec_driver_sql("SELECT count(*) FROM articles").scalar_one() == before
    assert len(list(corpus.articles())) == 2


def test_other_tools_can_read_the_file_while_it_is_open(corpus: Corpus) -> None:
    corpus.add([article("a")])
    with sqlite3.connect(f"file:{corpus.path}?mode=ro", uri=True) as raw:
        assert raw.execute("SELECT id, story FROM reports").fetchall() == [("a", None)]
        assert raw.execute("SELECT * FROM contradictions").fetchall() == []
