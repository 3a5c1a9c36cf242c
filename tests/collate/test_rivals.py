"""Pairs beside their rivals: only the two articles of a pair count."""

from __future__ import annotations

from rashomon.collate.align.rivals import RIVALS, rival_features

HOME = {"a1": "A", "a2": "A", "b1": "B", "b2": "B", "c1": "C"}


def test_mutual_best_is_seen() -> None:
    found = rival_features({("a1", "b1"): 0.9, ("a1", "b2"): 0.2, ("a2", "b1"): 0.3}, HOME)
    best = RIVALS.index("best for both")
    assert found["a1", "b1"][best] == 1
    assert found["a2", "b1"][best] == 0


def test_a_third_article_changes_nothing() -> None:
    alone = {("a1", "b1"): 0.9, ("a2", "b1"): 0.3}
    beside = {**alone, ("a1", "c1"): 0.95, ("b1", "c1"): 0.99}
    assert all(rival_features(beside, HOME)[p] == f for p, f in rival_features(alone, HOME).items())
