"""Events as NGEC and other PLOVER coders write them: one JSON object a line.

Field names follow NGEC's output (Halterman et al. 2023, "Creating custom event data without dictionaries"): `event_type`, `event_mode`,
`contexts`, `date`, `actor`, `recipient`, `location`, `event_text`; what is ours beyond that: `cameo`, `claims` with their spans, `modality`,
`reports`, `origins`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.collate.kinds import contexts_of
from rashomon.records import Claim, Collation, Entity, Event, Span
from rashomon.report.exports.text import on_one_line

Json = dict[str, Any]
_RECIPIENTS = ("recipient", "partner", "patient")


def plover(collation: Collation) -> str:
    """The events that have a PLOVER type, in the order of the collation; the others would be a coder's guess."""
    claims = {c.id: c for c in collation.claims}
    entities = {e.id: e for e in collation.entities}
    lemmas = _Lemmas(collation)
    rows = (_row(e, [claims[c] for c in e.claims], entities, collation, lemmas) for e in collation.events if e.code)
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)


class _Lemmas:
    """The words of the reports, to be looked up by where they stand."""

    def __init__(self, collation: Collation) -> None:
        self._sentences = {
            (w.article.id, s.index): s.tokens for w in collation.witnesses for s in w.annotation.sentences
        }

    def within(self, span: Span, sentence: int) -> Iterator[str]:
        """The lemmas of a span of a sentence."""
        tokens = self._sentences.get((span.article, sentence), ())
        return (t.lemma.lower() for t in tokens if span.start <= t.start < span.end)


def _row(
    event: Event, claims: list[Claim], entities: Mapping[str, Entity], collation: Collation, lemmas: _Lemmas
) -> Json:
    facts = [f for f in collation.facts if f.event == event.id]
    origins = {o.id for f in facts for o in f.origins if o.certainty != "may"}
    return {
        "id": event.id,
        "event_type": event.code,
        "event_mode": [event.mode] if event.mode else [],
        "contexts": list(contexts_of((x for c in claims for x in lemmas.within(c.span, c.sentence)), claims)),
        "cameo": event.cameo,
        "kind": event.kind,
        "date": _day(event.time.begin if event.time else None),
        "date_end": _day(event.time.end if event.time else None),
        "actor": _who(claims, ("agent",), entities),
        "recipient": _who(claims, _RECIPIENTS, entities),
        "location": entities[event.place].name if event.place and event.place in entities else None,
        "event_text": on_one_line(event.title),
        "modality": sorted({c.modality for c in claims}),
        "polarity": sorted({c.polarity for c in claims}),
        "reports": len({c.span.article for c in claims}),
        "origins": len(origins),
        "claims": [
            {
                "id": c.id,
                "article": c.span.article,
                "start": c.span.start,
                "end": c.span.end,
                "text": on_one_line(c.text),
            }
            for c in claims
        ],
    }


def _who(claims: list[Claim], roles: tuple[str, ...], entities: Mapping[str, Entity]) -> list[Json]:
    ids = dict.fromkeys(r.entity for role in roles for c in claims for r in c.roles if r.role == role and r.entity)
    return [{"id": e.id, "name": on_one_line(e.name), "type": e.type} for i in ids if (e := entities.get(i))]


def _day(moment: Any) -> str | None:
    return moment.date().isoformat() if moment is not None else None
