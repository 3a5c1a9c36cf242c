"""A pair of claims beside its rivals: is each the other's best match in its article, and by how much?

Likeness alone joins every two clauses about one topic; that no other clause fits better is evidence of its own. Only the two
articles of a pair are looked at, so that a third changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import log

from rashomon.collate.align.cluster import Pair

_EDGE = 1e-6
RIVALS = (
    "likeness", "best for one", "best for both", "nearness of rank", "lead over the next", "candidates",
)  # fmt: skip


def rival_features(likeness: Mapping[Pair, float], home: Mapping[str, str]) -> dict[Pair, list[float]]:
    """The features named in `RIVALS` for every pair. `home`: claim id to its article."""
    rows: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for (a, b), x in likeness.items():
        rows[a, home[b]].append((-x, b))
        rows[b, home[a]].append((-x, a))
    rank: dict[tuple[str, str], int] = {}
    for (a, _), row in rows.items():
        row.sort()
        rank.update({(a, b): i for i, (_, b) in enumerate(row)})
    return {
        (a, b): _features(x, rank[a, b], rank[b, a], rows[a, home[b]], rows[b, home[a]])
        for (a, b), x in likeness.items()
    }


def _features(
    x: float, ours: int, theirs: int, row: list[tuple[float, str]], column: list[tuple[float, str]]
) -> list[float]:
    bounded = min(max(x, _EDGE), 1 - _EDGE)
    return [
        log(bounded / (1 - bounded)),
        float(ours == 0) + float(theirs == 0),
        float(ours == 0 and theirs == 0),
        1 / (1 + ours) + 1 / (1 + theirs),
        min(x - _next(row, ours), x - _next(column, theirs)),
        log(1 + len(row)) + log(1 + len(column)),
    ]


def _next(row: list[tuple[float, str]], rank: int) -> float:
    """The likeness of the best rival: the second for the best, the best for all others."""
    if rank == 0:
        return -row[1][0] if len(row) > 1 else 0.0
    return -row[0][0]
