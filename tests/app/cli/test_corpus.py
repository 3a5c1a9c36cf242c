"""The commands on a corpus, from making it to asking what is new."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rashomon.app.cli.main import app
from rashomon.app.cli.news import moment_of
from rashomon.errors import RashomonError, UsageError
from rashomon.store import Corpus

EXAMPLES = Path(__file__).parents[3] / "examples"


def run(*words: object) -> Result:
    return CliRunner().invoke(app, [str(w) for w in words])


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("corpus") / "c.sqlite"
    assert run("init", file).exit_code == 0
    added = run("add", EXAMPLES / "harbour", EXAMPLES / "vote" / "gazette.txt", "--corpus", file)
    assert added.exit_code == 0
    assert "5 new, 0 known already, 0 rejected" in added.output
    ferry = [s.story for s in Corpus.open(file).shelves(words="ferry").items]
    if len(ferry) > 1:
        assert run("judge", "merge-stories", *ferry, "--corpus", file).exit_code == 0
    return file


def test_adding_again_adds_nothing(corpus: Path) -> None:
    assert "0 new, 4 known already" in run("add", EXAMPLES / "harbour", "--corpus", corpus).output


def test_nothing_usable_ends_with_1(corpus: Path, tmp_path: Path) -> None:
    assert run("add", tmp_path / "none.txt", "--corpus", corpus).exit_code == 1


def test_stories_are_listed_and_shown(corpus: Path) -> None:
    listed = run("stories", "--corpus", corpus)
    assert "4 reports" in listed.output
    assert "Courier" in run("show", story_of(corpus, "ferry"), "--corpus", corpus).output


def test_words_are_found(corpus: Path) -> None:
    assert "Calder" in run("search", '"Calder Four"', "--corpus", corpus, "--limit", 1).output
    assert "No report" in run("search", "zeppelin", "--corpus", corpus).output


def test_what_came_in_the_last_hour_is_new(corpus: Path) -> None:
    assert "fact" in run("since", "1h", "--corpus", corpus).output
    assert "Nothing new" in run("since", "2999-01-01", "--corpus", corpus).output


def test_the_ledger_says_since_when_and_from_whom_each_fact_is_known(corpus: Path) -> None:
    told = run("ledger", story_of(corpus, "ferry"), "--corpus", corpus).output
    assert "first" in told
    lines = run("ledger", story_of(corpus, "ferry"), "--json", "-", "--corpus", corpus).output.splitlines()
    entries = [json.loads(line) for line in lines]
    assert all(e["first"]["when"] and e["evidence"] for e in entries if "first" in e)
    assert any("expected" in e for e in entries)


def test_a_story_tells_its_parts_and_what_became_of_it(corpus: Path) -> None:
    story = story_of(corpus, "ferry")
    (apart, *_) = Corpus.open(corpus).members(story)[-1:]
    told = run("judge", "split-story", apart, "--because", "another boat", "--corpus", corpus).output
    try:
        assert apart in run("stories", "--about", story_of_article(corpus, apart), "--corpus", corpus).output
        about = run("stories", "--about", story, "--corpus", corpus).output
        assert "judged" in about
        assert "another boat" in " ".join(about.split())
        assert "another boat" in " ".join(run("since", "1h", "--story", story, "--corpus", corpus).output.split())
    finally:
        run("judge", "undo", told.split()[0], "--corpus", corpus)
    assert apart in Corpus.open(corpus).members(story)


def test_a_page_that_was_revised_shows_what_was_changed(tmp_path: Path) -> None:
    file = tmp_path / "c.sqlite"
    run("init", file)
    page = {"url": "https://kiln.example/a", "outlet": "Kiln Post", "published": "2031-05-04"}
    for toll in ("Two", "Three"):
        text = f"{toll} potters were hurt when the kiln at Oster burst on Monday, the mayor said."
        (tmp_path / "in.jsonl").write_text(json.dumps({**page, "text": text}))
        assert run("add", tmp_path / "in.jsonl", "--corpus", file).exit_code == 0
    assert "2 versions  Kiln Post  https://kiln.example/a" in run("versions", "--corpus", file).output
    shown = run("versions", "https://kiln.example/a", "--corpus", file).output
    assert "changed without a word of it" in shown
    assert "[-Two-] {+Three+} potters" in shown
    news = run("since", "1h", "--corpus", file).output
    assert "Kiln Post" in news
    (line,) = run("versions", "https://kiln.example/a", "--json", "-", "--corpus", file).output.splitlines()
    (change,) = json.loads(line)["changes"]
    assert (change["before"]["start"], change["after"]["text"]) == (0, "Three")
    assert isinstance(run("versions", "https://kiln.example/b", "--corpus", file).exception, UsageError)


def test_a_sound_corpus_is_said_to_be_sound(corpus: Path) -> None:
    checked = run("doctor", "--corpus", corpus)
    assert checked.exit_code == 0
    assert "sound" in checked.output


def test_a_corpus_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    found = run("stories", "--corpus", tmp_path / "none.sqlite").exception
    assert isinstance(found, RashomonError)
    assert "rashomon init" in str(found)


def test_moments_are_dates_or_ages() -> None:
    now = datetime(2031, 5, 4, 12, tzinfo=UTC)
    assert moment_of("2031-05-01", now) == "2031-05-01T00:00:00Z"
    assert moment_of("2031-05-01T10:00:00+02:00", now) == "2031-05-01T08:00:00Z"
    assert moment_of("90m", now) == "2031-05-04T10:30:00Z"
    with pytest.raises(UsageError, match="'soon' is no moment"):
        moment_of("soon", now)


def story_of(corpus: Path, words: str) -> str:
    return run("stories", "--search", words, "--corpus", corpus).output.split()[0]


def test_a_story_is_exported_in_any_format_and_the_corpus_in_a_folder(corpus: Path, tmp_path: Path) -> None:
    story = story_of(corpus, "ferry")
    assert run("export", story, "--format", "bibtex", "--out", tmp_path / "w.bib", "--corpus", corpus).exit_code == 0
    assert "@" in (tmp_path / "w.bib").read_text("utf-8")
    assert (
        run(
            "export", "--all", "--least", 2, "--format", "markdown", "--out", tmp_path / "all", "--corpus", corpus
        ).exit_code
        == 0
    )
    assert [p.name for p in (tmp_path / "all").iterdir()] == [f"{story}.md"]


def test_exported_articles_can_be_added_to_another_corpus(corpus: Path, tmp_path: Path) -> None:
    run("export", "--all", "--format", "articles", "--out", tmp_path / "all.jsonl", "--corpus", corpus)
    assert len((tmp_path / "all.jsonl").read_text("utf-8").splitlines()) == 5
    again = run("add", tmp_path / "all.jsonl", "--corpus", corpus)
    assert "0 new, 5 known already, 0 rejected" in again.output


def test_what_cannot_be_exported_is_told(corpus: Path) -> None:
    for words, reason in (
        (("export",), "say --all"),
        (("export", "x", "--format", "papyrus"), "no format is called 'papyrus'"),
        (("export", "--all"), "need a folder"),
    ):
        found = run(*words, "--corpus", corpus).exception
        assert isinstance(found, UsageError)
        assert reason in str(found)


def test_a_difference_is_dismissed_for_good_and_that_is_undone(corpus: Path, tmp_path: Path) -> None:
    story = story_of(corpus, "ferry")

    def differences() -> list[str]:
        run("show", story, "--json", tmp_path / "s.json", "--corpus", corpus)
        return [d["id"] for d in json.loads((tmp_path / "s.json").read_text("utf-8"))["differences"]]

    one = differences()[0]
    kept = run("judge", "dismiss", one, "--story", story, "--because", "a typing error", "--corpus", corpus)
    assert one not in differences()
    listed = run("judge", "list", "--story", story, "--corpus", corpus).output
    assert "dismiss" in listed
    assert "a typing error" in listed
    assert run("judge", "undo", kept.output.split()[0], "--corpus", corpus).exit_code == 0
    assert one in differences()


def test_stories_are_merged_and_an_article_says_why_it_is_there(corpus: Path) -> None:
    ferry, vote = story_of(corpus, "ferry"), story_of(corpus, "Council")
    kept = run("judge", "merge-stories", ferry, vote, "--corpus", corpus).output.split()[0]
    merged = [line for line in run("stories", "--corpus", corpus).output.splitlines() if "report" in line]
    assert len(merged) == 1
    run("judge", "undo", kept, "--corpus", corpus)
    article = Corpus.open(corpus).members(ferry)[1]
    assert "needed" in run("stories", "--explain", article, "--corpus", corpus).output


def test_news_are_told_once(corpus: Path) -> None:
    assert "fact" in run("news", "--corpus", corpus).output
    assert "Nothing new" in run("news", "--corpus", corpus).output


def test_a_runner_that_does_not_fit_is_refused(corpus: Path) -> None:
    found = run("add", EXAMPLES, "--runner", "serial", "--address", "10.0.0.1:6379", "--corpus", corpus).exception
    assert isinstance(found, UsageError)
    assert "--runner ray" in str(found)


def story_of_article(corpus: Path, article: str) -> str:
    story = Corpus.open(corpus).article(article).story
    assert story
    return story
