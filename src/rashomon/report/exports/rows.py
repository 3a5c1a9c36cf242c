"""A collation as flat tables: CSV for spreadsheets, JSONL, Parquet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rashomon.errors import MissingExtraError
from rashomon.records import Collation, Span
from rashomon.report.exports.text import byline, headline, plain

Row = dict[str, str | int | float | bool | None]
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_files(collation: Collation) -> dict[str, bytes]:
    """One CSV file a table, UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return {f"{name}.csv": _csv(name, rows).encode() for name, rows in tables(collation).items()}


def jsonl_files(collation: Collation) -> dict[str, bytes]:
    """One JSONL file a table."""
    return {
        f"{name}.jsonl": "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows).encode()
        for name, rows in tables(collation).items()
    }


def parquet_files(collation: Collation) -> dict[str, bytes]:
    """One Parquet file a table; needs the extra `exports`."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as e:
        raise MissingExtraError("Parquet", "exports") from e
    found = {}
    for name, rows in tables(collation).items():
        out = io.BytesIO()
        columns = {c: [r[c] for r in rows] for c in _COLUMNS[name]}
        pq.write_table(pa.table(columns, schema=_schema(pa, name)), out)
        found[f"{name}.parquet"] = out.getvalue()
    return found


def tables(collation: Collation) -> dict[str, list[Row]]:
    """The tables by name. A span is three columns: article, start, end."""
    return {name: [_clean(name, r) for r in rows(collation)] for name, rows in _TABLES.items()}


def _articles(c: Collation) -> Iterator[Row]:
    for w in c.witnesses:
        yield {
            "id": w.article.id,
            "siglum": w.siglum,
            "outlet": w.outlet,
            "headline": headline(w),
            "byline": byline(w) or None,
            "published": w.published.value if w.published else None,
            "published_stated": w.published.explicit if w.published else None,
            "url": w.article.url,
            "language": w.article.language,
            "characters": len(w.article.text),
        }


def _claims(c: Collation) -> Iterator[Row]:
    fact_of = {claim: f.id for f in c.facts for claim in f.claims}
    event_of = {claim: e.id for e in c.events for claim in e.claims}
    for claim in c.claims:
        yield {
            "id": claim.id,
            "fact": fact_of.get(claim.id),
            "event": event_of.get(claim.id),
            **_span(claim.span),
            "text": claim.text,
            "predicate": claim.predicate,
            "polarity": claim.polarity,
            "modality": claim.modality,
            "time": claim.time.value if claim.time else None,
            "source": claim.voice.name or claim.voice.entity or "narrator",
            "quoted": claim.voice.quoted,
            "relay": " > ".join(r.name for r in claim.voice.relay),
        }


def _facts(c: Collation) -> Iterator[Row]:
    for f in c.facts:
        yield {
            "id": f.id,
            "event": f.event,
            "text": f.text,
            "relation": f.relation,
            "witnesses": len(f.witnesses),
            "independent_origins": f.independent_origins,
            "origins": "; ".join(o.name for o in f.origins if o.certainty != "may"),
            "why": f.why,
        }


def _differences(c: Collation) -> Iterator[Row]:
    for d in c.differences:
        for i, side in enumerate(d.sides):
            yield {
                "id": d.id,
                "side": i + 1,
                "kind": d.kind,
                "severity": d.severity,
                "scope": d.scope,
                "note": d.note,
                **_span(side.span),
                "value": side.value,
                "source": side.source or "narrator",
            }


def _quotes(c: Collation) -> Iterator[Row]:
    names = {e.id: e.name for e in c.entities}
    for w in c.witnesses:
        for q in w.annotation.quotes:
            if q.kind != "label":
                yield {
                    **_span(q.span),
                    "text": q.span.of(w.article.text),
                    "kind": q.kind,
                    "speaker": names.get(q.entity or "") or (q.speaker.of(w.article.text) if q.speaker else None),
                    "relay": " > ".join(r.name for r in q.relay),
                    "occasion": q.occasion.of(w.article.text) if q.occasion else None,
                }


def _entities(c: Collation) -> Iterator[Row]:
    for e in c.entities:
        yield {
            "id": e.id,
            "type": e.type,
            "name": e.name,
            "names": "; ".join(name for name, _ in e.names),
            "mentions": len(e.mentions),
            "anonymous": e.anonymous,
        }


def _timeline(c: Collation) -> Iterator[Row]:
    for t in c.timeline:
        for span in t.evidence:
            yield {
                "when": t.when,
                "precision": t.precision,
                "status": t.status,
                "text": t.text,
                "fact": t.fact,
                **_span(span),
            }


def _ties(c: Collation) -> Iterator[Row]:
    names = {n.id: n.name for n in c.stemma.nodes}
    for e in c.stemma.edges:
        for span in e.evidence:
            yield {
                "relies": e.source,
                "on": e.target,
                "name": names.get(e.target),
                "kind": e.kind,
                "certainty": e.certainty,
                **_span(span),
            }


_TABLES: Mapping[str, Callable[[Collation], Iterator[Row]]] = {
    "articles": _articles,
    "claims": _claims,
    "facts": _facts,
    "differences": _differences,
    "quotes": _quotes,
    "entities": _entities,
    "timeline": _timeline,
    "ties": _ties,
}
_PLACE = {"article": "string", "start": "int64", "end": "int64"}
_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "articles": {
        "id": "string", "siglum": "string", "outlet": "string", "headline": "string", "byline": "string",
        "published": "string", "published_stated": "bool", "url": "string", "language": "string", "characters": "int64",
    },
    "claims": {
        "id": "string", "fact": "string", "event": "string", **_PLACE, "text": "string", "predicate": "string",
        "polarity": "string", "modality": "string", "time": "string", "source": "string", "quoted": "bool", "relay": "string",
    },
    "facts": {
        "id": "string", "event": "string", "text": "string", "relation": "string", "witnesses": "int64",
        "independent_origins": "int64", "origins": "string", "why": "string",
    },
    "differences": {
        "id": "string", "side": "int64", "kind": "string", "severity": "string", "scope": "string", "note": "string",
        **_PLACE, "value": "string", "source": "string",
    },
    "quotes": {**_PLACE, "text": "string", "kind": "string", "speaker": "string", "relay": "string", "occasion": "string"},
    "entities": {
        "id": "string", "type": "string", "name": "string", "names": "string", "mentions": "int64", "anonymous": "bool",
    },
    "timeline": {
        "when": "string", "precision": "string", "status": "string", "text": "string", "fact": "string", **_PLACE,
    },
    "ties": {
        "relies": "string", "on": "string", "name": "string", "kind": "string", "certainty": "string", **_PLACE,
    },
}  # fmt: skip
"""Table to column to its Arrow type: the columns are there even where a table is empty."""


def _span(s: Span) -> Row:
    return {"article": s.article, "start": s.start, "end": s.end}


def _clean(table: str, row: Row) -> Row:
    return {c: plain(v) if isinstance(v := row[c], str) else v for c in _COLUMNS[table]}


def _csv(table: str, rows: list[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS[table])
    writer.writerows([_cell(v) for v in r.values()] for r in rows)
    return out.getvalue()


def _cell(value: str | int | float | bool | None) -> str | int | float | bool | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA) else value


def _schema(pa: Any, table: str) -> Any:
    types = {"string": pa.string(), "int64": pa.int64(), "bool": pa.bool_()}
    return pa.schema([(c, types[kind]) for c, kind in _COLUMNS[table].items()])
