"""Which claims a reader understands by themselves, and which only bring someone's words in."""

from __future__ import annotations

from collections import defaultdict

from rashomon.records import Attribution, Claim, Collation

_LEANS_ON_A_CLAUSE = frozenset({"who", "whom", "whose", "which", "that", "when", "while", "where", "as", "if", "to"})
"""First words of a clause that is not understood without the one it belongs to."""


def is_fragment(claim: Claim) -> bool:
    """Whether a claim says something only within its sentence: "the second collision", "when it sank", "dated October 9"."""
    words = claim.text.split()
    return claim.nominal or len(words) < 2 or words[0].lower() in _LEANS_ON_A_CLAUSE or _lacks_subject(claim)


def frames(collation: Collation) -> frozenset[str]:
    """Ids of the claims that only bring speech in ("she told reporters"): what was said stands outside them, and is told as
    what it is among those who said what."""
    cues: dict[str, list[Attribution]] = defaultdict(list)
    for w in collation.witnesses:
        cues[w.article.id].extend(w.annotation.attributions)
    return frozenset(c.id for c in collation.claims if any(_brings_in(c, a) for a in cues[c.span.article]))


def _brings_in(claim: Claim, said: Attribution) -> bool:
    by_cue = any(claim.trigger.overlaps(cue) for cue in said.cue)
    return by_cue and bool(said.content) and not any(claim.span.overlaps(piece) for piece in said.content)


def _lacks_subject(claim: Claim) -> bool:
    return bool(claim.roles) and not any(claim.span.start <= r.span.start < claim.trigger.start for r in claim.roles)
