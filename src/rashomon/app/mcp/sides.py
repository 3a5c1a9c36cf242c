"""On which side of a difference a claim's own words stand, and who stands on another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.records import Collation, Difference, Quantity, Side, Span, TimeInterval


class Sides:
    """The differences of a collation as one of its articles sees them."""

    def __init__(self, collation: Collation, article: str) -> None:
        self._article = article
        self._annotations = {w.article.id: w.annotation for w in collation.witnesses}

    def against(self, d: Difference) -> list[Side]:
        """The sides that say something else than the article does; none where it takes no part."""
        own = [s for s in d.sides if s.span.article == self._article]
        others = [s for s in d.sides if s.span.article != self._article]
        return [s for s in others if own and not any(self._same(s, o) for o in own)]

    def opposed(self, differences: Sequence[Difference]) -> Iterator[Span | str]:
        """What cannot be counted as saying the same: the places of other sides, and articles that stand on no side but these."""
        for d in differences:
            against = self.against(d)
            yield from (s.span for s in against)
            with_us = {s.span.article for s in d.sides if s not in against}
            yield from {s.span.article for s in against} - with_us

    def _same(self, a: Side, b: Side) -> bool:
        if a.value.casefold() == b.value.casefold():
            return True
        amounts = [(p, q) for p in self._amounts(a.span) for q in self._amounts(b.span)]
        moments = [(p, q) for p in self._moments(a.span) for q in self._moments(b.span)]
        return any(p.unit == q.unit and p.interval.overlaps(q.interval) for p, q in amounts) or any(
            p.overlaps(q) for p, q in moments
        )

    def _amounts(self, span: Span) -> list[Quantity]:
        return [q for q in self._annotations[span.article].quantities if q.span.overlaps(span)]

    def _moments(self, span: Span) -> list[TimeInterval]:
        times = self._annotations[span.article].times
        return [t.interval for t in times if t.interval is not None and t.span.overlaps(span)]
