"""The same words in another mouth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.quotation import Wording, is_cut_of, wordings
from rashomon.collate.compare.wording import kernel, names_overlap
from rashomon.lexicon import is_function_word
from rashomon.records import Voice

TELLING = 3
"""Content words that two quotations must share to be known as the same words."""


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Quotations of the same words, and facts, that two reports have from two speakers."""
    for a, b in combinations(wordings(evidence), 2):
        if a.quote.span.article != b.quote.span.article and _same_words(a, b) and _two_speakers(a, b, evidence):
            yield Finding(
                kind="attribution",
                severity="medium",
                sides=tuple(
                    side(w.quote.span, evidence.text(w.quote.span), source=w.quote.entity or "") for w in (a, b)
                ),
            )
    yield from _informants(evidence)


def _informants(evidence: Evidence) -> Iterator[Finding]:
    """One fact that each of two reports has from one person or body, and not from the same."""
    taken: set[tuple[str, str]] = set()
    for k in evidence.kinship.told_twice():
        ends = ((k.a.id, k.b.span.article), (k.b.id, k.a.span.article))
        a, b = k.a.voice, k.b.voice
        if taken.intersection(ends) or a.quoted or b.quoted or k.a.nominal or k.b.nominal:
            continue
        taken.update(ends)
        if _telling(a, evidence) and _telling(b, evidence) and _apart(a, b, evidence):
            yield Finding(
                kind="attribution",
                severity="soft",
                sides=tuple(side(kernel(c, evidence), c.text, c) for c in (k.a, k.b)),
            )


def _telling(v: Voice, evidence: Evidence) -> bool:
    """Whether a voice is someone in particular: a person by name, or somebody unnamed of whom more is said than a bare word."""
    if v.entity is None or not v.name:
        return False
    if evidence.is_anonymous(v.entity):
        return sum(not is_function_word(w) for w in v.name.split()) > 1
    return evidence.entity_type(v.entity) == "PERSON"


def _apart(a: Voice, b: Voice, evidence: Evidence) -> bool:
    """Whether neither can be the other, nor have told the other."""
    links = {r.entity for r in (*a.relay, *b.relay)}
    if a.entity == b.entity or {a.entity, b.entity} & links:
        return False
    ours, theirs = ({w for w in v.name.lower().split() if not is_function_word(w)} for v in (a, b))
    return not ours & theirs and not names_overlap(a.entity or "", b.entity or "", evidence)


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
