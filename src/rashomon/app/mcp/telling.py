"""Facts and differences of a collation as the tools tell them."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.app.mcp.answers import DifferenceTold, FactTold, Place, SideTold
from rashomon.records import Claim, Collation, Difference, Fact, Span, Witness

_PLACES = 8
"""Places told of one item."""
_RANK = {"hard": 0, "medium": 1, "soft": 2}


class Telling:
    """One collation, told."""

    def __init__(self, collation: Collation) -> None:
        self.collation = collation
        self._witnesses = {w.article.id: w for w in collation.witnesses}
        self._claims = {c.id: c for c in collation.claims}
        self._disputed = {f for d in collation.differences if d.severity == "hard" for f in d.facts}
        self._names = {e.id: e.name for e in collation.entities}

    @property
    def reports(self) -> dict[str, str]:
        """Each siglum with whose report it is."""
        return {w.siglum: outlet_of(w) for w in self.collation.witnesses}

    def place(self, span: Span) -> Place:
        """A span with its words."""
        w = self._witnesses[span.article]
        return Place(
            article=span.article,
            outlet=outlet_of(w),
            start=span.start,
            end=span.end,
            text=span.of(w.article.text),
        )

    def claims_of(self, fact: Fact) -> list[Claim]:
        """The claims that state a fact."""
        return [self._claims[c] for c in fact.claims if c in self._claims]

    def fact(self, f: Fact) -> FactTold:
        """A fact with where it is stated."""
        return FactTold(
            id=f.id,
            text=f.text,
            reports=len(f.witnesses),
            independent_origins=f.independent_origins,
            origins=[o.name for o in f.origins if o.certainty != "may"],
            disputed=f.id in self._disputed,
            stated=[self.place(c.span) for c in self.claims_of(f)[:_PLACES]],
        )

    def facts(self, facts: Iterable[Fact]) -> list[Fact]:
        """Facts, those of most independent origins and then of most reports first."""
        return sorted(facts, key=lambda f: (-f.independent_origins, -len(f.witnesses), f.id))

    def difference(self, d: Difference) -> DifferenceTold:
        """A difference with its sides."""
        sides = [
            SideTold(**self.place(s.span).model_dump(), value=s.value, source=self._source(s.source))
            for s in d.sides[:_PLACES]
        ]
        return DifferenceTold(
            id=d.id, kind=d.kind, severity=d.severity, contradicts=d.contradicts, note=d.note, sides=sides
        )

    def differences(self, differences: Iterable[Difference]) -> list[Difference]:
        """Differences, the hardest first."""
        return sorted(differences, key=lambda d: (_RANK[d.severity], d.id))

    def not_covered(self) -> list[str]:
        """What the collation says of its own bounds, and of each report's."""
        own = [f"{w.siglum} ({outlet_of(w)}): {n}" for w in self.collation.witnesses for n in w.annotation.notes]
        rejected = [f"{r.input}: {r.reason}" for r in self.collation.rejects]
        return [*self.collation.notes, *own, *rejected]

    def _source(self, source: str) -> str:
        return self._names.get(source, source) or "the report itself"


def outlet_of(w: Witness) -> str:
    """Whose report it is, as well as it is known."""
    return w.outlet or w.article.outlet or w.article.headline or w.siglum


def words_of(text: str) -> set[str]:
    """The words of a text that carry meaning by their length, lower case."""
    return {w.strip(".,;:!?()“”\"'’").lower() for w in text.split() if len(w.strip(".,;:!?()“”\"'’")) > 3}


def about(text: str, words: str) -> bool:
    """Whether a text holds all the words, whatever their case."""
    return all(w.lower() in text.lower() for w in words.split())


def shortened(kind: str, shown: int, found: int) -> list[str]:
    """What to say when not everything is shown."""
    return (
        [f"{found - shown} more {kind} are not shown: ask for more with `limit` or narrow the question"]
        if found > shown
        else []
    )
