"""What the rules have to tell of a corpus as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.app.alerts.rules import Rule
from rashomon.app.alerts.sending import Sinks
from rashomon.app.alerts.told import Told
from rashomon.app.desk import Desk
from rashomon.errors import UsageError
from rashomon.records import Collation, Span
from rashomon.report.growth import say_with_outlets
from rashomon.store import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One thing to tell, with the places that show it and the words there."""

    rule: str
    when: str
    story: str
    title: str
    text: str
    places: tuple[Span, ...]
    words: tuple[str, ...]

    def json(self) -> dict[str, object]:
        """As programs get it."""
        shown = [
            {"article": p.article, "start": p.start, "end": p.end, "text": w}
            for p, w in zip(self.places, self.words, strict=True)
        ]
        fields = {"rule": self.rule, "when": self.when, "story": self.story, "title": self.title, "text": self.text}
        return {**fields, "evidence": shown}


def tell_new(desk: Desk, rules: Sequence[Rule], told: Told, sinks: Sinks) -> tuple[int, list[str]]:
    """Tell every receiver what it was not told before. How much was told, and a line for each receiver that could not be reached."""
    count, failed = 0, []
    for rule in rules:
        for shelf in _followed(desk, rule):
            for alert in alerts_of(desk, rule, shelf):
                for to in rule.to:
                    key = rule.name, to, alert.story
                    if told.knows(key, alert.places):
                        continue
                    problem = sinks.send(to, alert.json(), f"{rule.name}: {alert.title}: {alert.text}")
                    if problem is not None:
                        failed.append(f"{to}: {problem}")
                        continue
                    told.remember(key, alert.places)
                    count += 1
    return count, failed


def alerts_of(desk: Desk, rule: Rule, shelf: Shelf) -> Iterator[Alert]:
    """All that a rule has to tell of a story, told before or not."""
    collation = desk.collation(shelf.story)
    texts = {w.article.id: w.article.text for w in collation.witnesses}
    for text, places in _found(desk, rule, shelf, collation):
        words = tuple(p.of(texts[p.article]) for p in places)
        yield Alert(
            rule=rule.name, when=rule.when, story=shelf.story, title=shelf.title, text=text, places=places, words=words
        )


def _found(desk: Desk, rule: Rule, shelf: Shelf, collation: Collation) -> Iterator[tuple[str, tuple[Span, ...]]]:
    if rule.when == "contradiction":
        for d in collation.differences:
            if d.contradicts:
                yield say_with_outlets(d, collation), tuple(s.span for s in d.sides)
    elif rule.when == "origins":
        spans = {c.id: c.span for c in collation.claims}
        for f in collation.facts:
            if f.independent_origins >= rule.origins:
                names = ", ".join(o.name for o in f.origins if o.certainty != "may")
                told = f"{f.text} ({f.independent_origins} independent origins: {names})"
                yield told, tuple(spans[c] for c in f.claims if c in spans)
    else:
        for e in desk.expectations(shelf.story):
            if e.outcome == "silent":
                yield f"expected by {e.due}, and no report says more: {e.text}", e.evidence


def _followed(desk: Desk, rule: Rule) -> Iterator[Shelf]:
    if rule.stories:
        for story in rule.stories:
            try:
                yield desk.shelf(story)
            except UsageError as e:
                raise UsageError(f"rule {rule.name!r}: {e}") from e
        return
    cursor = None
    while True:
        page = desk.shelves(words=rule.words or None, cursor=cursor)
        yield from page.items
        cursor = page.next
        if cursor is None:
            return
