"""How much: a part in one report, the whole in another."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.kinship import OF_ONE_FACT, same_parties
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.wording import happening
from rashomon.collate.compare.words import words
from rashomon.records import Claim, Sentence, Span, Token
from rashomon.records.collation import Severity

ALIKE = 0.42
"""Likeness below which two claims are not known to be of one thing."""
SURE = 0.5


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Kindred claims of which one speaks of a part: against a whole, or against what is stated without limit."""
    for k in evidence.kinship.alike(min(ALIKE, OF_ONE_FACT)):
        if k.a.polarity != k.b.polarity or not (k.aligned or k.likeness >= ALIKE):
            continue
        a, b = degree(k.a, evidence), degree(k.b, evidence)
        one_noun = a[2] == b[2] != ""
        if (
            a[0] != b[0]
            and "part" in (a[0], b[0])
            and (one_noun or ("" not in (a[0], b[0]) and same_parties(k, evidence)))
        ):
            severity: Severity = "medium" if "whole" in (a[0], b[0]) and k.likeness >= SURE else "soft"
            yield Finding(
                kind="extent",
                severity=severity,
                sides=(side(a[1], a[0] or "without limit", k.a), side(b[1], b[0] or "without limit", k.b)),
                topic=happening(k.a, evidence),
            )


def degree(claim: Claim, evidence: Evidence) -> tuple[str, Span, str]:
    """ "part", "whole", or "" for a claim that sets no limit, the words that show it, and the root of the noun they limit.

    The words must belong to the predicate or to what it is done to.
    """
    sentence = evidence.sentence(claim.trigger)
    objects = [r for r in claim.roles if r.role in {"patient", "attribute", "topic"}]
    plain = claim.trigger.cover(objects[0].span) if objects else claim.span
    for t in sentence.tokens if sentence else ():
        key = next((key for key in ("part", "whole") if t.lower in words("extent", key)), None)
        inside = any(o.span.start <= t.start < o.span.end for o in objects) or (
            sentence and sentence.head(t).start == claim.trigger.start
        )
        if key and inside and sentence and not _is_loose(t, sentence):
            head = sentence.head(t)
            if head.pos in {"NOUN", "PROPN"}:
                return key, sentence.span_of((t, head)), root(head.lemma.lower())
            return key, sentence.span_of((t,)), ""
    return "", plain, root(objects[0].head.lower()) if objects else ""


def _is_loose(t: Token, sentence: Sentence) -> bool:
    """Whether the word sets no limit after all: "some time", "the part about the harbour"."""
    if t.lower == "some":
        return sentence.head(t).tag in {"NN", "NNP"}
    return (
        t.pos == "NOUN" and t.dep not in {"nmod", "compound"} and not any(c.lower == "of" for c in sentence.children(t))
    )
