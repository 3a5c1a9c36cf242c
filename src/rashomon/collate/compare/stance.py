"""Two reports or speakers on what someone wants: ready in one, unwilling in the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.collate.compare.arguments import one_object
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import Key
from rashomon.collate.compare.wording import denial
from rashomon.collate.compare.words import words
from rashomon.lexicon import are_opposed
from rashomon.records import Claim
from rashomon.records.collation import Severity


@dataclass(frozen=True, slots=True)
class Attitude:
    """A claim that someone is ready (or, not `willing`, unready) for something."""

    claim: Claim
    willing: bool
    holders: frozenset[str]
    topic: frozenset[Key]


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of opposite attitudes of one holder, in two reports: by words that exclude each other, or on one topic."""
    for a, b in combinations(_attitudes(evidence), 2):
        if a.claim.span.article == b.claim.span.article or a.willing == b.willing or not a.holders & b.holders:
            continue
        if evidence.is_earlier(a.claim) != evidence.is_earlier(b.claim):
            continue
        severity = _severity(a, b)
        if severity and one_object(a.claim, b.claim, evidence):
            yield Finding(
                kind="stance",
                severity=severity,
                sides=tuple(
                    side(denial(x.claim, evidence), "willing" if x.willing else "unwilling", x.claim) for x in (a, b)
                ),
            )


def _severity(a: Attitude, b: Attitude) -> Severity | None:
    """Hard where the very words exclude each other ("interested", "uninterested"), soft where only the topic is shared."""
    outright = a.claim.modality == b.claim.modality == "asserted"
    if any(are_opposed(a.claim.predicate, b.claim.predicate, pos) for pos in ("a", "v")):
        return "hard" if outright and _one_time(a.claim, b.claim) else "medium"
    return "soft" if a.topic & b.topic else None


def _one_time(a: Claim, b: Claim) -> bool:
    return a.tense == b.tense != ""


def _attitudes(evidence: Evidence) -> list[Attitude]:
    found = []
    for c in evidence.claims:
        predicate = c.predicate.replace(" ", "_")
        ready, unready = predicate in words("attitude", "willing"), predicate in words("attitude", "unwilling")
        agents = [r for r in c.roles if r.role == "agent"]
        if not (ready or unready) or not agents or c.nominal or c.modality == "conditional":
            continue
        holders = frozenset().union(*(evidence.entities_in(r.span) | {r.entity or ""} for r in agents)) - {""}
        topic = frozenset(k for k in evidence.kinship.keys(c) if k[1] not in holders and k[1] != c.predicate)
        found.append(Attitude(c, ready == (c.polarity == "positive"), holders, topic))
    return found
