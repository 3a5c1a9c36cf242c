"""Since when each fact of a story is known, from which origins, and what became of what was expected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.records import Collation, Fact, TimelineEntry
from rashomon.records.ledger import Confirmation, Expectation, LedgerEntry, Outcome

_AHEAD = frozenset({"expected", "planned", "likely", "hoped"})


def ledger(
    collation: Collation, arrived: Mapping[str, str], replaced: frozenset[str] = frozenset()
) -> tuple[LedgerEntry, ...]:
    """One entry a fact, in the order in which the facts entered the story.

    `arrived` has each article's time of arrival (ISO, UTC); `replaced` are articles of which there is a newer version.
    """
    article_of = {c.id: c.span.article for c in collation.claims}
    entries = [_entry(f, article_of, arrived, replaced) for f in collation.facts]
    return tuple(sorted(entries, key=lambda e: (e.first.when, e.fact)))


def expectations(collation: Collation, today: str) -> tuple[Expectation, ...]:
    """What the story expects, by due date. `today` (ISO date) decides what is overdue."""
    happened: dict[str, list[str]] = {}
    for entry in collation.timeline:
        if entry.status not in _AHEAD and entry.fact is not None:
            happened.setdefault(entry.fact, []).append(entry.when)
    ahead = [e for e in collation.timeline if e.status in _AHEAD and e.when[:4].isdigit()]
    found = [
        Expectation(
            text=e.text, due=e.when, outcome=_outcome(e, ahead, happened, today), evidence=e.evidence, fact=e.fact
        )
        for e in ahead
    ]
    return tuple(sorted(found, key=lambda e: (e.due, e.text)))


def _outcome(
    entry: TimelineEntry, ahead: Sequence[TimelineEntry], happened: Mapping[str, list[str]], today: str
) -> Outcome:
    if entry.fact is not None and entry.fact in happened:
        return "happened"
    if entry.fact is not None and any(o.fact == entry.fact and o.when[:10] > entry.when[:10] for o in ahead):
        return "slipped"
    return "silent" if _last_day(entry.when) < today else "open"


def _entry(
    fact: Fact, article_of: Mapping[str, str], arrived: Mapping[str, str], replaced: frozenset[str]
) -> LedgerEntry:
    origins = [(o.name, {article_of[c] for c in o.claims if c in article_of}) for o in fact.origins]
    covered = set().union(*(articles for _, articles in origins)) if origins else set()
    origins += [(a, {a}) for a in fact.witnesses if a not in covered]
    firsts = [
        Confirmation(when=arrived.get(a, ""), article=a, origin=name)
        for name, articles in origins
        if articles
        for a in [min(articles, key=lambda a: (arrived.get(a, ""), a))]
    ]
    return LedgerEntry(
        fact=fact.id,
        text=fact.text,
        confirmations=tuple(sorted(firsts, key=lambda c: (c.when, c.article, c.origin))),
        witnesses=fact.witnesses,
        withdrawn=bool(fact.witnesses) and all(a in replaced for a in fact.witnesses),
    )


def _last_day(when: str) -> str:
    """The last day that an ISO date of any precision may mean; for comparing only, so the 31st of any month will do."""
    return when[:10] if len(when) >= 10 else f"{when}-31" if len(when) == 7 else f"{when}-12-31"
