"""Annotations and collations as the JSON that other programs rely on (CONTRACT: field names are stable)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from rashomon.records import (
    Annotation,
    Attribution,
    Claim,
    Collation,
    DateCandidate,
    Dating,
    Difference,
    Edge,
    Entity,
    Event,
    Fact,
    Mention,
    Origin,
    Part,
    Quantity,
    Quote,
    Relay,
    Span,
    TimelineEntry,
    Timex,
    Witness,
)  # fmt: skip

Json = dict[str, Any]
SCHEMA = "rashomon/1"


def dumps(value: Json) -> str:
    """One line of JSON, the same for the same value everywhere. Lone surrogates are escaped, so that it is always valid UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
    return text if text.isascii() or _encodable(text) else json.dumps(value, separators=(", ", ": "), allow_nan=False)


def annotation_json(annotation: Annotation) -> Json:
    """One line of `rashomon annotate`: spans are plain offsets, there is one article only."""
    found: Json = {"id": annotation.article, "parts": [part_json(p) for p in annotation.parts]}
    if annotation.published is not None:
        found["published"] = {
            "value": annotation.published.value,
            "explicit": annotation.published.explicit,
            "because": annotation.published.because,
            "evidence": [_place(s) for s in annotation.published.evidence],
        }
    found["dates"] = [_candidate_json(d, _place) for d in annotation.dates]
    found["mentions"] = [mention_json(m) for m in annotation.mentions]
    found["times"] = [time_json(t) for t in annotation.times]
    found["quantities"] = [quantity_json(q) for q in annotation.quantities]
    found["quotes"] = [quote_json(q) for q in annotation.quotes if _listed(q)]
    found["attributions"] = [attribution_json(a) for a in annotation.attributions]
    if annotation.notes:
        found["notes"] = list(annotation.notes)
    return found


def collation_json(collation: Collation, version: str) -> Json:
    """The whole collation."""
    story = collation.story
    return {
        "schema": SCHEMA,
        "version": version,
        "story": {"id": story.id, "title": story.title, "begin": story.begin, "end": story.end},
        "articles": [witness_json(w) for w in collation.witnesses],
        "entities": [entity_json(e) for e in collation.entities],
        "times": [_with_article(time_json(t), t.span) for w in collation.witnesses for t in w.annotation.times],
        "quantities": [
            _with_article(quantity_json(q), q.span) for w in collation.witnesses for q in w.annotation.quantities
        ],
        "quotes": [
            _with_article(quote_json(q), q.span) for w in collation.witnesses for q in w.annotation.quotes if _listed(q)
        ],
        "attributions": [
            {**attribution_json(a), "article": w.article.id}
            for w in collation.witnesses
            for a in w.annotation.attributions
        ],
        "mentions": [
            _with_article(mention_json(m), m.span) for w in collation.witnesses for m in w.annotation.mentions
        ],
        "claims": [claim_json(c) for c in collation.claims],
        "events": [event_json(e) for e in collation.events],
        "facts": [fact_json(f) for f in collation.facts],
        "differences": [difference_json(d) for d in collation.differences],
        "stemma": {
            "nodes": [
                {"id": n.id, "kind": n.kind, "name": n.name, **({"inferred": True} if n.inferred else {})}
                for n in collation.stemma.nodes
            ],
            "edges": [edge_json(e) for e in collation.stemma.edges],
        },
        "timeline": [timeline_json(t) for t in collation.timeline],
        "rejects": [{"input": r.input, "reason": r.reason} for r in collation.rejects],
        "notes": list(collation.notes),
    }


def _listed(q: Quote) -> bool:
    """Whether a quotation is listed: not a title, and in marks of its own, not in the two apostrophes of some archives."""
    return q.kind != "label" and not q.apostrophes


def span_json(s: Span) -> Json:
    return {"article": s.article, "start": s.start, "end": s.end}


def part_json(p: Part) -> Json:
    return {"kind": p.kind, **_place(p.span), **({"repeats": True} if p.repeats else {})}


def mention_json(m: Mention) -> Json:
    return {**_place(m.span), "kind": m.kind, "type": m.type, "entity": m.entity}


def time_json(t: Timex) -> Json:
    found: Json = {**_place(t.span), "type": t.type, "value": t.value}
    if t.mod:
        found["mod"] = t.mod
    if t.interval is not None and t.interval.begin is not None:
        found["begin"] = t.interval.begin.isoformat()
    if t.interval is not None and t.interval.end is not None:
        found["end_time"] = t.interval.end.isoformat()
    return found


def quantity_json(q: Quantity) -> Json:
    found: Json = {**_place(q.span), "low": q.interval.low, "high": q.interval.high, "unit": q.unit}
    if q.mod:
        found["mod"] = q.mod
    if q.measured is not None:
        found["of"] = [q.measured.start, q.measured.end]
    return found


def quote_json(q: Quote) -> Json:
    """A quotation of somebody's words; labels (titles, scare quotes) are left to the callers to leave out."""
    found: Json = {**_place(q.span), "kind": q.kind, "utterance": q.utterance}
    if q.speaker is not None:
        found["speaker"] = _pair(q.speaker)
    if q.cue is not None:
        found["cue"] = _pair(q.cue)
    if q.entity is not None:
        found["entity"] = q.entity
    if q.occasion is not None:
        found["occasion"] = _pair(q.occasion)
    return {**found, "relay": [relay_json(r) for r in q.relay]}


