"""How a vote went: "nine to six" in one report, "9-5" in another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.strangers import elsewhere
from rashomon.collate.compare.words import words
from rashomon.records import Quantity, Sentence, Span

_BETWEEN = re.compile(r"(?: votes?)?(?: to |-to-|[-–])\Z")


@dataclass(frozen=True, slots=True)
class Tally:
    """The votes for and against, where they stand, and the sentence."""

    votes: tuple[float, float]
    span: Span
    sentence: Sentence


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Two results with one of their numbers in common, neither of which the other report has too.

    Hard where each report tells of one vote only: of several, two may differ and both be right.
    """
    told = {w.article.id: list(_tallies(evidence, w.article.id)) for w in evidence.witnesses}
    for one, other in combinations(sorted(told), 2):
        ours, theirs = ({frozenset(t.votes) for t in told[x]} for x in (one, other))
        for a in told[one]:
            b = next((b for b in told[other] if _of_one_vote(a, b, evidence)), None)
            if b is not None and frozenset(a.votes) not in theirs and frozenset(b.votes) not in ours:
                yield Finding(
                    kind="number",
                    severity="hard" if len(ours) == len(theirs) == 1 else "medium",
                    sides=tuple(side(t.span, evidence.text(t.span)) for t in (a, b)),
                )


def _of_one_vote(a: Tally, b: Tally, evidence: Evidence) -> bool:
    """Whether one of the two numbers is the same in both, in the same place, and nothing sets the votes apart."""
    one_shared = sum(x == y for x, y in zip(a.votes, b.votes, strict=True)) == 1
    return one_shared and not elsewhere(a.sentence, b.sentence, evidence)


def _tallies(evidence: Evidence, article: str) -> Iterator[Tally]:
    """The pairs of counts in sentences that speak of voting; a month or a year there tells of an earlier vote."""
    text = evidence.by_article[article].article.text
    own = [q for q in evidence.quantities if q.span.article == article and _is_count(q)]
    for x, y in pairwise(sorted(own, key=lambda q: q.span.start)):
        sentence = evidence.sentence(x.span)
        if sentence is None or evidence.months_in(sentence) or not _BETWEEN.match(text[x.span.end : y.span.start]):
            continue
        if any(t.lemma.lower() in words("tally", "voting") for t in sentence.tokens):
            yield Tally((x.interval.low or 0.0, y.interval.low or 0.0), x.span.cover(y.span), sentence)


def _is_count(q: Quantity) -> bool:
    return not q.unit and q.interval.low is not None and q.interval.low == q.interval.high
