"""Learn the weights of `rashomon align` from pairs of short texts, and print them as JSON.

    python tools/fit_texts.py SENTENCES CLAIMS > texts.json

Both are JSONL, plain or .gz, a line {"pair", "a": {"text", "headline", "published"}, "b": {…}, "relation", "topic"}, `relation` one of
same, different and conflict. SENTENCES (ECB+) teach what one event is, which is the score; CLAIMS (ClaimDiff) what a conflict is and
what has nothing to do with each other, and the thresholds of both, which are those of the best macro F1 on pairs scored by models that
had not seen their topic.

A topic counts by the root of its pairs, lest a few large ones decide. The figures printed to stderr come from folds of topics:
no pair is scored by a model that has seen its topic. For the thresholds the topics are folded once more.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rashomon.app.align_pairs import pair_of, read_sides
from rashomon.collate.align.texts import LIKENESS, Commonness, text_features

SAME = (
    "rare words", "rare context", "any event", "shared told", "told at least", "shared kinds", "shared count", "names apart",
    "numbers shared", "numbers apart", "times shared", "surface",
)  # fmt: skip
# Chosen for what they mean, each held against topics left out: chosen by their gain on one half of the topics, others do worse on the
# other half than these.
CONFLICT = ("other voices", "told by voices", "charge and plea", "negated once", "contrast")
DIFFERENT = ("surface", "rare words", "rare above", "rare content", "names apart", "shorter", "own words", LIKENESS)
STRENGTH = 5.0
"""Of the penalty on the weights of SENTENCES."""
EVEN_STRENGTH = 20.0
"""Of the penalty on those of CLAIMS, with all features brought to one spread: there a few small numbers matter most."""
FOLDS = 5
ROUNDS = 15
PAIRS = 10_000
"""What all pairs count together: the strength of the penalty stands for so many."""
THRESHOLD = "; threshold by macro F1 on unseen topics"
RELATIONS = ("same", "conflict", "different")
STEPS = np.arange(0.01, 0.6, 0.01)


@dataclass
class Sample:
    """Pairs with the values of all features, what people said of them, and their topics."""

    values: dict[str, np.ndarray]
    relations: np.ndarray
    topics: np.ndarray
    near: np.ndarray
    """Whether both are about the same one of a topic's events."""

    def of(self, names: Sequence[str]) -> np.ndarray:
        """The features named, one a column."""
        return np.column_stack([self.values[n] for n in names])

    @property
    def folds(self) -> np.ndarray:
        """A number for each pair; a topic lies in one fold."""
        place = {t: i % FOLDS for i, t in enumerate(sorted(set(self.topics.tolist())))}
        return np.array([place[t] for t in self.topics.tolist()])

    @property
    def weights(self) -> np.ndarray:
        """What each pair counts."""
        pairs = Counter(self.topics.tolist())
        found = np.array([pairs[t] ** -0.5 for t in self.topics.tolist()])
        return found * (min(PAIRS, len(found)) / found.sum())


def load(path: Path) -> Sample:
    """The pairs of a file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        rows = [(json.loads(line), pair_of(line)) for line in lines]
    texts = read_sides(list(dict.fromkeys(side for _, pair in rows for side in (pair.a, pair.b))))
    common = Commonness()
    for text in texts.values():
        common.note(text)
    found = [text_features(texts[pair.a], texts[pair.b], common) for _, pair in rows]
    return Sample(
        values={name: np.array([f[name] for f in found]) for name in found[0]},
        relations=np.array([gold["relation"] for gold, _ in rows]),
        topics=np.array([str(gold["topic"]) for gold, _ in rows]),
        near=np.array([gold.get("same_subtopic") is True for gold, _ in rows]),
    )


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, *, even: bool = False) -> np.ndarray:
    """L2-regularised logistic regression by Newton's method; the last coefficient is the bias."""
    penalty = EVEN_STRENGTH * np.maximum(x.var(axis=0), 1e-6) if even else np.full(x.shape[1], STRENGTH)
    ridge = np.diag(np.append(penalty, 1e-3))
    x = np.hstack([x, np.ones((len(x), 1))])
    b = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ b))
        b -= np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + ridge, x.T @ (w * (p - y)) + ridge @ b)
    return b


def probability(x: np.ndarray, b: np.ndarray) -> np.ndarray:
    """What the coefficients `b` make of the features."""
    return 1 / (1 + np.exp(-(x @ b[:-1] + b[-1])))


def unseen(x: np.ndarray, y: np.ndarray, w: np.ndarray, folds: np.ndarray, *, even: bool = False) -> np.ndarray:
    """The probability of each pair under a model that has not seen its fold."""
    found = np.zeros(len(y))
    for left_out in sorted(set(folds.tolist())):
        out = folds == left_out
        found[out] = probability(x[out], fit(x[~out], y[~out], w[~out], even=even))
    return found