def attribution_json(a: Attribution) -> Json:
    found: Json = {
        "source": [_pair(s) for s in a.source],
        "cue": [_pair(s) for s in a.cue],
        "content": [_pair(s) for s in a.content],
        "kind": a.kind,
    }
    if a.entity is not None:
        found["entity"] = a.entity
    if a.negated:
        found["negated"] = True
    if a.modal:
        found["modal"] = True
    if a.occasion is not None:
        found["occasion"] = _pair(a.occasion)
    return {**found, "relay": [relay_json(r) for r in a.relay]}


def relay_json(r: Relay) -> Json:
    found: Json = {"name": r.name, "span": _pair(r.span)}
    if r.cue is not None:
        found["cue"] = _pair(r.cue)
    if r.entity is not None:
        found["entity"] = r.entity
    return found


def witness_json(w: Witness) -> Json:
    a = w.article
    by_kind = {p.kind: p.span.of(a.text).strip() for p in reversed(a.parts)}
    return {
        "id": a.id,
        "input": a.input,
        "siglum": w.siglum,
        "outlet": w.outlet,
        "headline": a.headline or by_kind.get("headline"),
        "byline": a.byline or by_kind.get("byline"),
        "dateline": by_kind.get("dateline"),
        "url": a.url,
        "published": _dating_json(w.published),
        "dates": [_candidate_json(d, span_json) for d in w.annotation.dates],
        "language": a.language,
        "parts": [part_json(p) for p in a.parts],
        "notes": list(w.annotation.notes),
    }


def entity_json(e: Entity) -> Json:
    return {
        "id": e.id,
        "type": e.type,
        "name": e.name,
        "anonymous": e.anonymous,
        "names": [{"text": text, "count": count} for text, count in e.names],
        "mentions": [span_json(s) for s in e.mentions],
    }


def claim_json(c: Claim) -> Json:
    found: Json = {
        "id": c.id,
        "span": span_json(c.span),
        "text": c.text,
        "predicate": c.predicate,
        "trigger": _pair(c.trigger),
        "tense": c.tense,
        "roles": [_role_json(r.role, r.entity, r.span) for r in c.roles],
        "quantities": [_with_article(quantity_json(q), q.span) for q in c.quantities],
        "polarity": c.polarity,
        "modality": c.modality,
        "attribution": {
            "source": c.voice.entity or c.voice.name or "narrator",
            "name": c.voice.name,
            "cue": c.voice.cue,
            "quoted": c.voice.quoted,
            "relay": [relay_json(r) for r in c.voice.relay],
        },
        "part": c.part,
    }
    if c.voice.span is not None:
        found["attribution"]["span"] = span_json(c.voice.span)
    if c.time is not None:
        found["time"] = _with_article(time_json(c.time), c.time.span)
    return found


def event_json(e: Event) -> Json:
    found: Json = {
        "id": e.id,
        "kind": e.kind,
        "title": e.title,
        "claims": list(e.claims),
        "participants": list(e.participants),
        "place": e.place,
        "code": e.code,
        "mode": e.mode,
        "cameo": e.cameo,
    }
    if e.time is not None:
        found["begin"] = e.time.begin.isoformat() if e.time.begin else None
        found["end"] = e.time.end.isoformat() if e.time.end else None
    return found


def fact_json(f: Fact) -> Json:
    return {
        "id": f.id,
        "text": f.text,
        "event": f.event,
        "relation": f.relation,
        "claims": list(f.claims),
        "witnesses": list(f.witnesses),
        "origins": [origin_json(o) for o in f.origins],
        "independent_origins": f.independent_origins,
        "why": f.why,
        "main": f.main,
    }


def origin_json(o: Origin) -> Json:
    return {
        "id": o.id,
        "kind": o.kind,
        "name": o.name,
        "claims": list(o.claims),
        "evidence": [span_json(s) for s in o.evidence],
        "certainty": o.certainty,
    }


def difference_json(d: Difference) -> Json:
    return {
        "id": d.id,
        "kind": d.kind,
        "severity": d.severity,
        "scope": d.scope,
        "note": d.note,
        "sides": [
            {**span_json(s.span), "value": s.value, "source": s.source or "narrator", "claim": s.claim} for s in d.sides
        ],
        "facts": list(d.facts),
    }


def edge_json(e: Edge) -> Json:
    return {
        "from": e.source,
        "to": e.target,
        "kind": e.kind,
        "certainty": e.certainty,
        "evidence": [span_json(s) for s in e.evidence],
    }


def timeline_json(t: TimelineEntry) -> Json:
    found: Json = {"when": t.when, "precision": t.precision, "status": t.status, "text": t.text, "main": t.main}
    if t.fact is not None:
        found["fact"] = t.fact
    return {**found, "evidence": [span_json(s) for s in t.evidence]}


def _dating_json(d: Dating | None) -> Json:
    if d is None:
        return {"value": None, "explicit": False, "evidence": []}
    return {
        "value": d.value,
        "explicit": d.explicit,
        "because": d.because,
        "evidence": [span_json(s) for s in d.evidence],
    }


def _candidate_json(d: DateCandidate, place: Callable[[Span], Json]) -> Json:
    """A date that was offered, chosen or not; "updated" ones date a revision."""
    return {"kind": d.kind, "value": d.value, "source": d.source, "evidence": [place(s) for s in d.evidence]}


def _role_json(role: str, entity: str | None, span: Span) -> Json:
    return {"role": role, **({"entity": entity} if entity else {}), "span": span_json(span)}


def _with_article(value: Json, span: Span) -> Json:
    return {"article": span.article, **value}


def _place(s: Span) -> Json:
    return {"start": s.start, "end": s.end}


def _pair(s: Span) -> list[int]:
    return [s.start, s.end]


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
