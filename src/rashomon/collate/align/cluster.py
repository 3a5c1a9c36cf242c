"""Clustering that prefers to keep apart: average linkage over scored pairs, and pairs that must never meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Pair = tuple[str, str]


def cluster(
    items: list[str], scores: Mapping[Pair, float], apart: Callable[[str, str], bool], threshold: float
) -> list[list[str]]:
    """Clusters of `items`; two join while the mean score of the pairs across them reaches `threshold`, best pairs first.

    `scores` holds the pairs worth a look, each once with the lesser id first; an absent pair scores 0. The outcome does not
    depend on the order of `items`.
    """
    members: dict[str, list[str]] = {i: [i] for i in sorted(items)}
    links: dict[str, dict[str, float]] = {i: {} for i in members}
    for (a, b), s in scores.items():
        links[a][b] = links[b][a] = s
    while True:
        best = _best(links, members, threshold)
        if best is None:
            break
        a, b = best
        if any(apart(x, y) for x in members[a] for y in members[b]):
            del links[a][b], links[b][a]
            continue
        _merge(a, b, members, links)
    return sorted(sorted(m) for m in members.values())


def _best(links: dict[str, dict[str, float]], members: dict[str, list[str]], threshold: float) -> Pair | None:
    """The two clusters with the highest mean score; of equals the first by id."""
    found: tuple[float, str, str] | None = None
    for a, row in links.items():
        for b, total in row.items():
            if a < b:
                mean = total / (len(members[a]) * len(members[b]))
                if mean >= threshold and (found is None or (-mean, a, b) < found):
                    found = (-mean, a, b)
    return found[1:] if found else None


def _merge(a: str, b: str, members: dict[str, list[str]], links: dict[str, dict[str, float]]) -> None:
    members[a] = sorted(members[a] + members.pop(b))
    for c, total in links.pop(b).items():
        del links[c][b]
        if c != a:
            links[a][c] = links[c][a] = links[a].get(c, 0.0) + total
