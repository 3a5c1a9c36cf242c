"""Learn the weights of claim alignment from groups of reports with gold facts, and print them as JSON.

    python tools/fit_alignment.py GROUP… > facts.json

A GROUP is a folder with .txt reports and a gold.json: {"facts": [{"id", "statements": [{"article", "start", "end"}]}]}, `article`
the stem of a report's file name or a key of "articles", whose "file" is that name. Pairs of claims from two reports that both fall on
gold statements are the sample, and, with less weight, those of which only one does: the gold lists all statements of its
facts, so these are of two. Several claims fall on one statement, and not all of them say what it says: a pair of one fact counts
in full if it is among the best that its two statements have (by the likeness of models that had not seen the group, and by how
closely the claims fit), else little. The rivals' weights are learnt on likenesses from models that had not seen the group. The threshold is the least at which, over all groups,
each scored by models that had not seen it, PRECISION of the pairs put together of which one claim falls on a gold statement are right.

With the extra `paraphrase` installed these are the weights of "facts with vectors", without it those of "facts".
"""

from __future__ import annotations

import json
import sys
from collections.abc import Set
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np

from rashomon.app.assemble import collate_inputs, encoder, ingest
from rashomon.collate.align import candidates, joined, named_people, views_to_align
from rashomon.collate.align.apart import contradict
from rashomon.collate.align.likeness import FEATURES, features
from rashomon.collate.align.rivals import RIVALS, rival_features
from rashomon.collate.align.view import View

STRENGTH = 1.0
LEAST = 0.1
WEAK = 0.6
BEST = 2
ROUNDS = 2
PRECISION = 0.65
THRESHOLDS = [t / 100 for t in range(16, 62, 2)]


@dataclass
class Group:
    """All candidate pairs of a group: features, label (-1 unknown) and weight of each.

    `statements`: for every two statements of one fact, the pairs that fall on them; `fits`: how closely each claim fits the facts.
    """

    pairs: list[tuple[str, str]]
    views: dict[str, View]
    values: np.ndarray
    labels: np.ndarray
    weights: np.ndarray
    statements: list[list[int]]
    fits: dict[str, dict[str, float]]
    people: Set[str]


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """L2-regularised logistic regression by Newton's method; the last coefficient is the bias."""
    x = np.hstack([x, np.ones((len(x), 1))])
    b = np.zeros(x.shape[1])
    ridge = np.eye(len(b)) * STRENGTH
    ridge[-1, -1] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ b))
        b -= np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + ridge, x.T @ (w * (p - y)) + ridge @ b)
    return b


def load(folder: Path) -> Group:
    """The pairs of one group with their labels."""
    facts, names = read_gold(folder)
    collation = collate_inputs(ingest([str(p) for p in sorted(folder.glob("*.txt"))]))
    stems = {w.article.id: names[Path(w.article.input).stem] for w in collation.witnesses}
    views = views_to_align(collation.claims, collation.witnesses, encoder())
    fits = {i: fit_of(v, stems, facts) for i, v in views.items()}
    pairs = [p for p in candidates(views) if not views[p[0]].claim.span.overlaps(views[p[1]].claim.span)]
    labels, weights = [], []
    for a, b in pairs:
        across = views[a].claim.span.article != views[b].claim.span.article
        both = set(fits[a]) & set(fits[b])
        labels.append(int(bool(both)) if across and (fits[a] or fits[b]) else -1)
        weights.append(
            max([LEAST, *(fits[a][f] * fits[b][f] for f in both)]) if both else 1.0 if fits[a] and fits[b] else WEAK
        )
    values = np.array([features(views[a], views[b]) for a, b in pairs])
    on = _on_statements(pairs, views, stems, facts)
    people = named_people(collation.witnesses)
    return Group(pairs, views, values, np.array(labels), np.array(weights), on, fits, people)


