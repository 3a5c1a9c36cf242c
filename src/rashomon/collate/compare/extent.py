"""How much: a part in one report, the whole in another."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.wording import happening
from rashomon.collate.compare.words import words
from rashomon.records import Claim
from rashomon.records.collation import Severity

ALIKE = 0.42


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Kindred claims of which one speaks of a part: against a whole, or against what is stated without limit."""
    for k in evidence.closest:
        if k.likeness < ALIKE or k.predicates != "same" or k.a.polarity != k.b.polarity:
            continue
        a, b = degree(k.a, evidence), degree(k.b, evidence)
        if a != b and "part" in (a, b):
            severity: Severity = "medium" if "whole" in (a, b) and k.likeness >= 0.5 else "soft"
            yield Finding(
                kind="extent",
                severity=severity,
                sides=(side(k.a.span, a or "without limit", k.a), side(k.b.span, b or "without limit", k.b)),
                topic=happening(k.a, evidence),
            )


def degree(claim: Claim, evidence: Evidence) -> str:
    """ "part", "whole", or "" for a claim that sets no limit; the words must belong to the predicate or its object."""
    sentence = evidence.sentence(claim.trigger)
    if sentence is None:
        return ""
    objects = [r.span for r in claim.roles if r.role in {"patient", "attribute", "topic"}]
    lowered = {
        t.lower
        for t in sentence.tokens
        if t.dep in {"det", "amod", "advmod", "predet", "nsubj", "nsubjpass", "dobj", "pobj", "attr", "ROOT"}
        and (any(o.start <= t.start < o.end for o in objects) or sentence.head(t).start == claim.trigger.start)
    }
    if lowered & words("extent", "part"):
        return "part"
    return "whole" if lowered & words("extent", "whole") else ""
