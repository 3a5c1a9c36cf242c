"""Stories grown article by article."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from rashomon.records import Article
from rashomon.stories import Placement, Profile, Stream, frequency, profile_of
from rashomon.stories.stream import Read
from rashomon.stories.window import Window

PLACES = ["Brill", "Ostmark", "Pell", "Varn", "Quen", "Sotterby", "Mollin", "Tarsk"]
PEOPLE = ["Ida Kell", "Rudi Lamm", "Lena Voss", "Max Orth", "Nia Dorn", "Oda Pryce", "Tam Wirth", "Ulla Stenn"]
THINGS = [
    ("lock", "canal", "barge"),
    ("mill", "fire", "watchman"),
    ("tram", "vote", "council"),
    ("bridge", "flood", "engineer"),
    ("strike", "harbour", "crane"),
    ("verdict", "court", "fraud"),
    ("satellite", "launch", "orbit"),
    ("festival", "storm", "stage"),
]
TELLINGS = [
    "{person} opened talks over the {a} in {place}.\nPeople at the {b} heard that the {c} in {place} had to wait, {person} said.",
    "Will the {c} come to {place}? {person} would not say.\nA walk past the {b} showed how far the {a} has got since spring.",
    "In {place} all eyes are on {person}. First came the {a}, then the {b}.\nNow there is the {c}, which {person} calls a gift.",
    "The {b} stood empty. The {a} was quiet, too, and {person} alone kept faith with {place}.\nWhat of the {c}, we asked {person}.",
    "Much has been written on {place} and its {a}; {person} has read it all.\nYet the {b}, {person} thinks, matters less than any {c}.",
]


@pytest.fixture(autouse=True)
def _forms_known_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tellings are forms filled in: what they share is to count as common from the first report on."""
    monkeypatch.setattr(frequency, "_UNSEEN", 0)


def report(event: int, telling: int, *, day: int = 1) -> Profile:
    """The `telling`th report of an invented event."""
    a, b, c = THINGS[event % 8]
    text = TELLINGS[telling % 5].format(place=PLACES[event % 8], person=PEOPLE[event % 8], a=a, b=b, c=c)
    return profile_of(Article(id=f"e{event}t{telling}", text=text, published=f"2031-05-{day:02}"))


def reports(events: Iterable[int], tellings: int = 4) -> list[Profile]:
    events = list(events)
    return [report(e, t, day=1 + t) for t in range(tellings) for e in events]


def fill(stream: Stream, profiles: Iterable[Profile]) -> list[Placement]:
    return [stream.add(p) for p in profiles]


def reader(profiles: Iterable[Profile]) -> Read:
    by_id = {p.article: p for p in profiles}
    return lambda ids: [by_id[i] for i in ids]


def kept(stream: Stream, records: dict[str, bytes]) -> dict[str, bytes]:
    """Records after a transaction that writes what changed."""
    changed = stream.changes()
    return {k: v for k, v in (records | changed).items() if v is not None}


def test_reports_of_one_event_are_one_story() -> None:
    placed = fill(Stream(), reports(range(4)))
    assert len({p.story for p in placed}) == 4
    assert all(p.story == q.story for p in placed for q in placed if p.article[:2] == q.article[:2])


@pytest.mark.parametrize("cut", [1, 3, 10, 31])
def test_a_stream_taken_up_again_goes_on_as_if_it_had_not_stopped(cut: int) -> None:
    profiles = reports(range(8), tellings=5)
    whole = Stream()
    expected = fill(whole, profiles)
    records: dict[str, bytes] = {}
    placed: list[Placement] = []
    for start in range(0, len(profiles), cut):
        stream = Stream.restored(records.items())
        placed += fill(stream, profiles[start : start + cut])
        records = kept(stream, records)
    assert placed == expected
    assert records == kept(whole, {})


def test_nothing_changed_is_little_to_keep() -> None:
    stream = Stream()
    fill(stream, reports(range(8)))
    stream.changes()
    story = stream.add(report(3, 9)).story
    assert {k for k in stream.changes() if k.startswith("story/")} == {f"story/{story}"}


def test_memory_is_bounded_and_a_quiet_story_comes_back() -> None:
    stream = Stream(window=Window(active=3, quiet=4))
    placed = fill(stream, reports(range(8), tellings=1))
    assert len(stream.stories()) == 3
    records = kept(stream, {})
    assert sum(k.startswith("story/") for k in records) == 7
    again = Stream.restored(records.items(), Window(active=3, quiet=4)).add(report(4, 5, day=9))
    assert again.story == placed[4].story
    assert [e.kind for e in again.events] == ["returned"]
    assert again.why in again.events[0].because


