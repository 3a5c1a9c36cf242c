"""What people decide about the stories of a corpus, kept with the articles that it is about."""

from __future__ import annotations

import json
from collections.abc import Iterable

from rashomon.app.binding import judged_of
from rashomon.app.desk.regrouping import story_judgement_of
from rashomon.app.judgements import judgement_json, judgement_of
from rashomon.collate.judge import Judgement
from rashomon.records import Collation
from rashomon.store import Decision


def decision_of(judgement: Judgement, collation: Collation) -> Decision:
    """A judgement about a collation as the corpus keeps it: bound to claims and places, which outlive facts and differences.

    Raises `UsageError` where a target is not in the collation.
    """
    judged = judged_of(collation)
    bound = judged.bind(judgement)
    text = json.dumps(judgement_json(bound), ensure_ascii=False)
    return Decision(id=bound.id, action=bound.action, judgement=text, articles=judged.articles(bound))


def judgements_of(decisions: Iterable[Decision]) -> tuple[Judgement, ...]:
    """The judgements about collations among what was decided."""
    return tuple(judgement_of(json.loads(d.judgement)) for d in decisions if story_judgement_of(d) is None)
