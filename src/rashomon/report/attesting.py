"""Which claims of a fact bear one another out. A fact may hold claims that differ; those must not be shown as agreeing."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations

from rashomon.records import Claim, Collation, Fact, Side

_SAYS_NOTHING_AGAINST = frozenset({"attribution", "omission"})
"""Kinds of difference whose sides still state the same thing."""


class Attestations:
    """The claims of a collation, who stands against whom, and who gives the same utterance in other words."""

    def __init__(self, collation: Collation) -> None:
        self._claims = {c.id: c for c in collation.claims}
        self._in_article: dict[str, list[Claim]] = defaultdict(list)
        for c in collation.claims:
            self._in_article[c.span.article].append(c)
        self._against: dict[str, set[str]] = defaultdict(set)
        self._reworded: dict[str, set[str]] = defaultdict(set)
        for d in collation.differences:
            if d.kind not in _SAYS_NOTHING_AGAINST:
                table = self._reworded if d.kind == "quotation" else self._against
                for one, other in permutations(d.sides, 2):
                    if one.value != other.value:
                        for claim in self._of(one):
                            table[claim].update(self._of(other))

    def claims(self, fact: Fact) -> tuple[Claim, ...]:
        """The claims of a fact."""
        return tuple(self._claims[c] for c in fact.claims)

    def bearing_out(self, claim: Claim, fact: Fact) -> tuple[Claim, ...]:
        """`claim` and the claims of its fact that neither a difference nor their numbers nor a denial set against it."""
        return tuple(
            c
            for c in self.claims(fact)
            if c.id not in self._against[claim.id] and c.polarity == claim.polarity and not _numbers_part(claim, c)
        )

    def agreement(self, fact: Fact) -> tuple[Claim, tuple[Claim, ...]]:
        """The claim of a fact that most witnesses bear out (the one whose words it goes by, if it is one of those), and theirs."""

        def support(claim: Claim) -> tuple[int, bool]:
            return len({c.span.article for c in self.bearing_out(claim, fact)}), claim.id == fact.main

        stated = max(self.claims(fact), key=support)
        return stated, self.bearing_out(stated, fact)

    def partial(self, claim: Claim, fact: Fact) -> bool:
        """Whether those who bear a claim out do so in part only: in other words, or without the number that it gives."""
        others = self.bearing_out(claim, fact)
        reworded = any(c.id in self._reworded[claim.id] for c in others)
        without_number = bool(claim.quantities) and any(not c.quantities for c in others)
        return fact.relation == "agree_partial" or reworded or without_number

    def _of(self, side: Side) -> list[str]:
        """The claim of a side; where it names none (a quotation does not), those that its words are about."""
        if side.claim:
            return [side.claim]
        return [c.id for c in self._in_article[side.span.article] if c.span.overlaps(side.span)]


def _numbers_part(one: Claim, other: Claim) -> bool:
    """Whether two claims give numbers of one unit and no two of those can be the same number."""
    pairs = [p.interval.overlaps(q.interval) for p in one.quantities for q in other.quantities if p.unit == q.unit]
    return bool(pairs) and not any(pairs)
