"""Who said what, when and through whom: the attributions and quotations of a collation as rows."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rashomon.records import Attribution, Collation, Quote, Relay, Span, Witness


def statements_of(collation: Collation) -> Iterator[dict[str, object]]:
    """A row for each attributed content, and for each quotation that stands in none."""
    names = {e.id: e.name for e in collation.entities}
    for witness in collation.witnesses:
        quotes = [q for q in witness.annotation.quotes if q.kind != "label"]
        told: list[Span] = []
        for a in witness.annotation.attributions:
            if a.content and a.kind != "stance":
                told.extend(a.content)
                yield _attributed(a, witness, names, quotes)
        for q in quotes:
            if not any(q.span.overlaps(t) for t in told):
                yield _quoted(q, witness, names)


def _attributed(a: Attribution, witness: Witness, names: dict[str, str], quotes: list[Quote]) -> dict[str, object]:
    text = witness.article.text
    whole = Span(article=witness.article.id, start=a.content[0].start, end=a.content[-1].end)
    return {
        **_common(whole, " … ".join(_words(s, text) for s in a.content), witness, a.relay),
        "speaker": a.entity,
        "name": names.get(a.entity or "", " ".join(_words(s, text) for s in a.source)),
        "cue": " ".join(_words(s, text) for s in a.cue),
        "quoted": int(any(q.span.overlaps(s) for q in quotes for s in a.content)),
    }


def _quoted(q: Quote, witness: Witness, names: dict[str, str]) -> dict[str, object]:
    text = witness.article.text
    return {
        **_common(q.span, _words(q.span, text), witness, q.relay),
        "speaker": q.entity,
        "name": names.get(q.entity or "", _words(q.speaker, text) if q.speaker else ""),
        "cue": _words(q.cue, text) if q.cue else "",
        "quoted": 1,
    }


def _common(span: Span, text: str, witness: Witness, relay: tuple[Relay, ...]) -> dict[str, object]:
    return {
        "article": span.article,
        "start": span.start,
        "end": span.end,
        "text": text,
        "through": json.dumps([r.name for r in relay], ensure_ascii=False),
        "day": witness.published.value[:10] if witness.published else None,
    }


def _words(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())
