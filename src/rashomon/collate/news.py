"""What is new in a story: one collation held against an earlier one of fewer articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rashomon.collate.ledger import expectations
from rashomon.records import Claim, Collation, Difference, Fact, Span
from rashomon.records.ledger import News, NewsKind


def news(
    before: Collation, after: Collation, today: str, replaced: Mapping[str, str] | None = None
) -> tuple[News, ...]:
    """What `after` has that `before` had not, weightiest first within each kind.

    Facts are the same when they share a claim; differences, when they are of one kind and share a side. `replaced` maps an article to the
    newer version of the same page.
    """
    claims = {c.id: c for c in after.claims}
    return (
        *_differences(before, after),
        *_facts(before, after, claims),
        *_withdrawn(before, after, claims, replaced or {}),
        *_outcomes(before, after, today),
        *_revisions(before, after, replaced or {}),
    )


def _facts(before: Collation, after: Collation, claims: Mapping[str, Claim]) -> Iterable[News]:
    known = {c: f for f in before.facts for c in f.claims}
    for fact in sorted(after.facts, key=lambda f: (-f.independent_origins, -len(f.witnesses), f.id)):
        earlier = next((known[c] for c in fact.claims if c in known), None)
        if earlier is None:
            yield News(kind="fact", text=fact.text, evidence=_spans(fact, claims), fact=fact.id)
        elif fact.independent_origins > earlier.independent_origins:
            new = tuple(c for c in fact.claims if c not in earlier.claims)
            text = f"{fact.text} (now {fact.independent_origins} independent origins, before {earlier.independent_origins})"
            yield News(
                kind="confirmed", text=text, evidence=tuple(claims[c].span for c in new if c in claims), fact=fact.id
            )


def _withdrawn(
    before: Collation, after: Collation, claims: Mapping[str, Claim], replaced: Mapping[str, str]
) -> Iterable[News]:
    """Facts known before that only reports state of which a newer version has come since: it no longer says so."""
    there = {w.article.id for w in before.witnesses}
    known = {c for f in before.facts for c in f.claims}
    for fact in after.facts:
        newer = [replaced.get(a) for a in fact.witnesses]
        if newer and all(newer) and not there.issuperset(n for n in newer if n) and not known.isdisjoint(fact.claims):
            yield News(kind="withdrawn", text=fact.text, evidence=_spans(fact, claims), fact=fact.id)


def _differences(before: Collation, after: Collation) -> Iterable[News]:
    rank = {"hard": 0, "medium": 1, "soft": 2}
    for d in sorted(after.differences, key=lambda d: (rank[d.severity], d.id)):
        if not any(_same(d, e) for e in before.differences):
            kind: NewsKind = "update" if d.kind == "update" else "difference"
            yield News(kind=kind, text=d.note, evidence=tuple(s.span for s in d.sides), difference=d.id)
    for d in before.differences:
        if not any(_same(d, e) for e in after.differences):
            yield News(kind="resolved", text=d.note, evidence=tuple(s.span for s in d.sides), difference=d.id)


def _outcomes(before: Collation, after: Collation, today: str) -> Iterable[News]:
    open_before = {(e.text, e.due) for e in expectations(before, "0000") if e.outcome == "open"}
    for e in expectations(after, today):
        if e.outcome != "open" and (e.text, e.due) in open_before:
            yield News(kind=e.outcome, text=f"{e.text} (due {e.due})", evidence=e.evidence, fact=e.fact)


def _revisions(before: Collation, after: Collation, replaced: Mapping[str, str]) -> Iterable[News]:
    old = {w.article.id: w for w in before.witnesses}
    new = {w.article.id: w for w in after.witnesses}
    for earlier, later in sorted(replaced.items()):
        if earlier in old and later in new and later not in old:
            whole = Span(article=later, start=0, end=len(new[later].article.text))
            name = new[later].outlet or new[later].article.url or new[later].siglum
            yield News(kind="revised", text=f"{name} has changed its report without a word of it", evidence=(whole,))


def _same(a: Difference, b: Difference) -> bool:
    return a.kind == b.kind and any(s.span.overlaps(t.span) for s in a.sides for t in b.sides)


def _spans(fact: Fact, claims: Mapping[str, Claim]) -> tuple[Span, ...]:
    return tuple(claims[c].span for c in fact.claims if c in claims)
