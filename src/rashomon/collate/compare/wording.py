"""Words for notes: who has it, and what it says there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.collate.compare.evidence import Evidence
from rashomon.lexicon import is_function_word
from rashomon.records import Claim, Side, Span

_PART_NAMES = {"headline": "headline", "standfirst": "standfirst", "caption": "caption"}
_LONGEST = 90


def witness_of(span: Span, evidence: Evidence) -> str:
    """ "A", or "A's caption" for words that stand apart from the body."""
    part = _PART_NAMES.get(evidence.part(span))
    siglum = evidence.siglum(span.article)
    return f"{siglum}'s {part}" if part else siglum


def holders(sides: Sequence[Side], evidence: Evidence) -> list[str]:
    """Who has each side, so that two sides in one article are told apart ("A's caption", "its body")."""
    named: list[str] = []
    for s in sides:
        name = witness_of(s.span, evidence)
        siglum = evidence.siglum(s.span.article)
        if named and name == siglum and any(n == siglum or n.startswith(f"{siglum}'s ") for n in named):
            name = "its body" if named[-1].startswith(f"{siglum}'s ") else "the same report"
        named.append(name)
    return named


def joined(words: Sequence[str], last: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def snippet(span: Span, evidence: Evidence) -> str:
    """The words of a span on one line, shortened at a word's end, without the marks and commas at its edges."""
    words = re.sub(r"\s+", " ", evidence.text(span)).strip(' ,;:-–—"“”').removeprefix("that ")
    if len(words) <= _LONGEST:
        return words
    return words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def speaker_name(source: str, evidence: Evidence) -> str:
    """A source as a reader knows it: the entity's name where the source is an entity."""
    return evidence.entity_name(source) or source


def happening(claim: Claim, evidence: Evidence) -> str:
    """What a claim is about in a few words: who or what, as its own text has it, or the noun that names the event."""
    if claim.nominal:
        return f"the {evidence.text(claim.trigger)}"
    for name in ("patient", "agent"):
        for r in claim.roles:
            words = snippet(r.span, evidence)
            if r.role == name and not is_function_word(words):
                return words
    return ""
