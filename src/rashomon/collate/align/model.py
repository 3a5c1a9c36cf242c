"""The score of a pair of claims: a logistic model over named features, weighed again beside its rivals.

The weights are in `weights.json`, with what they were learnt on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp
from operator import mul

from rashomon.collate.align.cluster import Pair
from rashomon.collate.align.likeness import FEATURES, features
from rashomon.collate.align.rivals import RIVALS, rival_features
from rashomon.collate.align.view import View


@dataclass(frozen=True, slots=True)
class Logistic:
    """One weight a feature, and what is added to all."""

    weights: tuple[float, ...]
    bias: float

    def of(self, values: Sequence[float]) -> float:
        """The probability that the features speak for."""
        return logistic(self.bias + sum(map(mul, self.weights, values)))


@dataclass(frozen=True, slots=True)
class Model:
    """How alike two claims are, and how probable it is, beside their rivals, that they state one fact."""

    alike: Logistic
    beside: Logistic
    threshold: float

    def likeness(self, a: View, b: View) -> float:
        """The probability that two claims state one fact, by themselves. Clauses of one sentence do not: they go on from
        one another, and all around them is the same."""
        if a.claim.span.article == b.claim.span.article and a.claim.sentence == b.claim.sentence:
            return 0.0
        return self.alike.of(features(a, b))

    def among(self, likeness: Mapping[Pair, float], home: Mapping[str, str]) -> dict[Pair, float]:
        """The same probability beside all rivals. `home`: claim id to its article."""
        return {
            pair: self.beside.of(values) if likeness[pair] else 0.0
            for pair, values in rival_features(likeness, home).items()
        }

    def reasons(self, a: View, b: View) -> list[str]:
        """The features that speak for the pair, the weightiest first."""
        parts = zip(FEATURES, (w * x for w, x in zip(self.alike.weights, features(a, b), strict=True)), strict=True)
        return [name for name, part in sorted(parts, key=lambda p: (-p[1], p[0])) if part > 0.2]


def logistic(x: float) -> float:
    """1 / (1 + e^-x), safe for large |x|."""
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))


@lru_cache(maxsize=2)
def fact_model(vectors: bool) -> Model:
    """The model for claims of one story, with vectors of their meaning or without: each learnt by itself. A feature without a
    weight counts for nothing until it is learnt."""
    weights = json.loads((files("rashomon.collate.align") / "weights.json").read_text("utf-8"))
    data = weights["facts with vectors" if vectors else "facts"]
    return Model(
        alike=Logistic(tuple(data["weights"].get(name, 0.0) for name in FEATURES), data["bias"]),
        beside=Logistic(tuple(data["rivals"]["weights"][name] for name in RIVALS), data["rivals"]["bias"]),
        threshold=data["threshold"],
    )