def read_gold(folder: Path) -> tuple[list[dict], dict[str, str]]:
    """The facts of a group, and what its statements call each report by the stem of its file."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles = gold["articles"]
    if isinstance(articles, dict):
        names = {Path(a["file"]).stem: key for key, a in articles.items()}
    else:
        names = {k: k for a in articles for k in [a if isinstance(a, str) else a["id"]]}
    facts = [
        {"id": f["id"], "statements": [{"article": s["article"], **s, **s.get("span", {})} for s in f["statements"]]}
        for f in gold.get("facts", gold.get("facts_aligned"))
    ]
    return facts, names


def _on_statements(
    pairs: list[tuple[str, str]], views: dict[str, View], stems: dict[str, str], facts: list[dict]
) -> list:
    place = {p: i for i, p in enumerate(pairs)}
    found = []
    for fact in facts:
        on = [
            (s["article"], [i for i, v in views.items() if fit_of(v, stems, [{"id": "", "statements": [s]}])])
            for s in fact["statements"]
        ]
        for (x, ours), (y, theirs) in combinations(on, 2):
            if x != y:
                keys = {(min(a, b), max(a, b)) for a in ours for b in theirs}
                found.append(sorted(place[k] for k in keys & place.keys()))
    return found


def fit_of(view: View, stems: dict[str, str], facts: list[dict]) -> dict[str, float]:
    """How closely a claim fits the statements of each fact that it falls on."""
    span, found = view.claim.span, {}
    for fact in facts:
        for s in fact["statements"]:
            shared = min(span.end, s["end"]) - max(span.start, s["start"])
            length = s["end"] - s["start"]
            near = s["article"] == stems[span.article] and 2 * shared >= min(len(span), length)
            if near and len(span) <= max(250, 3 * length):
                found[fact["id"]] = max(found.get(fact["id"], 0.0), shared / max(len(span), length))
    return found


def rivals(group: Group, alike: np.ndarray) -> Group:
    """The same pairs with the features of the second stage."""
    likeness = likeness_of(group, alike)
    home = {i: v.claim.span.article for i, v in group.views.items()}
    found = rival_features({p: float(x) for p, x in zip(group.pairs, likeness, strict=True)}, home)
    return replace(group, values=np.array([found[p] for p in group.pairs]), statements=[])


def likeness_of(group: Group, alike: np.ndarray) -> np.ndarray:
    """The probability of every pair under the coefficients `alike`."""
    return 1 / (1 + np.exp(-(group.values @ alike[:-1] + alike[-1])))


def best_of_statements(group: Group, alike: np.ndarray, closeness: np.ndarray) -> Group:
    """The same pairs, weighed by whether they are among the best of two statements."""
    likeness = likeness_of(group, alike) * closeness
    weights = np.where(group.labels == 1, LEAST, group.weights)
    for on in group.statements:
        for i in sorted(on, key=lambda i: (-likeness[i], i))[:BEST]:
            weights[i] = 1.0
    return replace(group, weights=weights)


def learn(groups: list[Group]) -> np.ndarray:
    """The coefficients over all labelled pairs of `groups`."""
    known = [g.labels >= 0 for g in groups]
    return fit(
        np.vstack([g.values[k] for g, k in zip(groups, known, strict=True)]),
        np.concatenate([g.labels[k] for g, k in zip(groups, known, strict=True)]).astype(float),
        np.concatenate([g.weights[k] for g, k in zip(groups, known, strict=True)]),
    )


def judged(group: Group, scores: np.ndarray, threshold: float) -> np.ndarray:
    """How many pairs of claims of two reports are put together: of one fact, and of two (one of them on a gold statement at least)."""

    def apart(a: str, b: str) -> bool:
        return contradict(group.views[a], group.views[b], group.people)

    home = {i: v.claim.span.article for i, v in group.views.items()}
    linked = {p: float(x) for p, x in zip(group.pairs, scores, strict=True) if x > 0.02}
    found = np.zeros(2)
    for ids in joined(linked, home, apart, threshold):
        for a, b in combinations(ids, 2):
            if home[a] != home[b] and (group.fits[a] or group.fits[b]):
                found += [1, 0] if group.fits[a].keys() & group.fits[b].keys() else [0, 1]
    return found


def choose_threshold(second: list[Group]) -> float:
    """The threshold, each group scored by a model that had not seen it."""
    scores = []
    for g in second:
        model = learn([o for o in second if o is not g])
        scores.append(likeness_of(g, model))
    for t in THRESHOLDS:
        right, wrong = sum(judged(g, s, t) for g, s in zip(second, scores, strict=True))
        print(f"threshold {t}: {right:.0f} right, {wrong:.0f} wrong", file=sys.stderr)
        if right >= PRECISION * (right + wrong):
            return t
    return THRESHOLDS[-1]


def main() -> None:
    """Fit on the folders named on the command line."""
    groups = [load(Path(f)) for f in sys.argv[1:]]
    closeness = [g.weights for g in groups]
    for _ in range(ROUNDS):
        seen = [learn([o for o in groups if o is not g]) for g in groups]
        groups = [best_of_statements(g, m, c) for g, m, c in zip(groups, seen, closeness, strict=True)]
    second = [rivals(g, learn([o for o in groups if o is not g])) for g in groups]
    second = [replace(g, weights=c) for g, c in zip(second, closeness, strict=True)]
    alike, beside = learn(groups).round(3).tolist(), learn(second).round(3).tolist()
    found = {
        "weights": dict(zip(FEATURES, alike, strict=False)),
        "bias": alike[-1],
        "threshold": choose_threshold(second),
        "rivals": {"weights": dict(zip(RIVALS, beside, strict=False)), "bias": beside[-1]},
    }
    json.dump(found, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
