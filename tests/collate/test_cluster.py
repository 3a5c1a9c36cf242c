"""Clustering keeps apart what must be apart, whatever the order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.collate.align.cluster import cluster

pairs = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] < p[1]), st.floats(0, 1)
)


def test_close_items_join_and_others_stay_alone() -> None:
    assert cluster(list("abc"), {("a", "b"): 0.9, ("b", "c"): 0.2}, lambda _a, _b: False, 0.5) == [["a", "b"], ["c"]]


def test_forbidden_pairs_never_meet_even_through_a_third() -> None:
    scores = {("a", "b"): 0.9, ("b", "c"): 0.9, ("a", "c"): 0.9}
    found = cluster(list("abc"), scores, lambda a, b: {a, b} == {"a", "c"}, 0.5)
    assert not any({"a", "c"} <= set(group) for group in found)


@given(pairs, st.permutations("abcdef"))
def test_order_changes_nothing(scores: dict[tuple[str, str], float], order: list[str]) -> None:
    def never(_a: str, _b: str) -> bool:
        return False

    assert cluster(order, scores, never, 0.5) == cluster(sorted(order), scores, never, 0.5)


@given(pairs)
def test_every_item_is_in_one_cluster(scores: dict[tuple[str, str], float]) -> None:
    found = cluster(list("abcdef"), scores, lambda _a, _b: False, 0.5)
    assert sorted(i for group in found for i in group) == list("abcdef")


def test_a_higher_power_keeps_together_what_is_told_in_many_ways() -> None:
    scores = {("a", "b"): 0.9, ("a", "c"): 0.6}
    assert len(cluster(list("abc"), scores, lambda _a, _b: False, 0.4, power=1)) == 2
    assert len(cluster(list("abc"), scores, lambda _a, _b: False, 0.4, power=2)) == 1


def test_with_homes_only_what_is_alike_across_them_counts() -> None:
    home = {"a": "x", "b": "x", "c": "y"}
    scores = {("a", "b"): 0.1, ("a", "c"): 0.9, ("b", "c"): 0.9}
    assert cluster(list("abc"), scores, lambda _a, _b: False, 0.8, home=home) == [["a", "b", "c"]]
    assert cluster(["a", "b"], {("a", "b"): 0.9}, lambda _a, _b: False, 0.5, home=home) == [["a"], ["b"]]
