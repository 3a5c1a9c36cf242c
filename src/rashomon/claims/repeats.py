"""Sentences that an article prints over and over: a template's line, a page scraped many times, noise.

A statement gains nothing by being printed a hundredth time, and all that compares claims pairwise would pay for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.records import Annotation, Sentence

MOST_PRINTINGS = 3
"""As often as a statement may stand word for word in a report: its headline, a caption or pulled quotation, and the text."""


def printed_before(sentences: Sequence[Sentence]) -> frozenset[int]:
    """The indices of the sentences of one article whose very words stand `MOST_PRINTINGS` times before them."""
    count: Counter[tuple[str, ...]] = Counter()
    found = []
    for s in sentences:
        words = tuple(t.text for t in s.tokens)
        count[words] += 1
        if count[words] > MOST_PRINTINGS:
            found.append(s.index)
    return frozenset(found)


def note_on_repeats(annotation: Annotation, siglum: str) -> str | None:
    """What a reader should know of an article that repeats itself so; None for any other."""
    left = len(printed_before(annotation.sentences))
    if not left:
        return None
    return (
        f"{siglum} prints the same sentences many times over: no claim is read from {left:,} of its"
        f" {len(annotation.sentences):,} sentences, each of which stands {MOST_PRINTINGS} times before."
    )
