"""The same words in another mouth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.quotation import Wording, is_cut_of, wordings
from rashomon.collate.compare.wording import names_overlap
from rashomon.lexicon import is_function_word

TELLING = 3
"""Content words that two quotations must share to be known as the same words."""


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Quotations of the same words that two reports give to two speakers."""
    for a, b in combinations(wordings(evidence), 2):
        if a.quote.span.article != b.quote.span.article and _same_words(a, b) and _two_speakers(a, b, evidence):
            yield Finding(
                kind="attribution",
                severity="medium",
                sides=tuple(
                    side(w.quote.span, evidence.text(w.quote.span), source=w.quote.entity or "") for w in (a, b)
                ),
            )


def _same_words(a: Wording, b: Wording) -> bool:
    short, full = sorted((a.words, b.words), key=len)
    return sum(not is_function_word(w) for w in short) >= TELLING and is_cut_of(short, full)


def _two_speakers(a: Wording, b: Wording, evidence: Evidence) -> bool:
    """Someone named in both, and not the same. "An official" may be the very one whom the other report names."""
    one, other = a.quote.entity, b.quote.entity
    if one is None or other is None:
        return False
    return (
        one != other
        and not names_overlap(one, other, evidence)
        and not evidence.is_anonymous(one)
        and not evidence.is_anonymous(other)
    )
