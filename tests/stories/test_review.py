"""Stories looked at again: put together, taken apart, set right."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from rashomon.records import Article
from rashomon.stories import Profile, Stream, group_stories, profile_of
from rashomon.stories.centroid import UNIT, Centroid
from rashomon.stories.cluster import Cluster, pack_story, unpack_story
from rashomon.stories.frequency import Frequency
from rashomon.stories.kinship import KIN, kinship
from rashomon.stories.parts import chapters_of, parts_of, products_of
from rashomon.stories.review import Review
from rashomon.stories.told import Told, pack_told, told, unpack_told
from rashomon.stories.vectors import Vectors, products
from rashomon.stories.vocabulary import Vocabulary
from rashomon.stories.window import Window
from rashomon.stories.within import Within

VERBS = ["visited", "praised", "left", "described", "returned to", "defended", "surveyed", "photographed"]
SCENES = ["at dawn", "in the rain", "before noon", "with aides", "alone", "by boat", "on foot", "after dark"]


def quake(place: str, official: str, dead: int, month: str, n: int) -> str:
    """A report of an earthquake; two of them differ in place, people, numbers and days alone."""
    return (
        f"On {month} {3 + n % 2} an earthquake struck the town of {place} and {dead} people died, governor {official} said.\n"
        f"{official} {VERBS[n % 8]} the ruins {SCENES[(n * 3) % 8]}; rescue crews in {place} dug for survivors of the earthquake.\n"
        f"Tents were brought to {place}, and hospitals {SCENES[(n * 5 + 1) % 8]} treated the injured, {official} added."
    )


ONE = [quake("Harrowmere", "Petra Oland", 214, "March", n) for n in range(6)]
OTHER = [quake("Vessk", "Anton Drumm", 37, "October", n) for n in range(6)]
ELSE = [
    f"The {a} council of {b} voted {n} to {n + 3} on the {c} after a debate that {d} opened."
    for n, (a, b, c, d) in enumerate(
        [
            ("city", "Pell", "tram line", "Lena Voss"),
            ("harbour", "Sotterby", "new crane", "Oda Pryce"),
            ("county", "Mollin", "swimming pool", "Tam Wirth"),
            ("village", "Tarsk", "bell tower", "Ulla Stenn"),
            ("school", "Quen", "early bus", "Nia Dorn"),
        ]
    )
]


def articles(texts: list[str], name: str) -> list[Article]:
    return [Article(id=f"{name}{i}", text=t) for i, t in enumerate(texts)]


VOCABULARY = Vocabulary()


def weighed(profiles: list[Profile], heard: list[Profile]) -> list[Told]:
    """Profiles as a story keeps them where others have been heard."""
    frequency = Frequency(VOCABULARY)
    for p in heard:
        frequency.note(Vectors.of(p.counts, VOCABULARY))
    return [told(p, frequency.vectors(Vectors.of(p.counts, VOCABULARY))) for p in profiles]


def kept(texts: list[str], name: str) -> list[Told]:
    heard = list(map(profile_of, articles([*ONE, *OTHER, *ELSE], "all")))
    return weighed(list(map(profile_of, articles(texts, name))), heard)


def story(told_: list[Told]) -> Cluster:
    cluster = Cluster("s")
    for t in told_:
        cluster.add(t)
    return cluster


def sums(cluster: Cluster) -> list[dict[str, int]]:
    return [dict(zip(words, weights, strict=True)) for words, weights in cluster.centroid.sums.tables()]


def test_reports_of_a_look_alike_event_are_no_kin() -> None:
    one, other = kept(ONE, "a"), kept(OTHER, "b")
    assert kinship(one[:2], story(one[2:])) > KIN
    assert kinship(one[:2], story(one[2:])) > kinship(other[:2], story(one[2:])) + 1


def test_the_parts_of_a_mixed_story_are_its_events() -> None:
    mixed = [*kept(ONE, "a"), *kept(OTHER, "b")]
    two = parts_of(products_of(mixed), most=4)[0]
    assert sorted({mixed[i].article[0] for i in part} for part in two) == [{"a"}, {"b"}]
    assert [len(groups) for groups in parts_of(products_of(mixed), most=4)] == [2, 3, 4]
    assert parts_of(products_of(mixed[:1]), most=4) == []


def test_chapters_hold_each_article_once() -> None:
    mixed = [*kept(ONE, "a"), *kept(ELSE, "c")]
    chapters = chapters_of(mixed)
    assert sorted(t.article for c in chapters for t in c) == sorted(t.article for t in mixed)
    assert len(chapters) > 1


def test_taking_out_what_was_put_in_leaves_what_was_there() -> None:
    one = kept(ONE, "a")
    before, cluster = story(one[:4]), story(one)
    cluster.take(one[4:])
    assert sums(cluster) == sums(before)
    assert cluster.centroid.squares == before.centroid.squares
    assert cluster.members == before.members
    assert [t.article for t in story(one).without(one[4:]).kept.values()] == before.members
    again = unpack_story(pack_story(cluster), VOCABULARY, cluster.kept)
    assert sums(again) == sums(cluster)
    assert again.kept == cluster.kept


def test_an_article_comes_back_with_its_weights_and_its_counts() -> None:
    profiles = list(map(profile_of, articles(ONE, "a")))
    for profile, article in zip(profiles, weighed(profiles, profiles), strict=True):
        counts = Vectors.of(profile.counts, VOCABULARY)
        for given in (article, replace(article, counts=counts)):
            again = unpack_told(pack_told(given), VOCABULARY)
            assert again.vectors.tables() == article.vectors.tables()
            assert again.counts.tables() == counts.tables() if given.counts else again.counts is None
            assert (again.article, again.sketch, again.length) == (given.article, given.sketch, given.length)


def test_a_vector_is_wholly_like_itself() -> None:
    (article, *_) = kept(ONE, "a")
    centroid = Centroid()
    centroid.add(article.vectors)
    assert centroid.likeness(article.vectors)[0] == pytest.approx(1, abs=1e-3)
    assert products(article.vectors, [article.vectors])[0, 0] / UNIT**2 == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("seed", range(3))
def test_look_alikes_are_told_apart_whatever_the_order(seed: int) -> None:
    given = [*articles(ONE, "a"), *articles(OTHER, "b"), *articles(ELSE, "c")]
    random.Random(seed).shuffle(given)
    stream = Stream()
    where: dict[str, str] = {}
    for a in given:
        placed = stream.add(profile_of(a))
        where[a.id] = placed.story
        where |= dict(placed.moved)
    assert {a: s for s, members in stream.stories().items() for a in members} == where
    found = group_stories(given)
    assert not {found[f"a{i}"] for i in range(6)} & {found[f"b{i}"] for i in range(6)}


def test_every_move_is_told_with_its_reason() -> None:
    given = [p for pair in zip(articles(ONE, "a"), articles(OTHER, "b"), strict=True) for p in pair]
    stream, where = Stream(), dict[str, str]()
    for profile in map(profile_of, given):
        placed = stream.add(profile)
        for event in placed.events:
            assert event.kind == "began" or event.because
            where |= dict.fromkeys(event.articles, event.story)
        where.setdefault(profile.article, placed.story)
        assert where[profile.article] == placed.story
    for event in stream.settle():
        where |= dict.fromkeys(event.articles, event.story)
    assert {a: s for s, members in stream.stories().items() for a in members} == where


def test_what_people_decided_is_not_taken_apart() -> None:
    profiles: list[Profile] = list(map(profile_of, [*articles(ONE, "a"), *articles(OTHER, "b"), *articles(ELSE, "c")]))
    stream = Stream()
    placed = [stream.add(p) for p in profiles]
    stories = list(dict.fromkeys(p.story for p in placed if p.article[0] in "ab"))
    if len(stories) > 1:
        stream.merge(stories)
    stream.settle()
    assert {f"a{i}" for i in range(6)} <= set(stream.stories()[stories[0]])


def test_a_report_that_stayed_alone_is_asked_again() -> None:
    first, *others = kept(ONE, "a")
    window = Window(vocabulary=VOCABULARY)
    alone, rest = Cluster("alone"), Cluster("rest", began=1)
    alone.add(first)
    for article in others:
        rest.add(article)
    window.keep(alone)
    window.keep(rest)
    (event, *_) = Review(window).look(alone)
    assert (event.kind, event.story, event.other, event.articles) == ("merged", "rest", "alone", (first.article,))


def test_some_articles_beside_the_rest_are_told_as_if_the_rest_were_summed_up_anew() -> None:
    mixed = story([*kept(ONE, "a"), *kept(OTHER, "b")])
    part = [1, 4, 7]
    within = Within(mixed)
    rest = mixed.without([within.articles[i] for i in part])
    cosines = [rest.centroid.likeness(within.articles[i].vectors) for i in part]
    assert within.cosines(part) == [pytest.approx(of) for of in cosines]
    found = within.without(part)
    assert (found.size, found.first, found.last) == (rest.size, rest.first, rest.last)
    assert found.dating == pytest.approx(rest.dating)


def test_headlines_of_another_event_are_taken_out_again() -> None:
    ferry = [f"Ferry Linnet aground off Pell, {who} rescued" for who in ("crew", "forty", "all", "passengers", "pilot")]
    vote = [f"Tarsk voters reject stadium, {who} concedes" for who in ("mayor", "club", "council", "Dorn", "league")]
    profiles = list(map(profile_of, [*articles(ferry, "f"), *articles(vote, "v")]))
    window = Window(vocabulary=VOCABULARY)
    window.keep(story(weighed(profiles, profiles)))
    events = Review(window).look(window.active["s"])
    assert [(e.kind, {a[0] for a in e.articles}) for e in events] == [("split", {"f"})]
