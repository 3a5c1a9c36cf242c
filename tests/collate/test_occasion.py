"""What is told in other words, and what only sounds alike."""

from __future__ import annotations

from rashomon.collate.align.likeness import FEATURES
from rashomon.collate.align.model import fact_model
from rashomon.collate.align.occasion import nearness


def test_every_weight_belongs_to_a_feature_and_is_learnt() -> None:
    assert len(fact_model().alike.weights) == len(FEATURES)
    assert any(fact_model().alike.weights)


def test_a_sort_of_a_thing_is_nearer_than_another_thing() -> None:
    assert nearness("rifle", "rifle") == 1.0
    assert nearness("rifle", "rifle") > nearness("rifle", "gun") > nearness("rifle", "harvest") == 0.0


def test_nearness_does_not_depend_on_the_order() -> None:
    assert all(
        nearness(a, b) == nearness(b, a) for a, b in [("rifle", "gun"), ("halt", "suspend"), ("call", "conversation")]
    )
