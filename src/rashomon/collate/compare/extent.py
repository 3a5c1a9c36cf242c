"""How much: a part in one report, the whole in another."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import same_parties
from rashomon.collate.compare.wording import happening
from rashomon.collate.compare.words import words
from rashomon.records import Claim, Span
from rashomon.records.collation import Severity

ALIKE = 0.42
"""Likeness below which two claims are not known to be of one thing."""
SURE = 0.5


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Kindred claims of which one speaks of a part: against a whole, or against what is stated without limit."""
    for k in evidence.kinship.alike(ALIKE):
        if k.a.polarity != k.b.polarity or not same_parties(k, evidence):
            continue
        a, b = degree(k.a, evidence), degree(k.b, evidence)
        if a[0] != b[0] and "part" in (a[0], b[0]):
            severity: Severity = "medium" if "whole" in (a[0], b[0]) and k.likeness >= SURE else "soft"
            yield Finding(
                kind="extent",
                severity=severity,
                sides=(side(a[1], a[0] or "without limit", k.a), side(b[1], b[0] or "without limit", k.b)),
                topic=happening(k.a, evidence),
            )


def degree(claim: Claim, evidence: Evidence) -> tuple[str, Span]:
    """ "part", "whole", or "" for a claim that sets no limit, and the words that show it.

    The words must belong to the predicate or to what it is done to.
    """
    sentence = evidence.sentence(claim.trigger)
    objects = [r.span for r in claim.roles if r.role in {"patient", "attribute", "topic"}]
    plain = claim.trigger.cover(objects[0]) if objects else claim.span
    for t in sentence.tokens if sentence else ():
        key = next((key for key in ("part", "whole") if t.lower in words("extent", key)), None)
        inside = any(o.start <= t.start < o.end for o in objects) or (
            sentence and sentence.head(t).start == claim.trigger.start
        )
        if key and inside and sentence:
            head = sentence.head(t)
            return key, sentence.span_of((t, head)) if head.pos in {"NOUN", "PROPN"} else sentence.span_of((t,))
    return "", plain
