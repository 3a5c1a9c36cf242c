"""The table of features and its weights."""

from __future__ import annotations

from rashomon.collate.align.likeness import FEATURES
from rashomon.collate.align.model import fact_model


def test_every_weight_belongs_to_a_feature_and_is_learnt() -> None:
    assert len(fact_model().alike.weights) == len(FEATURES)
    assert any(fact_model().alike.weights)
