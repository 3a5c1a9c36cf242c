"""Which claims of a fact bear one another out. A fact may hold claims that differ; those must not be shown as agreeing."""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations

from rashomon.records import Claim, Collation, Fact

_SAYS_NOTHING_AGAINST = frozenset({"attribution", "quotation", "omission"})
"""Kinds of difference whose sides still state the same thing."""


class Attestations:
    """The claims of a collation and who stands against whom."""

    def __init__(self, collation: Collation) -> None:
        self._claims = {c.id: c for c in collation.claims}
        self._against: dict[str, set[str]] = defaultdict(set)
        for d in collation.differences:
            if d.kind not in _SAYS_NOTHING_AGAINST:
                for one, other in permutations((s for s in d.sides if s.claim), 2):
                    if one.value != other.value:
                        self._against[one.claim or ""].add(other.claim or "")

    def claims(self, fact: Fact) -> tuple[Claim, ...]:
        """The claims of a fact."""
        return tuple(self._claims[c] for c in fact.claims)

    def bearing_out(self, claim: Claim, fact: Fact) -> tuple[Claim, ...]:
        """`claim` and the claims of its fact that no difference sets against it."""
        return tuple(c for c in self.claims(fact) if c.id not in self._against[claim.id])

    def agreement(self, fact: Fact) -> tuple[Claim, tuple[Claim, ...]]:
        """The claim of a fact that most witnesses bear out (the one whose words it goes by, if it is one of those), and theirs."""

        def support(claim: Claim) -> tuple[int, bool]:
            return len({c.span.article for c in self.bearing_out(claim, fact)}), claim.text == fact.text

        stated = max(self.claims(fact), key=support)
        return stated, self.bearing_out(stated, fact)
