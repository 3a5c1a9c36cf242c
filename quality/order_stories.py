"""How much the order of arrival decides: streams shuffled, adjusted Rand index between the stories that each order gives.

    python -m quality.order_stories FILE [ORDERS]

FILE is JSONL of articles (or .jsonl.gz). The first order is that of days, the others are random with fixed seeds. Articles come one
by one, nothing is known of those to come and nothing is grouped again at the end. Prints one line of JSON.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import comb

from rashomon.ingest import read_inputs
from rashomon.stories import Profile, Stream, profile_of


def stories_of(profiles: Sequence[Profile]) -> dict[str, str]:
    """Article to story, as the stream has them at the end."""
    stream, where = Stream(), dict[str, str]()
    for profile in profiles:
        placed = stream.add(profile)
        where[profile.article] = placed.story
        where |= dict(placed.moved)
    return where


def adjusted_rand(one: Mapping[str, str], other: Mapping[str, str]) -> float:
    """1 for the same groups, about 0 for groups by chance (Hubert and Arabie 1985)."""

    def pairs(labels: Sequence[object]) -> int:
        return sum(comb(n, 2) for n in Counter(labels).values())

    both = pairs([(one[a], other[a]) for a in one])
    first, second = pairs(list(one.values())), pairs(list(other.values()))
    chance = first * second / comb(len(one), 2)
    most = (first + second) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0


def measure(path: str, orders: int) -> dict[str, float]:
    """The least and the mean index over all pairs of orders."""
    profiles = [profile_of(a) for a in read_inputs([path]).articles]
    found = [stories_of(sorted(profiles, key=lambda p: (not p.day, p.day, p.article)))]
    for seed in range(orders - 1):
        found.append(stories_of(random.Random(seed).sample(profiles, len(profiles))))
    indices = [adjusted_rand(a, b) for a, b in combinations(found, 2)]
    return {"articles": len(profiles), "orders": orders, "least": round(min(indices), 4), "mean": round(sum(indices) / len(indices), 4)}  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3)))
