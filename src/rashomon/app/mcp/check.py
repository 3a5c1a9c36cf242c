"""Who states a claim, from how many origins, and who contradicts it: the claim is laid beside the reports as one more text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.app.mcp.answers import ClaimChecked
from rashomon.app.mcp.library import Library
from rashomon.app.mcp.sides import Sides
from rashomon.app.mcp.telling import Telling, words_of
from rashomon.records import Article, Collation, Fact, Span

_REPORTS = 12
"""Reports that a claim is laid beside."""
_NEAR = 3
_ALIKE = 0.3
"""Share of words from which a fact that was not aligned is worth a look."""
_NAME = "the claim"


def check(library: Library, claim: str, story: str = "") -> ClaimChecked:
    """What the reports of the story that the claim seems to be about say of it."""
    hits = library.reports_about(claim, story or None)
    stories = Counter(h.story for h in hits if h.story)
    if not stories:
        return _nothing("no report of the corpus shares its words")
    chosen = stories.most_common(1)[0][0]
    shelf = library.desk.shelf(chosen)
    best = [h.article for h in hits if h.story == chosen]
    read = list(dict.fromkeys([*best, *reversed(shelf.articles)]))[:_REPORTS]
    articles = list(library.desk.corpus.articles(read))
    asked = Article(id=_NAME, text=claim, outlet=_NAME)
    collation = library.collate(articles, [asked])
    found = _found(collation)
    left = len(shelf.articles) - len(read)
    others = [s for s, _ in stories.most_common(4) if s != chosen]
    found.not_covered += [f"{left} reports of this story were not read beside the claim"] if left else []
    found.not_covered += [f"other stories share its words and were not read: {', '.join(others)}"] if others else []
    return found.model_copy(update={"story": chosen, "title": shelf.title, "reports_read": len(articles)})


def _found(collation: Collation) -> ClaimChecked:
    telling = Telling(collation)
    asked = {c.id for c in collation.claims if c.span.article == _NAME}
    sides = Sides(collation, _NAME)
    touching = telling.differences(d for d in collation.differences if sides.against(d))
    opposed = set(sides.opposed([d for d in touching if d.severity != "soft"]))
    facts = [f for f in collation.facts if asked.intersection(f.claims)]
    stating = {
        c.id: c for f in facts for c in telling.claims_of(f) if c.id not in asked and not _stands_in(c.span, opposed)
    }
    origins = dict.fromkeys(
        o.name for f in facts for o in f.origins if o.certainty != "may" and not stating.keys().isdisjoint(o.claims)
    )
    told = [telling.difference(replace(d, sides=tuple(sides.against(d)))) for d in touching]
    notes = [n for n in telling.not_covered() if _NAME not in n]
    if not asked:
        notes.append("no statement could be read off the claim: put it as a plain sentence")
    return ClaimChecked(
        story=None,
        title="",
        reports_read=0,
        reports=telling.reports,
        stated_by=[telling.place(c.span) for c in stating.values()],
        origins=list(origins),
        independent_origins=len(origins),
        contradicted_by=[d for d in told if d.severity == "hard"],
        other_differences=[d for d in told if d.severity != "hard"],
        near=[telling.fact(f) for f in _near(collation, facts)],
        not_covered=notes,
    )


def _stands_in(span: Span, places: Iterable[Span | str]) -> bool:
    return any(span.article == p if isinstance(p, str) else span.overlaps(p) for p in places)


def _near(collation: Collation, stating: Sequence[Fact]) -> list[Fact]:
    (text,) = (w.article.text for w in collation.witnesses if w.article.id == _NAME)
    words = words_of(text)
    alike = []
    for fact in collation.facts:
        if fact in stating or _NAME in fact.witnesses or not words:
            continue
        share = len(words & words_of(fact.text)) / len(words)
        if share >= _ALIKE:
            alike.append((-share, fact.id, fact))
    return [fact for *_, fact in sorted(alike, key=lambda a: a[:2])[:_NEAR]]


def _nothing(why: str) -> ClaimChecked:
    return ClaimChecked(
        story=None,
        title="",
        reports_read=0,
        reports={},
        stated_by=[],
        origins=[],
        independent_origins=0,
        contradicted_by=[],
        other_differences=[],
        near=[],
        not_covered=[why],
    )
