"""Who copied whom, on families of texts whose tree is known."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.origins.derive import derive

from rashomon.origins.direction import Deposition, tell
from rashomon.origins.passages import align
from rashomon.origins.register import load_register
from rashomon.origins.reuse import find_reuse
from rashomon.origins.words import word_ids, word_places
from rashomon.records import Article

SEEDS = range(5)


@pytest.fixture(scope="module")
def families():
    return [(family, {r.article: r for r in find_reuse(family.articles)}) for family in map(derive, SEEDS)]


def test_copies_are_found(families):
    found = total = 0
    for family, reuse in families:
        for copy in family.parents:
            linked = {p.other.article for p in (*reuse[copy].copied_from, *reuse[copy].shared_with)}
            lines = {copy, *family.ancestors(copy)}
            total += 1
            # A sibling has the same words; what counts is that the copy is tied to its family.
            kin = {a.id for a in family.articles if ({a.id} | family.ancestors(a.id)) & lines}
            found += bool(linked & kin)
    assert found >= 0.97 * total


def test_a_direction_is_right_where_it_can_be_told_and_never_asserted_without_a_reason(families):
    right = wrong = 0
    reasons: Counter[str] = Counter()
    for family, reuse in families:
        for r in reuse.values():
            for source in {p.other.article: p for p in r.copied_from}.values():
                assert source.reason in {"credit", "time", "containment"}
                reasons[source.reason] += 1
                upwards = r.article in family.ancestors(source.other.article)
                wrong += upwards
                right += not upwards
    assert right >= 0.95 * (right + wrong)
    assert reasons["time"] > 20
    assert reasons["credit"] > 5


def test_a_direction_that_can_be_told_is_told(families):
    """Parent and copy with a credit, or with times whose order is certain."""
    told = total = 0
    for family, _ in families:
        articles = {a.id: a for a in family.articles}
        register = load_register().with_outlets(a.outlet or "" for a in family.articles)
        for (copy, parent), reason in family.telling.items():
            one, two = (Deposition.of(articles[i], register, word_places(articles[i].text)) for i in (copy, parent))
            passages = align(word_ids(one.article.text), word_ids(two.article.text), 16)
            if passages:
                verdict = tell(one, two, passages)
                total += 1
                told += verdict.copy is True and verdict.reason == reason
    assert told >= 0.95 * total
    assert total > 100


def test_a_cut_is_known_by_a_surname_that_nobody_introduces():
    whole = (
        "The weir at Ash gave way at dawn on Friday and flooded eleven gardens along the lower lane before anybody was up to hear it. "
        "Warden Ottilie Marsh had warned the parish in three letters, the last of them registered, and had kept every reply in a tin. "
        "On Saturday Marsh walked the bank with a rod and found the old footing washed out to the height of a man, she told the vicar."
    )
    cut = whole[: whole.index("Warden")] + whole[whole.index("On Saturday") :]
    one, two = (Deposition.of(Article(id=t[:9], text=t), load_register(), word_places(t)) for t in (cut, whole))
    verdict = tell(one, two, align(word_ids(cut), word_ids(whole), 16))
    assert (verdict.copy, verdict.reason) == (True, "containment")


@pytest.mark.parametrize(
    ("one", "two", "copy"),
    [
        ("2031-05-04", "2031-05-03", True),
        ("2031-05-04", "2031-05-04T08:00:00Z", None),
        ("2031-05-04T08:00:00Z", "2031-05-04T08:00:20Z", None),
        ("2031-05-04T08:00:00Z", "2031-05-04T09:00:00+02:00", True),
        ("2031-05-04T08:00:00", "2031-05-04T12:00:00Z", None),
        ("2031-05-04T08:00:00", "not a date", None),
    ],
)
def test_times_tell_only_as_much_as_their_precision_allows(one, two, copy):
    words = (
        "the bell of the old ferry rang twice in the night and nobody in the village could say who had pulled the rope"
    )
    sides = [
        Deposition.of(Article(id=p, text=words, published=p), load_register(), word_places(words)) for p in (one, two)
    ]
    verdict = tell(sides[0], sides[1], align(word_ids(words), word_ids(words), 16))
    assert verdict.copy is copy