def average_precision(scores: np.ndarray, y: np.ndarray) -> float:
    """The area under precision over recall; pairs of one score are taken together."""
    order = np.argsort(-scores, kind="stable")
    ends = np.append(np.diff(scores[order]) != 0, True)
    right = np.cumsum(y[order])[ends]
    precision, recall = right / (np.flatnonzero(ends) + 1), right / y.sum()
    return float(np.sum(np.diff(recall, prepend=0.0) * precision))


def relation(different: np.ndarray, conflict: np.ndarray, thresholds: tuple[float, float]) -> np.ndarray:
    """The verdicts as `compare_texts` gives them."""
    return np.where(conflict >= thresholds[1], "conflict", np.where(different >= thresholds[0], "different", "same"))


def f1(found: np.ndarray, gold: np.ndarray) -> dict[str, float]:
    """F1 of each relation."""
    return {r: 2 * sum((found == r) & (gold == r)) / max(1, sum(found == r) + sum(gold == r)) for r in RELATIONS}


def choose(different: np.ndarray, conflict: np.ndarray, gold: np.ndarray) -> tuple[float, float]:
    """The thresholds of the best macro F1."""
    pairs = [(float(d), float(c)) for d in STEPS for c in STEPS if c < 0.5]
    return max(pairs, key=lambda t: sum(f1(relation(different, conflict, t), gold).values()))


def chosen_unseen(claims: Sample, different: np.ndarray, conflict: np.ndarray) -> np.ndarray:
    """Verdicts by thresholds chosen on the other folds."""
    found = np.full(len(claims.relations), "", dtype="<U9")
    for left_out in sorted(set(claims.folds.tolist())):
        out = claims.folds == left_out
        thresholds = choose(different[~out], conflict[~out], claims.relations[~out])
        found[out] = relation(different[out], conflict[out], thresholds)
    return found


def main() -> None:
    """Fit on the two files named on the command line."""
    sentences, claims = load(Path(sys.argv[1])), load(Path(sys.argv[2]))
    x, y, w = sentences.of(SAME), (sentences.relations != "different").astype(float), sentences.weights
    scores, near = unseen(x, y, w, sentences.folds), sentences.near
    same = fit(x, y, w).round(3)
    tell("average precision, unseen topics", average_precision(scores, y), average_precision(scores[near], y[near]))
    scores = probability(x, same)
    tell("average precision, as fitted", average_precision(scores, y), average_precision(scores[near], y[near]))

    claims.values[LIKENESS] = claims.of(SAME) @ same[:-1] + same[-1]
    fitted, guessed = {}, {}
    for name, features in (("different", DIFFERENT), ("conflict", CONFLICT)):
        x, y = claims.of(features), (claims.relations == name).astype(float)
        fitted[name] = fit(x, y, claims.weights, even=True).round(3)
        guessed[name] = unseen(x, y, claims.weights, claims.folds, even=True)
        tell(f"{name}: average precision, unseen topics", average_precision(guessed[name], y), float(y.mean()))
    of = f1(chosen_unseen(claims, guessed["different"], guessed["conflict"]), claims.relations)
    tell("macro F1, unseen topics", sum(of.values()) / len(of), *of.values())
    thresholds = choose(guessed["different"], guessed["conflict"], claims.relations)
    as_fitted = [probability(claims.of(f), fitted[n]) for n, f in (("different", DIFFERENT), ("conflict", CONFLICT))]
    of = f1(relation(as_fitted[0], as_fitted[1], thresholds), claims.relations)
    tell("macro F1, as fitted", sum(of.values()) / len(of), *of.values())
    found = {
        "same": described(sys.argv[1], sentences, SAME, same),
        "conflict": described(sys.argv[2], claims, CONFLICT, fitted["conflict"], thresholds[1]),
        "different": described(sys.argv[2], claims, DIFFERENT, fitted["different"], thresholds[0]),
    }
    json.dump(found, sys.stdout, indent=1)


def described(
    path: str, sample: Sample, features: Sequence[str], b: np.ndarray, threshold: float | None = None
) -> dict[str, object]:
    """A model as `weights.json` keeps it."""
    file = Path(path)
    found: dict[str, object] = {
        "provenance": f"tools/fit_texts.py: L2-regularised logistic regression on {len(sample.topics):,} pairs of "
        f"{file.parent.name}/{file.name}, a topic weighed by the root of its pairs{THRESHOLD if threshold else ''}",
        "weights": dict(zip(features, b.tolist(), strict=False)),
        "bias": float(b[-1]),
    }
    return found if threshold is None else {**found, "threshold": round(threshold, 2)}


def tell(what: str, *figures: float) -> None:
    """Print figures for the reader, not into the weights."""
    print(what, *(f"{x:.3f}" for x in figures), file=sys.stderr)


if __name__ == "__main__":
    main()
