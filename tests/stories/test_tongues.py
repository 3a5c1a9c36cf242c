"""Stories told in several languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from rashomon.annotate import encoder_package
from rashomon.records import Article
from rashomon.stories import Profile, Stream, Tongues, group_stories, profile_of, universal_encoder

with_encoder = pytest.mark.skipif(
    not encoder_package().installed, reason="rashomon[multilingual] is not installed: no encoder"
)
EVENTS = Path(__file__).with_name("tongues.jsonl")


class Numbered:
    """An encoder that takes texts with the same number for the same."""

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def __call__(self, texts: Sequence[str]) -> NDArray[np.int8]:
        self.encoded += texts
        rows = [[127 * (int(t.split("#")[1].split()[0]) == i) for i in range(32)] for t in texts]
        return np.array(rows, dtype=np.int8)


def told(event: int, language: str, number: int = 0, *, day: int = 1) -> Profile:
    """A report of event #n whose words no report in another language shares."""
    words = " ".join(f"{language}{event}word{i}{'abcd'[(i + number) % 4]} {language}{event}w{i}" for i in range(40))
    text = f"#{event} {words}."
    return profile_of(
        Article(id=f"{event}-{language}-{number}", text=text, language=language, published=f"2031-05-{day:02}")
    )


def in_stories(stream: Stream) -> set[frozenset[str]]:
    return {frozenset(members) for members in stream.stories().values()}


def invented() -> list[Article]:
    """Short reports of invented events in six languages, most events in two."""
    rows = [json.loads(line) for line in EVENTS.read_text("utf-8").splitlines()]
    return [
        Article(
            id=f"{row['event']}-{row['language']}",
            text=f"{row['headline']}\n\n{row['text']}",
            headline=row["headline"],
            language=row["language"],
            published=f"2031-05-{row['day']:02}",
        )
        for row in rows
    ]


class Asked(list[str]):
    """Counts the reports that a walk through all of them asks for."""

    asked = 0

    def __iter__(self) -> Iterator[str]:
        for article in super().__iter__():
            self.asked += 1
            yield article


@with_encoder
def test_reports_in_other_languages_join_the_story_of_their_event() -> None:
    articles = invented()
    story = group_stories(articles, Tongues(universal_encoder))
    apart = [a.id for a in articles if story[a.id] != story[f"{a.id.rpartition('-')[0]}-en"]]
    assert apart == []


@with_encoder
def test_reports_in_another_language_of_other_events_stay_apart() -> None:
    articles = invented()
    events = sorted({a.id.rpartition("-")[0] for a in articles})
    foreign = {a.id for a in articles if a.id.rpartition("-")[0] in events[::2] and a.language != "en"}
    english = {a.id for a in articles if a.id.rpartition("-")[0] in events[1::2] and a.language == "en"}
    story = group_stories([a for a in articles if a.id in foreign | english], Tongues(universal_encoder))
    assert not {story[a] for a in foreign} & {story[a] for a in english}


def test_a_report_says_in_which_languages_its_story_is_told() -> None:
    stream = Stream(tongues=Tongues(Numbered))
    first = stream.add(told(1, "en"))
    other = stream.add(told(2, "en"))
    found = stream.add(told(1, "fr"))
    assert found.story == first.story != other.story
    assert found.languages == ("en",)
    assert found.why == "tells what reports in another language tell (en)"
    assert stream.explain(told(1, "fr"), found.story).languages == ("en",)


def test_nothing_is_encoded_while_all_reports_are_in_one_language() -> None:
    encoder = Numbered()
    stream = Stream(tongues=Tongues(lambda: encoder))
    for event in range(6):
        stream.add(told(event, "en"))
    assert encoder.encoded == []
    stream.add(told(20, "fr"))
    assert len(encoder.encoded) == 7


def test_the_languages_of_a_story_of_thousands_are_asked_of_few_of_its_reports() -> None:
    tongues = Tongues(Numbered)
    for profile in (told(1, "en"), told(1, "fr")):
        tongues.note(profile)
    thousands = Asked([told(1, "en").article] * 5000)
    assert tongues.comparable([told(1, "en").article], thousands)
    assert not tongues.comparable([told(1, "fr").article], thousands)
    assert thousands.asked == 0


def test_reports_of_days_far_apart_are_of_different_events() -> None:
    stream = Stream(tongues=Tongues(Numbered))
    stream.add(told(1, "en", day=1))
    stream.add(told(1, "fr", day=20))
    assert len(stream.stories()) == 2


def test_a_story_in_two_languages_is_not_taken_apart_by_its_words() -> None:
    stream = Stream(tongues=Tongues(Numbered))
    profiles = [told(event, "en", n) for n in range(4) for event in range(3)]
    profiles += [told(event, "fr", n) for n in range(3) for event in range(3)]
    for p in profiles:
        stream.add(p)
    stream.settle()
    assert in_stories(stream) == {
        frozenset(p.article for p in profiles if p.article.startswith(f"{event}-")) for event in range(3)
    }


def test_without_an_encoder_each_language_has_its_own_stories_and_nothing_more_is_kept() -> None:
    stream = Stream()
    stream.add(told(1, "en"))
    stream.add(told(1, "fr"))
    assert len(stream.stories()) == 2
    assert not [key for key in stream.changes() if key.startswith("lead/")]


def test_a_restored_stream_goes_on_as_the_uninterrupted_one() -> None:
    profiles = [told(event, language) for event in range(5) for language in ("en", "fr", "de")]
    whole, kept = Stream(tongues=Tongues(Numbered)), dict[str, bytes | None]()
    for p in profiles:
        whole.add(p)
    for at in (0, 4, 9):
        part = Stream.restored(kept.items(), tongues=Tongues(Numbered))
        for p in profiles[at : {0: 4, 4: 9, 9: 15}[at]]:
            part.add(p)
        kept |= part.changes()
    assert in_stories(part) == in_stories(whole)
    assert {k: v for k, v in kept.items() if v is not None} == {k: v for k, v in whole.changes().items() if v}


def test_a_stream_without_an_encoder_passes_over_what_one_with_it_has_kept() -> None:
    stream = Stream(tongues=Tongues(Numbered))
    stream.add(told(1, "en"))
    assert Stream.restored(stream.changes().items()).stories() == stream.stories()
