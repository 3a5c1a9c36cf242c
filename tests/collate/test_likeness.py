"""The table of features and its weights."""

from __future__ import annotations

from rashomon.collate.align.likeness import FEATURES
from rashomon.collate.align.model import fact_model


def test_every_weight_belongs_to_a_feature_and_is_learnt() -> None:
    for vectors in (False, True):
        assert len(fact_model(vectors).alike.weights) == len(FEATURES)
        assert any(fact_model(vectors).alike.weights)


def test_vectors_count_for_nothing_where_there_are_none() -> None:
    weights = dict(zip(FEATURES, fact_model(False).alike.weights, strict=True))
    assert weights["meaning"] == weights["meaning around"] == 0
