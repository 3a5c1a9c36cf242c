from __future__ import annotations

import contextlib
import sqlite3
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.errors import InputError, UsageError
from rashomon.ingest import read_inputs
from rashomon.records import Article, Reject
from rashomon.store import Corpus, schema


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus.create(tmp_path / "c.sqlite")


def article(name: str, text: str = "", **known: str) -> Article:
    return read_inputs([Article(id=name, text=text or f"The kiln at {name} was lit.", **known)]).articles[0]


def test_an_article_comes_back_as_it_was(corpus: Corpus) -> None:
    given_ = article("a", "Kiln lit\n\nThe kiln was lit on Monday.", outlet="The Kilner", url="https://kiln.example/1")
    corpus.add([given_])
    found = next(corpus.articles())
    assert (found.text, found.parts, found.outlet, found.url) == (given_.text, given_.parts, given_.outlet, given_.url)


def test_what_the_corpus_has_is_not_added_twice(corpus: Corpus) -> None:
    assert corpus.add([article("a")]).new == ("a",)
    assert corpus.add([article("a"), article("b")]).known == ("a",)
    assert [a.id for a in corpus.articles()] == ["a", "b"]


def test_another_text_under_a_known_id_is_refused_and_nothing_is_added(corpus: Corpus) -> None:
    corpus.add([article("a")])
    with pytest.raises(InputError, match="another text under the id 'a'"):
        corpus.add([article("b"), article("a", "Something else entirely.")])
    assert [a.id for a in corpus.articles()] == ["a"]


def test_a_revised_page_is_a_version_of_its_url(corpus: Corpus) -> None:
    corpus.add([article("a", "The toll is two.", url="https://kiln.example/1")])
    corpus.add([article("b", "The toll is three.", url="https://kiln.example/1")])
    assert corpus.versions("https://kiln.example/1") == ["a", "b"]


def test_search_finds_words_and_phrases_and_beginnings(corpus: Corpus) -> None:
    corpus.add([article("a", "The potter fired the kiln."), article("b", "The kiln fired the potter.")])
    assert [h.article for h in corpus.search('"fired the kiln"')] == ["a"]
    assert {h.article for h in corpus.search("kil* potter")} == {"a", "b"}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=20))
def test_no_search_breaks_the_corpus(corpus: Corpus, words: str) -> None:
    with contextlib.suppress(UsageError):
        corpus.search(words)


def test_rejects_are_kept_with_their_reasons(corpus: Corpus) -> None:
    corpus.add([], [Reject(input="x.bin", reason="not text")])
    corpus.add([], [Reject(input="x.bin", reason="not text"), Reject(input="y.bin", reason="not text")])
    assert corpus.rejects() == [Reject(input=f"{n}.bin", reason="not text") for n in "xy"]


def test_a_sound_corpus_has_no_problems_and_a_damaged_index_is_found(corpus: Corpus) -> None:
    corpus.add([article("a")])
    assert corpus.problems() == []
    with sqlite3.connect(corpus.path) as raw:
        raw.execute("DELETE FROM articles_text_docsize")
    assert corpus.problems()


@pytest.mark.parametrize("content", [b"", b"some words"])
def test_a_file_that_is_no_corpus_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.sqlite"
    file.write_bytes(content)
    with pytest.raises(InputError, match="not a corpus"):
        Corpus.open(file)


def test_an_sqlite_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.sqlite") as raw:
        raw.execute("CREATE TABLE t (x)")
    with pytest.raises(InputError, match="but not a corpus"):
        Corpus.open(tmp_path / "x.sqlite")


def test_a_corpus_of_a_newer_version_is_refused(corpus: Corpus) -> None:
    corpus.close()
    with sqlite3.connect(corpus.path) as raw:
        raw.execute("PRAGMA user_version = 999")
    with pytest.raises(InputError, match="newer rashomon"):
        Corpus.open(corpus.path)


def test_search_is_narrowed_by_outlet_and_tells_what_it_falls_on(corpus: Corpus) -> None:
    corpus.add(
        [article("a", outlet="The Kilner"), article("b", outlet="The Potter"), article("c", outlet="The Potter")]
    )
    found = corpus.find("kiln", limit=2)
    assert (found.total, found.outlets) == (3, (("The Potter", 2), ("The Kilner", 1)))
    assert [h.article for h in corpus.find("kiln", limit=2, cursor=found.next).hits] == ["c"]
    assert [h.article for h in corpus.find(outlet="The Potter").hits] == ["c", "b"]


def test_an_older_corpus_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    first = resources.files("rashomon.store").joinpath("steps", "1.sql").read_text("utf-8")
    with sqlite3.connect(path) as raw:
        raw.executescript(first)
        raw.execute(
            "INSERT INTO articles (id, text, input, parts, notes, added) VALUES ('a', 'Lit.', 'x', '[]', '[]', '2031')"
        )
        raw.execute("PRAGMA user_version = 1")
    assert [a.id for a in Corpus.open(path).articles()] == ["a"]


def test_the_tables_are_those_that_the_code_names(corpus: Corpus) -> None:
    with sqlite3.connect(corpus.path) as raw:
        for table in schema.metadata.sorted_tables:
            made = {row[1] for row in raw.execute(f"PRAGMA table_info({table.name})")}
            assert made == {c.name for c in table.columns}


def test_records_of_the_stream_that_are_no_more_are_found_without_reading_the_others(corpus: Corpus) -> None:
    with corpus.placing() as placing:
        placing.keep_stream({"story/a": b"kept", "story/b": None}, 1)
    with sqlite3.connect(corpus.path) as raw:
        (plan,) = raw.execute("EXPLAIN QUERY PLAN DELETE FROM stream WHERE record = x'' AND changed <= 5").fetchall()
    assert "stream_gone" in plan[3]
