"""What people decide about the stories of a corpus, kept with the articles that it is about."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from rashomon.app.desk.regrouping import story_judgement_of
from rashomon.app.judgements import judgement_json, judgement_of
from rashomon.collate.judge import Judgement
from rashomon.errors import UsageError
from rashomon.records import Collation
from rashomon.store import Decision


def decision_of(judgement: Judgement, collation: Collation) -> Decision:
    """A judgement about a collation as the corpus keeps it: bound to claims and places, which outlive facts and differences.

    A fact's id changes when another article states it; its claims stay. Raises `UsageError` where a target is not in the collation.
    """
    if judgement.action in ("merge", "split"):
        bound = _bound_to_claims(judgement, collation)
        article_of = {c.id: c.span.article for c in collation.claims}
        articles = [article_of[c] for c in bound.targets]
    else:
        bound = _bound_to_places(judgement, collation)
        articles = [p.partition("@")[2] for p in bound.places]
    text = json.dumps(judgement_json(bound), ensure_ascii=False)
    return Decision(id=bound.id, action=bound.action, judgement=text, articles=tuple(sorted(set(articles))))


def judgements_of(decisions: Iterable[Decision]) -> tuple[Judgement, ...]:
    """The judgements about collations among what was decided."""
    return tuple(judgement_of(json.loads(d.judgement)) for d in decisions if story_judgement_of(d) is None)


def _bound_to_claims(judgement: Judgement, collation: Collation) -> Judgement:
    """Merge and split name claims, for facts those that state them."""
    facts, claims = {f.id: f for f in collation.facts}, {c.id for c in collation.claims}
    found: list[str] = []
    for target in judgement.targets:
        if target in facts:
            found += facts[target].claims
        elif target in claims:
            found.append(target)
        else:
            raise _unknown(target, "fact or claim")
    return replace(judgement, targets=tuple(dict.fromkeys(found)))


def _bound_to_places(judgement: Judgement, collation: Collation) -> Judgement:
    """Dismiss and retype keep the places that the differences join."""
    differences = {d.id: d for d in collation.differences}
    places: list[str] = []
    for target in judgement.targets:
        if target not in differences:
            raise _unknown(target, "difference")
        places += (f"{s.span.start}:{s.span.end}@{s.span.article}" for s in differences[target].sides)
    return replace(judgement, places=tuple(dict.fromkeys(places)))


def _unknown(target: str, kind: str) -> UsageError:
    return UsageError(f"no {kind} of this story is called {target!r}: `rashomon show STORY --json F` lists them")
