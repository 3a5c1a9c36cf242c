"""The score of a pair of claims: a logistic model over named features, its weights in `weights.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp

from rashomon.collate.align.features import FEATURES, features
from rashomon.collate.align.view import View


@dataclass(frozen=True, slots=True)
class Model:
    """One weight a feature, and what is added to all. `provenance` says what they were learnt on."""

    weights: tuple[float, ...]
    bias: float
    threshold: float
    provenance: str

    def score(self, a: View, b: View) -> float:
        """The probability that two claims state the same proposition."""
        return logistic(self.bias + sum(w * x for w, x in zip(self.weights, features(a, b), strict=True)))

    def reasons(self, a: View, b: View) -> list[str]:
        """The features that speak for the pair, the weightiest first."""
        parts = zip(FEATURES, (w * x for w, x in zip(self.weights, features(a, b), strict=True)), strict=True)
        return [name for name, part in sorted(parts, key=lambda p: (-p[1], p[0])) if part > 0.2]


def logistic(x: float) -> float:
    """1 / (1 + e^-x), safe for large |x|."""
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))


@lru_cache(maxsize=1)
def fact_model() -> Model:
    """The model for claims of one story."""
    data = json.loads((files("rashomon.collate.align") / "weights.json").read_text("utf-8"))["facts"]
    return Model(tuple(data["weights"][name] for name in FEATURES), data["bias"], data["threshold"], data["provenance"])
