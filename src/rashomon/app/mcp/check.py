"""Who states a claim, from how many origins, and who contradicts it: the claim is laid beside the reports as one more text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.app.mcp.answers import ClaimChecked, StoryChecked
from rashomon.app.mcp.library import Library
from rashomon.app.mcp.sides import Sides
from rashomon.app.mcp.telling import Telling, words_of
from rashomon.records import Article, Collation, Fact, Span

_STORIES = 3
"""Stories whose reports a claim is laid beside, each by itself: what two stories tell alike need not be one event."""
_REPORTS, _REPORTS_ELSEWHERE = 12, 5
"""Reports that are read of the story that shares most words with the claim, and of each other one."""
_SHARE = 0.5
"""Share of the claim's words that a report of another story must have to be worth reading."""
_NEAR = 3
_ALIKE = 0.3
"""Share of words from which a fact that was not aligned is worth a look."""
_NAME = "the claim"


def check(library: Library, claim: str, story: str = "") -> ClaimChecked:
    """What the reports of the stories that the claim seems to be about say of it."""
    stories, left = _stories(library, claim, story)
    found, notes = [], []
    for n, (name, best) in enumerate(stories):
        told, more = _checked(library, claim, name, best, _REPORTS_ELSEWHERE if n else _REPORTS)
        found.append(told)
        notes += more
    if left:
        notes.append(
            f"other stories share its words and were not read: {', '.join(left[:5])}{' …' if left[5:] else ''}"
        )
    if not stories:
        notes.append("no report of the corpus shares its words")
    origins = list(dict.fromkeys(o for told in found for o in told.origins))
    return ClaimChecked(
        stated=sum(len(told.stated_by) for told in found),
        contradicted=sum(len(told.contradicted_by) for told in found),
        origins=origins,
        independent_origins=len(origins),
        stories=found,
        not_covered=list(dict.fromkeys(notes)),
    )


def _stories(library: Library, claim: str, story: str) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """The stories to be read with their reports that share most of the claim's words, and those left unread; best first."""
    words = words_of(claim)
    shares: dict[str, dict[str, float]] = {}
    for hit in library.reports_about(claim, story or None):
        if hit.story:
            text = library.desk.article(hit.article).article.text
            share = len(words & words_of(text)) / len(words) if words else 0.0
            shares.setdefault(hit.story, {})[hit.article] = share
    ranked = sorted(shares, key=lambda s: -max(shares[s].values()))
    read = [s for i, s in enumerate(ranked) if not i or max(shares[s].values()) >= _SHARE][:_STORIES]
    best = {s: sorted(shares[s], key=lambda a: -shares[s][a]) for s in read}
    return [(s, best[s]) for s in read], [s for s in ranked if s not in best]


def _checked(
    library: Library, claim: str, story: str, best: Sequence[str], most: int
) -> tuple[StoryChecked, list[str]]:
    """What a story's reports say of the claim, and what that leaves open."""
    shelf = library.desk.shelf(story)
    read = list(dict.fromkeys([*best, *reversed(shelf.articles)]))[:most]
    articles = list(library.desk.corpus.articles(read))
    collation = library.collate(articles, [Article(id=_NAME, text=claim, outlet=_NAME)])
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
    if len(shelf.articles) > len(read):
        notes.append(f"{len(shelf.articles) - len(read)} reports of story {story} were not read beside the claim")
    checked = StoryChecked(
        story=story,
        title=shelf.title,
        reports_read=len(articles),
        reports={letter: name for letter, name in telling.reports.items() if name != _NAME},
        stated_by=[telling.place(c.span) for c in stating.values()],
        origins=list(origins),
        contradicted_by=[d for d in told if d.contradicts],
        other_differences=[d for d in told if not d.contradicts],
        near=[telling.fact(f) for f in _near(collation, facts)],
    )
    return checked, notes


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
