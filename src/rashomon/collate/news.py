"""What is new in a story: one collation held against an earlier one of fewer articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rashomon.collate.expecting import expectations
from rashomon.collate.revisions import revision
from rashomon.records import Article, Claim, Collation, Difference, Fact, Span
from rashomon.records.ledger import Expectation, News, NewsKind


def news(
    before: Collation, after: Collation, today: str, replaced: Mapping[str, str] | None = None, then: str | None = None
) -> tuple[News, ...]:
    """What `after` has that `before` had not, weightiest first within each kind.

    Facts are the same when they share a claim; differences, when they are of one kind and share a side. `replaced` maps an article to the
    newer version of the same page. `today` and `then` (ISO dates) are the days of `after` and `before`: what was overdue then is not new.
    """
    claims = {c.id: c for c in after.claims}
    return (
        *_differences(before, after),
        *_facts(before, after, claims),
        *_withdrawn(before, after, claims, replaced or {}),
        *_outcomes(before, after, then or today, today),
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
            yield News(
                kind="confirmed",
                text=fact.text,
                note=_confirmed_by(fact, earlier),
                evidence=tuple(claims[c].span for c in new if c in claims),
                fact=fact.id,
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
    there = {w.article.id for w in before.witnesses}
    for d in sorted(after.differences, key=lambda d: (rank[d.severity], d.id)):
        known = [e for e in before.differences if _same(d, e)]
        if not known or _went_on(d, known, there):
            kind: NewsKind = "update" if d.kind == "update" else "difference"
            yield News(kind=kind, text=d.note, evidence=tuple(s.span for s in d.sides), difference=d.id)
    for d in before.differences:
        if not any(_same(d, e) for e in after.differences):
            yield News(kind="resolved", text=d.note, evidence=tuple(s.span for s in d.sides), difference=d.id)


def _outcomes(before: Collation, after: Collation, then: str, today: str) -> Iterable[News]:
    """What became of what was expected before. Nothing new: an outcome that stood then, and a day that nobody names any more."""
    stood = {(e.text, e.due): e.outcome for e in expectations(before, then)}
    for e in expectations(after, today):
        if e.outcome != "open" and stood.get((e.text, e.due), e.outcome) != e.outcome:
            yield News(
                kind=e.outcome, text=e.text, note=_say_outcome(e), evidence=(*e.evidence, *e.settled), fact=e.fact
            )


def _say_outcome(e: Expectation) -> str:
    if e.outcome == "slipped":
        return f"was due {e.due}, now {e.until}" if e.until else f"was due {e.due}, put off"
    return f"was due {e.due}" + ("; no report says more" if e.outcome == "silent" else "")


def _revisions(before: Collation, after: Collation, replaced: Mapping[str, str]) -> Iterable[News]:
    old = {w.article.id: w for w in before.witnesses}
    new = {w.article.id: w for w in after.witnesses}
    for earlier, later in sorted(replaced.items()):
        if earlier in new and later in new and later not in old:
            found = revision(new[earlier].article, new[later].article)
            name = new[later].outlet or new[later].article.url or new[later].siglum
            how = "and says so" if found.told else "without a word of it"
            shown = tuple(s for c in found.changes for s in (c.before, c.after) if len(s))
            text = f"{name} has changed its report {how}"
            yield News(
                kind="revised", text=text, evidence=shown or (_whole(new[later].article),), changes=found.changes
            )


def _whole(article: Article) -> Span:
    return Span(article=article.id, start=0, end=len(article.text))


def _confirmed_by(fact: Fact, earlier: Fact) -> str:
    known = {o.name for o in earlier.origins}
    names = dict.fromkeys(o.name for o in fact.origins if o.certainty != "may" and o.name not in known and o.name)
    by = f"now also {', '.join(names)}: " if names else ""
    return f"{by}{fact.independent_origins} independent origins, {earlier.independent_origins} before"


def _went_on(d: Difference, known: Sequence[Difference], there: set[str]) -> bool:
    """Whether a new report takes an update a step further: a toll that had risen to eleven, and now is twelve."""
    told = {s.value.lower() for e in known for s in e.sides}
    return d.kind == "update" and any(s.span.article not in there and s.value.lower() not in told for s in d.sides)


def _same(a: Difference, b: Difference) -> bool:
    return a.kind == b.kind and any(s.span.overlaps(t.span) for s in a.sides for t in b.sides)


def _spans(fact: Fact, claims: Mapping[str, Claim]) -> tuple[Span, ...]:
    return tuple(claims[c].span for c in fact.claims if c in claims)
