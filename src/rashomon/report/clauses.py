"""Which claims only bring someone's words in."""

from __future__ import annotations

from collections import defaultdict

from rashomon.records import Attribution, Claim, Collation


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
