"""What every other witness has and one lacks."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.records import Claim

FEWEST = 3
"""With fewer other witnesses a lack is no pattern."""


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Facts that all witnesses but one state; the sides are those who do, the topic is the one who does not."""
    for f in evidence.facts:
        lacking = [w for w in evidence.witnesses if w.article.id not in f.witnesses]
        if len(lacking) != 1 or len(f.witnesses) < FEWEST:
            continue
        first: dict[str, Claim] = {}
        for c in (evidence.claim[i] for i in f.claims if i in evidence.claim):
            first.setdefault(c.span.article, c)
        if len(first) >= FEWEST:
            yield Finding(
                kind="omission",
                severity="soft",
                sides=tuple(side(c.span, "told", c) for c in first.values()),
                topic=lacking[0].siglum,
            )
