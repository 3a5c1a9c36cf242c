"""Claims and where they appear, as linked data: schema.org, W3C Web Annotation, PROV-O."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from rashomon.records import Claim, Collation, Fact, Span, Witness
from rashomon.report.exports.text import headline, on_one_line, plain, safe_url
from rashomon.report.stemma_exports import PROV_CONTEXT, iri, prov_graph

Json = dict[str, Any]
_AROUND = 32
"""Characters before and after the words, as the Web Annotation model's examples have them."""


def jsonld(collation: Collation) -> str:
    """One graph: a NewsArticle each witness, a Claim each fact with the articles it appears in, an Annotation each of its claims
    (TextQuoteSelector and TextPositionSelector into the article's text), and the stemma's derivations."""
    claims = {c.id: c for c in collation.claims}
    witnesses = {w.article.id: w for w in collation.witnesses}
    graph = [
        *(_article(w) for w in collation.witnesses),
        *(node for f in collation.facts for node in _fact(f, claims, witnesses)),
        *prov_graph(collation, articles=False),
    ]
    return json.dumps({"@context": PROV_CONTEXT, "@graph": graph}, ensure_ascii=True, indent=1) + "\n"


def _article(w: Witness) -> Json:
    found: Json = {
        "@id": iri(w.article.id),
        "@type": ["schema:NewsArticle", "prov:Entity"],
        "schema:identifier": w.article.id,
        "schema:headline": headline(w),
    }
    if w.outlet:
        found["schema:publisher"] = {"@type": "schema:Organization", "schema:name": on_one_line(w.outlet)}
    if w.published:
        found["schema:datePublished"] = w.published.value
    if url := safe_url(w.article.url):
        found["schema:url"] = {"@id": quote(url, safe=":/?#[]@!$&'()*+,;=%-._~")}
    if w.article.language:
        found["schema:inLanguage"] = w.article.language
    return found


def _fact(f: Fact, claims: Mapping[str, Claim], witnesses: Mapping[str, Witness]) -> Iterator[Json]:
    yield {
        "@id": iri(f"fact:{f.id}"),
        "@type": "schema:Claim",
        "schema:text": on_one_line(f.text),
        "schema:appearance": [{"@id": iri(a)} for a in f.witnesses],
        "rashomon:independentOrigins": f.independent_origins,
        "rashomon:origin": [plain(o.name) for o in f.origins if o.certainty != "may"],
    }
    for c in (claims[i] for i in f.claims):
        yield {
            "@id": iri(f"claim:{c.id}"),
            "@type": "oa:Annotation",
            "oa:motivatedBy": {"@id": "oa:identifying"},
            "oa:hasBody": {"@id": iri(f"fact:{f.id}")},
            "oa:hasTarget": {
                "@type": "oa:SpecificResource",
                "oa:hasSource": {"@id": iri(c.span.article)},
                "oa:hasSelector": _selectors(c.span, witnesses[c.span.article].article.text),
            },
        }


def _selectors(span: Span, text: str) -> list[Json]:
    return [
        {"@type": "oa:TextPositionSelector", "start": str(span.start), "end": str(span.end)},
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": plain(span.of(text)),
            "oa:prefix": plain(text[max(0, span.start - _AROUND) : span.start]),
            "oa:suffix": plain(text[span.end : span.end + _AROUND]),
        },
    ]
