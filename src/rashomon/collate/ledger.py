"""Since when each fact of a story is known, from which origins, and what befell it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from rashomon.records import Collation, Difference, Fact
from rashomon.records.ledger import Confirmation, LedgerEntry, Turn


def ledger(
    collation: Collation, arrived: Mapping[str, str], replaced: Mapping[str, str] | None = None
) -> tuple[LedgerEntry, ...]:
    """One entry a fact, in the order in which the facts entered the story.

    `arrived` has each article's time of arrival (ISO, UTC); `replaced` maps an article to the newer version of the same page.
    """
    article_of = {c.id: c.span.article for c in collation.claims}
    arrivals = _Arrivals(collation, arrived)
    turns: dict[str, list[Turn]] = defaultdict(list)
    for d in collation.differences:
        if d.kind == "update" or d.severity == "hard":
            for fact in d.facts:
                turns[fact].append(_turn(d, arrivals))
    entries = [_entry(f, article_of, arrivals, turns[f.id], replaced or {}) for f in collation.facts]
    return tuple(sorted(entries, key=lambda e: (*arrivals.order(e.first.article), e.fact)))


class _Arrivals:
    """When articles came; those of one moment in the order of their sigla."""

    def __init__(self, collation: Collation, arrived: Mapping[str, str]) -> None:
        self._arrived = arrived
        self._order = {w.article.id: i for i, w in enumerate(collation.witnesses)}

    def when(self, article: str) -> str:
        return self._arrived.get(article, "")

    def order(self, article: str) -> tuple[str, int]:
        return self.when(article), self._order.get(article, -1)


def _turn(d: Difference, arrivals: _Arrivals) -> Turn:
    """A difference came with the last of the reports that it joins."""
    last = max((s.span.article for s in d.sides), key=arrivals.order)
    return Turn(when=arrivals.when(last), article=last, text=d.note, difference=d.id)


def _entry(
    fact: Fact,
    article_of: Mapping[str, str],
    arrivals: _Arrivals,
    turns: list[Turn],
    replaced: Mapping[str, str],
) -> LedgerEntry:
    origins = [
        (o.name, {article_of[c] for c in o.claims if c in article_of}) for o in fact.origins if o.certainty != "may"
    ]
    covered = set().union(*(articles for _, articles in origins)) if origins else set()
    origins += [(a, {a}) for a in fact.witnesses if a not in covered]
    firsts = [
        Confirmation(when=arrivals.when(a), article=a, origin=name)
        for name, articles in origins
        if articles
        for a in [min(articles, key=arrivals.order)]
    ]
    return LedgerEntry(
        fact=fact.id,
        text=fact.text,
        confirmations=tuple(sorted(firsts, key=lambda c: (*arrivals.order(c.article), c.origin))),
        witnesses=fact.witnesses,
        changed=tuple(sorted(turns, key=lambda t: (t.when, t.difference or ""))),
        withdrawn=_withdrawn(fact, arrivals, replaced),
    )


def _withdrawn(fact: Fact, arrivals: _Arrivals, replaced: Mapping[str, str]) -> Turn | None:
    newer = [replaced[a] for a in fact.witnesses if a in replaced]
    if not newer or len(newer) < len(fact.witnesses):
        return None
    last = max(newer, key=arrivals.order)
    return Turn(when=arrivals.when(last), article=last, text="no longer in any report that stated it")
