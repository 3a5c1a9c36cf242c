from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rashomon.app.desk import Desk
from rashomon.collate.judge import Judgement
from rashomon.errors import InputError, UsageError
from rashomon.records import Article
from rashomon.store import Corpus

FIRST = Article(id="one", text="Two potters were hurt when the kiln at Oster burst on Monday, the mayor said.")
SECOND = Article(
    id="two",
    text="Three potters were hurt when the kiln at Oster burst on Monday, the guild said. The guild has asked a judge to open an inquiry.",
)


class Clock:
    """Goes on by an hour whenever it is asked."""

    def __init__(self) -> None:
        self.hour = 0

    def __call__(self) -> datetime:
        self.hour += 1
        return datetime(2031, 5, 4, self.hour, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    clock = Clock()
    Corpus.create(tmp_path / "c.sqlite").close()
    desk = Desk(Corpus(tmp_path / "c.sqlite", now=clock), now=clock)
    desk.add([FIRST])
    desk.add([SECOND])
    return desk


@pytest.fixture
def kiln(desk: Desk) -> str:
    """The id of the one story."""
    return desk.stories()[0].story


def test_what_was_added_is_read(desk: Desk) -> None:
    assert set(desk.corpus.annotations(desk.key, ["one", "two"])) == {"one", "two"}


def test_adding_again_changes_nothing(desk: Desk) -> None:
    report = desk.add([FIRST, SECOND])
    assert (report.new, report.known) == (0, 2)


def test_reports_of_one_event_share_a_story_and_stay_there(desk: Desk, kiln: str) -> None:
    desk.add(
        [Article(id="three", text="Parliament in Veld rejected the fishing treaty by nine votes on Tuesday evening.")]
    )
    assert {s.articles for s in desk.stories()} == {("one", "two"), ("three",)}
    assert desk.corpus.stories()[kiln] == ["one", "two"]


def test_a_collation_is_made_once_and_then_kept(desk: Desk, kiln: str) -> None:
    made = desk.collation(kiln)
    assert desk.corpus.counts()["collations"] == 1
    assert desk.collation(kiln) == made


def test_news_since_a_moment_comes_from_what_arrived_after_it(desk: Desk, kiln: str) -> None:
    arrived = desk.corpus.added()
    assert any(s.article == "two" for n in desk.news(kiln, arrived["two"]) for s in n.evidence)
    assert desk.news(kiln, "2032-01-01T00:00:00Z") == ()


def test_a_story_that_does_not_exist_is_told_in_one_line(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no story is called 'flood'"):
        desk.collation("flood")


def test_a_story_is_listed_with_what_its_collation_counts(desk: Desk, kiln: str) -> None:
    assert desk.shelf(kiln[:6]).facts is None
    assert not desk.ready(kiln)
    made = desk.collation(kiln)
    shelf = desk.shelves().items[0]
    assert (shelf.facts, shelf.differences) == (len(made.facts), len(made.differences))
    assert desk.ready(kiln)
    desk.add(
        [Article(id="three", text="Two potters were hurt when the kiln at Oster burst on Monday, the guild said.")]
    )
    assert not desk.ready(kiln)


def test_stories_come_in_pages(desk: Desk) -> None:
    desk.add([Article(id="fish", text="Parliament in Veld rejected the fishing treaty by nine votes on Tuesday.")])
    first = desk.shelves(limit=1)
    assert first.next is not None
    second = desk.shelves(limit=1, cursor=first.next)
    assert [first.items[0].articles, second.items[0].articles] == [("fish",), ("one", "two")]
    assert second.next is None
    with pytest.raises(UsageError, match="cursor"):
        desk.shelves(cursor="%%")


def test_a_kept_collation_is_ready_as_json(desk: Desk, kiln: str) -> None:
    collation = desk.collation(kiln)
    assert json.loads(desk.collation_json(kiln))["facts"][0]["id"] == collation.facts[0].id


def test_who_said_what_is_told_over_all_stories(desk: Desk, kiln: str) -> None:
    desk.collation(kiln)
    said = desk.statements(story=kiln).items
    assert said
    text = {"one": FIRST.text, "two": SECOND.text}
    assert all(" ".join(text[s.article][s.start : s.end].split()) == s.text for s in said)
    oster = desk.people("Oster").items[0]
    assert [a.story for a in desk.appearances(oster.id)] == [kiln]


def test_a_dismissed_difference_stays_dismissed_when_a_report_comes_and_returns_when_that_is_undone(
    desk: Desk, kiln: str
) -> None:
    number = next(d for d in desk.collation(kiln).differences if d.kind == "number")
    kept = desk.judge(kiln, Judgement(action="dismiss", targets=(number.id,)))
    assert all(d.kind != "number" for d in desk.collation(kiln).differences)
    third = "Three potters were hurt when the kiln at Oster burst on Monday, a fireman said."
    desk.add([Article(id="three", text=third)])
    assert all(d.kind != "number" for d in desk.collation(kiln).differences)
    desk.undo(kept.id)
    assert any(d.kind == "number" for d in desk.collation(kiln).differences)
    assert [(d.id, d.undone is None) for d in desk.decisions(kiln, undone=True)] == [(kept.id, False)]


THIRD = Article(id="three", text="Three potters were hurt when the kiln at Oster burst on Monday, a fireman said.")


@pytest.mark.parametrize("verb", ["dismiss", "retype", "merge", "split"])
def test_what_was_judged_holds_when_a_report_comes_and_its_undoing_leaves_no_trace(
    desk: Desk, kiln: str, verb: str
) -> None:
    number = next(d for d in desk.collation(kiln).differences if d.kind == "number")
    shared = next(f for f in desk.collation(kiln).facts if len(f.claims) > 1)
    other = next(f for f in desk.collation(kiln).facts if f.id != shared.id)
    judgement = {
        "dismiss": Judgement(action="dismiss", targets=(number.id,)),
        "retype": Judgement(action="retype", targets=(number.id,), kind="update", severity="soft"),
        "merge": Judgement(action="merge", targets=(shared.id, other.id)),
        "split": Judgement(action="split", targets=(shared.claims[0],)),
    }[verb]
    kept = desk.judge(kiln, judgement)
    desk.add([THIRD])
    judged = desk.collation(kiln)
    facts = [set(f.claims) for f in judged.facts]
    assert {
        "dismiss": all(d.kind != "number" for d in judged.differences),
        "retype": any((d.kind, d.severity) == ("update", "soft") for d in judged.differences),
        "merge": any({shared.claims[0], other.claims[0]} <= f for f in facts),
        "split": not any(set(shared.claims) <= f for f in facts),
    }[verb]
    desk.undo(kept.id)
    undone = Corpus.create(desk.corpus.path.with_name("fresh.sqlite"))
    fresh = Desk(undone)
    for article in (FIRST, SECOND, THIRD):
        fresh.add([article])
    assert desk.collation_json(kiln) == fresh.collation_json(kiln)


def test_of_two_types_given_the_later_holds_though_it_was_given_before(desk: Desk, kiln: str) -> None:
    number = next(d for d in desk.collation(kiln).differences if d.kind == "number").id
    for severity in ("soft", "medium", "soft", "soft"):
        desk.judge(kiln, Judgement(action="retype", targets=(number,), severity=severity))  # type: ignore[arg-type]
    assert {d.severity for d in desk.collation(kiln).differences if d.id == number} == {"soft"}
    assert [json.loads(d.judgement)["severity"] for d in desk.decisions(kiln)] == ["medium", "soft"]


def test_a_judgement_that_would_change_nothing_is_refused(desk: Desk, kiln: str) -> None:
    shared = next(f for f in desk.collation(kiln).facts if len(f.claims) > 1)
    with pytest.raises(UsageError, match="nothing would be left"):
        desk.judge(kiln, Judgement(action="split", targets=shared.claims))
    with pytest.raises(UsageError, match="these are one already"):
        desk.judge(kiln, Judgement(action="merge", targets=(shared.id, shared.claims[0])))
    with pytest.raises(UsageError, match="`rashomon show STORY --ids` shows"):
        desk.judge(kiln, Judgement(action="split", targets=(shared.id,)))
    assert desk.decisions() == []


def test_a_judgement_of_what_is_not_there_is_refused(desk: Desk, kiln: str) -> None:
    with pytest.raises(UsageError, match="no difference of this story is called 'd0'"):
        desk.judge(kiln, Judgement(action="dismiss", targets=("d0",)))
    with pytest.raises(UsageError, match="no judgement 'j0' is in force"):
        desk.undo("j0")


def test_an_article_tells_its_story_and_its_versions(desk: Desk, kiln: str) -> None:
    kept = desk.article("two")
    assert (kept.story, kept.versions) == (kiln, ("two",))
    with pytest.raises(InputError, match="no article is called 'four'"):
        desk.article("four")


TREATY = Article(id="fish", text="Parliament in Veld rejected the fishing treaty by nine votes on Tuesday evening.")
BRIDGE = Article(id="bridge", text="Engineers closed the Tarn bridge after cracks were found in two of its pillars.")


def members(desk: Desk) -> set[tuple[str, ...]]:
    return {s.articles for s in desk.stories()}


def test_merged_stories_stay_merged_until_that_is_undone(desk: Desk, kiln: str) -> None:
    desk.add([TREATY])
    fish = desk.article("fish").story or ""
    kept = desk.merge_stories([kiln, fish], because="the guild pays for both")
    assert members(desk) == {("one", "two", "fish")}
    assert desk.shelf(fish).story == kiln, "the old name leads to the story it became part of"
    desk.undo(kept.id)
    assert members(desk) == {("one", "two"), ("fish",)}
    assert desk.article("fish").story == fish


def test_articles_set_apart_stay_apart(desk: Desk, kiln: str) -> None:
    desk.split_story(["two"])
    assert members(desk) == {("one",), ("two",)}
    desk.add([Article(id="three", text=SECOND.text.replace("on Monday", "last Monday"))])
    assert desk.article("three").story == desk.article("two").story
    assert desk.article("one").story == kiln


def test_a_moved_article_is_where_it_was_put_and_after_grouping_anew_too(desk: Desk, kiln: str) -> None:
    desk.add([TREATY, BRIDGE])
    kept = desk.move_articles(["bridge"], kiln)
    desk.regroup()
    assert members(desk) == {("one", "two", "bridge"), ("fish",)}
    assert "by a person" in desk.article("bridge").why
    desk.undo(kept.id)
    assert members(desk) == {("one", "two"), ("fish",), ("bridge",)}
    assert desk.corpus.problems() == []


def test_what_cannot_be_judged_is_told(desk: Desk, kiln: str) -> None:
    with pytest.raises(UsageError, match="nothing would be left"):
        desk.split_story(["one", "two"])
    with pytest.raises(UsageError, match="in that story already"):
        desk.move_articles(["one"], kiln)
    with pytest.raises(UsageError, match="two stories at least"):
        desk.merge_stories([kiln, kiln])
    assert desk.decisions() == []


def test_an_article_says_why_it_is_in_its_story(desk: Desk) -> None:
    told = desk.explain("two")
    assert "kiln" in told.kept.why
    assert told.now.evidence >= told.now.needed


def test_a_desk_opened_anew_goes_on_where_the_other_stopped(desk: Desk) -> None:
    other = Desk(Corpus.open(desk.corpus.path))
    other.add([TREATY])
    desk.add([BRIDGE])
    other.add([Article(id="three", text=BRIDGE.text + " The cracks were found by a diver.")])
    assert members(desk) == {("one", "two"), ("fish",), ("bridge", "three")}


def test_what_was_undone_is_the_present_state_again(desk: Desk, kiln: str) -> None:
    difference = desk.collation(kiln).differences[0]
    decision = desk.judge(kiln, Judgement(action="dismiss", targets=(difference.id,)))
    assert difference.id not in [d.id for d in desk.collation(kiln).differences]
    desk.undo(decision.id)
    assert not desk.ready(kiln)
    assert difference.id in [d.id for d in desk.collation(kiln).differences]
    assert desk.ready(kiln)


def test_stories_kept_in_another_form_are_grouped_anew_and_judgements_carried_out_again(
    desk: Desk, kiln: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add([TREATY, BRIDGE])
    desk.move_articles(["bridge"], kiln)
    monkeypatch.setattr("rashomon.app.desk.grouping.FORMAT", 999)
    other = Desk(Corpus.open(desk.corpus.path))
    other.place()
    assert members(other) == {("one", "two", "bridge"), ("fish",)}
    desk.add([Article(id="three", text=TREATY.text + " The minister had asked for it.")])
    assert members(desk) == {("one", "two", "bridge"), ("fish", "three")}


def test_a_corpus_of_an_older_form_has_its_stories_when_it_is_opened(desk: Desk) -> None:
    path = desk.corpus.path
    desk.corpus.close()
    with sqlite3.connect(path) as raw:
        raw.executescript(
            "DELETE FROM placements; DELETE FROM stories; DELETE FROM stream; DELETE FROM marks; DROP TABLE bookmarks; "
            "DROP INDEX rejects_input; DROP INDEX stream_gone; "
            "PRAGMA user_version = 5"
        )
    assert [s.articles for s in Desk(Corpus.open(path)).stories()] == [("one", "two")]


def test_a_title_that_is_the_beginning_of_a_text_says_that_it_goes_on(tmp_path: Path) -> None:
    desk = Desk(Corpus.create(tmp_path / "c.sqlite"))
    words = "the kiln at Oster was lit again on Monday morning after a year of repairs and quarrels"
    desk.corpus.add(
        [Article(id="long", text=words, input="x"), Article(id="short", text="the kiln was lit", input="y")]
    )
    desk.place()
    assert {s.title for s in desk.stories()} == {f"{words[:80]}…", "the kiln was lit"}