def test_a_near_copy_is_where_its_original_is_whatever_else_speaks() -> None:
    text = "Rain fell on the hills all week and the river rose by a hand a day until the ford at the mill was gone."
    stream = Stream()
    first = stream.add(profile_of(Article(id="a", text=text, published="2031-01-01")))
    fill(stream, reports(range(4)))
    copy = stream.add(profile_of(Article(id="b", text=text + " More follows.", published="2031-12-01")))
    assert copy.story == first.story
    assert copy.copy_of == "a"
    assert "nearly the same text as a" in copy.why


def test_a_placement_says_why_and_what_else_there_was() -> None:
    stream = Stream()
    placed = fill(stream, reports(range(3)))
    last = placed[-1]
    assert {"varn", "quen", "pell"} & set(last.names)
    assert last.gap == 1
    assert last.evidence >= last.needed
    assert last.rival is None or last.rival.evidence <= last.evidence
    assert last.why.startswith("shares")
    assert last.why.endswith(", a day apart")
    assert last.json()["why"] == last.why
    assert placed[0].why == "began it"


def test_explaining_later_counts_the_others_only() -> None:
    profiles = reports(range(3))
    stream = Stream()
    placed = fill(stream, profiles)
    told = stream.explain(profiles[-1], placed[-1].story)
    assert told.story == placed[-1].story
    assert told.names
    lonely = stream.add(report(7, 0))
    assert stream.explain(report(7, 0), lonely.story).why == "began it"


def test_what_people_put_together_stays_together() -> None:
    stream = Stream()
    placed = fill(stream, reports(range(3)))
    one, other = placed[0].story, placed[1].story
    (event,) = stream.merge([one, other], because="one inquiry")
    assert (event.story, event.other, event.because) == (one, other, "one inquiry")
    stream = Stream.restored(kept(stream, {}).items())
    assert {stream.add(report(0, 8)).story, stream.add(report(1, 8)).story} == {one}


def test_what_people_take_apart_stays_apart() -> None:
    profiles = reports(range(3), tellings=6)
    stream = Stream()
    placed = fill(stream, profiles)
    story = placed[0].story
    apart = [p.article for p in placed if p.story == story][:2]
    (event,) = stream.split(apart, story, reader(profiles))
    assert event.story != story
    assert set(stream.stories()[event.story]) == set(apart)
    assert not set(apart) & set(stream.stories()[story])
    assert not stream.settle()


def test_an_article_moved_by_people_is_where_they_put_it() -> None:
    profiles = reports(range(3))
    stream = Stream()
    placed = fill(stream, profiles)
    stream.move([placed[0].article], placed[0].story, placed[1].story, reader(profiles))
    assert placed[0].article in stream.stories()[placed[1].story]
    assert placed[0].article not in stream.stories()[placed[0].story]
    stream.move([placed[0].article], "gone", "long forgotten", reader(profiles))
    assert stream.stories()["long forgotten"] == (placed[0].article,)


def test_stories_of_headlines_that_come_to_say_the_same_are_put_together() -> None:
    lines = [
        "Harbour crane topples at Sotterby",
        "Storm blamed as Mollin port machine collapses",
        "Sotterby harbour crane topples, storm blamed",
        "Crane topples at Sotterby harbour in storm, port machine collapses",
        "Storm topples Sotterby harbour crane",
    ]
    others = [f"{p} {a} {b} {c} row goes on" for p, (a, b, c) in zip(PLACES[:4], THINGS[:4], strict=True)]
    articles = [Article(id=f"h{i}", text=t, published="2031-05-01") for i, t in enumerate([*others, *lines])]
    stream = Stream()
    placed = fill(stream, map(profile_of, articles))
    where = {p.article: p.story for p in placed}
    for p in placed:
        where |= dict(p.moved)
    assert {a: s for s, members in stream.stories().items() for a in members} == where


def test_chapters_hold_a_storys_articles_each_once() -> None:
    stream = Stream()
    placed = fill(stream, reports(range(2), tellings=6))
    chapters = stream.chapters(placed[0].story)
    members = [a for c in chapters for a in c]
    assert sorted(members) == sorted(stream.stories()[placed[0].story])
