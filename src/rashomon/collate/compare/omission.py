"""What every other witness has and one lacks."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.records import Claim, Witness

FEWEST = 3
"""With fewer other witnesses a lack is no pattern."""


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Facts that all witnesses but one state; the sides are those who do, the topic is the one who does not."""
    for f in evidence.facts:
        lacking = [w for w in evidence.witnesses if w.article.id not in f.witnesses]
        if len(lacking) != 1 or len(f.witnesses) < FEWEST:
            continue
        if any(_has(lacking[0], evidence.claim[c], evidence) for c in f.claims if c in evidence.claim):
            continue
        first: dict[str, Claim] = {}
        for c in (evidence.claim[i] for i in f.claims if i in evidence.claim):
            if evidence.is_told(c) and c.tense:
                first.setdefault(c.span.article, c)
        if len(first) >= FEWEST:
            yield Finding(
                kind="omission",
                severity="soft",
                sides=tuple(side(c.span, "told", c) for c in first.values()),
                topic=lacking[0].siglum,
            )


def _has(witness: Witness, claim: Claim, evidence: Evidence) -> bool:
    """Whether the report says at least half of the claim in some sentence after all, however it was aligned."""
    keys = evidence.kinship.keys(claim)
    total = sum(keys.values())
    return any(
        2 * sum(weight for key, weight in keys.items() if key in said) >= total
        for said in evidence.keys_of_sentences(witness.article.id)
    )
