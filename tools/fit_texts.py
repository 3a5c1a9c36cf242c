"""Learn the weights of `rashomon align` from pairs of short texts, and print them as JSON.

    python tools/fit_texts.py SENTENCES CLAIMS > texts.json

Both are JSONL, plain or .gz, a line {"pair", "a": {"text", "headline", "published"}, "b": {…}, "relation", "topic"}, `relation` one of
same, different and conflict. SENTENCES (ECB+) teach what one event is; CLAIMS (ClaimDiff) what a conflict is, and, with them, the
two thresholds, which are those of the best macro F1 on pairs scored by models that had not seen their topic.

A topic counts by the root of its pairs, lest a few large ones decide. The figures printed to stderr come from folds of topics:
no pair is scored by a model that has seen its topic. For the thresholds the topics are folded once more.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rashomon.app.align_pairs import pair_of, read_sides
from rashomon.collate.align.texts import Commonness, text_features

SAME = (
    "rare words", "rare context", "any event", "shared told", "told at least", "shared kinds", "shared count", "names apart",
    "numbers shared", "numbers apart", "times shared", "surface",
)  # fmt: skip
CONFLICT = (
    "rare words", "rare context", "told at least", "names apart", "clashing numbers", "opposed words", "negated once", "polarity clash",
)  # fmt: skip
STRENGTH = 5.0
FOLDS = 5
ROUNDS = 15
PAIRS = 10_000
"""What all pairs count together: the strength of the penalty stands for so many."""
RELATIONS = ("same", "conflict", "different")
STEPS = np.arange(0.02, 0.9, 0.02)


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


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """L2-regularised logistic regression by Newton's method; the last coefficient is the bias."""
    x = np.hstack([x, np.ones((len(x), 1))])
    b = np.zeros(x.shape[1])
    ridge = np.eye(len(b)) * STRENGTH
    ridge[-1, -1] = 1e-3
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ b))
        b -= np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + ridge, x.T @ (w * (p - y)) + ridge @ b)
    return b


def probability(x: np.ndarray, b: np.ndarray) -> np.ndarray:
    """What the coefficients `b` make of the features."""
    return 1 / (1 + np.exp(-(x @ b[:-1] + b[-1])))


def unseen(x: np.ndarray, y: np.ndarray, w: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """The probability of each pair under a model that has not seen its fold."""
    found = np.zeros(len(y))
    for left_out in sorted(set(folds.tolist())):
        out = folds == left_out
        found[out] = probability(x[out], fit(x[~out], y[~out], w[~out]))
    return found


def average_precision(scores: np.ndarray, y: np.ndarray) -> float:
    """The area under precision over recall; pairs of one score are taken together."""
    order = np.argsort(-scores, kind="stable")
    ends = np.append(np.diff(scores[order]) != 0, True)
    right = np.cumsum(y[order])[ends]
    precision, recall = right / (np.flatnonzero(ends) + 1), right / y.sum()
    return float(np.sum(np.diff(recall, prepend=0.0) * precision))


def relation(same: np.ndarray, conflict: np.ndarray, thresholds: tuple[float, float]) -> np.ndarray:
    """The verdicts as `compare_texts` gives them."""
    return np.where(conflict >= thresholds[1], "conflict", np.where(same >= thresholds[0], "same", "different"))


def f1(found: np.ndarray, gold: np.ndarray) -> dict[str, float]:
    """F1 of each relation."""
    return {r: 2 * sum((found == r) & (gold == r)) / max(1, sum(found == r) + sum(gold == r)) for r in RELATIONS}


def choose(same: np.ndarray, conflict: np.ndarray, gold: np.ndarray) -> tuple[float, float]:
    """The thresholds of the best macro F1."""
    pairs = [(float(s), float(c)) for s in STEPS for c in STEPS if c < 0.5]
    return max(pairs, key=lambda t: sum(f1(relation(same, conflict, t), gold).values()))


def chosen_unseen(same: np.ndarray, conflict: np.ndarray, gold: np.ndarray, folds: np.ndarray) -> Iterator[np.ndarray]:
    """Verdicts by thresholds chosen on the other folds, one array a fold."""
    for left_out in sorted(set(folds.tolist())):
        out = folds == left_out
        found = np.full(len(gold), "", dtype="<U9")
        found[out] = relation(same[out], conflict[out], choose(same[~out], conflict[~out], gold[~out]))
        yield found


def main() -> None:
    """Fit on the two files named on the command line."""
    sentences, claims = load(Path(sys.argv[1])), load(Path(sys.argv[2]))
    x, y, w = sentences.of(SAME), (sentences.relations != "different").astype(float), sentences.weights
    scores, near = unseen(x, y, w, sentences.folds), sentences.near
    same = fit(x, y, w).round(3)
    tell("average precision, unseen topics", average_precision(scores, y), average_precision(scores[near], y[near]))
    scores = probability(x, same)
    tell("average precision, as fitted", average_precision(scores, y), average_precision(scores[near], y[near]))

    x, y, w = claims.of(CONFLICT), (claims.relations == "conflict").astype(float), claims.weights
    conflict = fit(x, y, w).round(3)
    ours, theirs = probability(claims.of(SAME), same), unseen(x, y, w, claims.folds)
    tell("conflict: average precision, unseen topics", average_precision(theirs, y), float(y.mean()))
    parts = list(chosen_unseen(ours, theirs, claims.relations, claims.folds))
    of = f1(np.array([next(filter(None, found)) for found in zip(*parts, strict=True)]), claims.relations)
    tell("macro F1, unseen topics", sum(of.values()) / len(of), *of.values())
    thresholds = choose(ours, theirs, claims.relations)
    of = f1(relation(ours, probability(x, conflict), thresholds), claims.relations)
    tell("macro F1, as fitted", sum(of.values()) / len(of), *of.values())
    found = {
        "same": described(sys.argv[1], sentences, SAME, same, thresholds[0]),
        "conflict": described(sys.argv[2], claims, CONFLICT, conflict, thresholds[1]),
    }
    json.dump(found, sys.stdout, indent=1)


def described(path: str, sample: Sample, features: Sequence[str], b: np.ndarray, threshold: float) -> dict[str, object]:
    """A model as `weights.json` keeps it."""
    file = Path(path)
    return {
        "provenance": f"tools/fit_texts.py: L2-regularised logistic regression (strength {STRENGTH:g}) on {len(sample.topics):,} pairs "
        f"of {file.parent.name}/{file.name}, a topic weighed by the root of its pairs; threshold by macro F1 on unseen topics",
        "weights": dict(zip(features, b.tolist(), strict=False)),
        "bias": float(b[-1]),
        "threshold": round(threshold, 2),
    }


def tell(what: str, *figures: float) -> None:
    """Print figures for the reader, not into the weights."""
    print(what, *(f"{x:.3f}" for x in figures), file=sys.stderr)


if __name__ == "__main__":
    main()
