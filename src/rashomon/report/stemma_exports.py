"""The stemma in the formats that other tools read: GraphML, DOT and W3C PROV-O as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

import networkx as nx

from rashomon.records import Collation, Edge, Node, Span
from rashomon.report.json import Json
from rashomon.report.stemma_svg import stemma_svg

_SHAPES = {"article": "circle", "agency": "box", "platform": "box", "document": "note", "person": "ellipse"}
_STYLES = {"stated": "solid", "likely": "dashed", "may": "dotted"}
_PROV_TYPES = {
    "article": ["prov:Entity", "schema:NewsArticle"],
    "agency": ["prov:Agent", "prov:Organization"],
    "person": ["prov:Agent"],
    "platform": ["prov:Agent", "prov:Organization"],
    "document": ["prov:Entity"],
}
PROV_CONTEXT: Json = {
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "rashomon": "urn:rashomon:",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}


def export_stemma(collation: Collation, suffix: str) -> str:
    """The stemma in the format that a file's suffix stands for (STEMMA_FORMATS)."""
    return STEMMA_FORMATS[suffix](collation)


def stemma_graphml(collation: Collation) -> str:
    """GraphML, for Gephi, yEd, Cytoscape: `kind`, `name` on nodes; `kind`, `certainty`, `evidence`, `words` on edges."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    texts = _texts(collation)
    for n in collation.stemma.nodes:
        graph.add_node(_plain(n.id), kind=n.kind, name=_plain(n.name), inferred=n.inferred)
    for e in collation.stemma.edges:
        graph.add_edge(
            _plain(e.source),
            _plain(e.target),
            kind=e.kind,
            certainty=e.certainty,
            evidence=" ".join(f"{_plain(s.article)}:{s.start}-{s.end}" for s in e.evidence),
            words=_plain(" | ".join(s.of(texts[s.article]) for s in e.evidence)),
        )
    return "\n".join(nx.generate_graphml(graph, named_key_ids=True)) + "\n"


def stemma_dot(collation: Collation) -> str:
    """DOT, for Graphviz: sources above, what relies on them below."""
    sigla = {w.article.id: w.siglum for w in collation.witnesses}
    texts = _texts(collation)
    lines = ["digraph stemma {", "  rankdir=BT;", '  node [fontname="serif"];']
    lines += [f"  {_quoted(n.id)} [{_dot_node(n, sigla)}];" for n in collation.stemma.nodes]
    lines += [f"  {_quoted(e.source)} -> {_quoted(e.target)} [{_dot_edge(e, texts)}];" for e in collation.stemma.edges]
    return "\n".join([*lines, "}"]) + "\n"


def stemma_prov(collation: Collation) -> str:
    """PROV-O as JSON-LD. A reuse is a derivation, a tie to a document a primary source, every other tie an attribution.

    The evidence of a tie stands with its qualified form, as text positions in the article (Web Annotation vocabulary).
    """
    return json.dumps({"@context": PROV_CONTEXT, "@graph": prov_graph(collation)}, ensure_ascii=True, indent=1) + "\n"


def prov_graph(collation: Collation, *, articles: bool = True) -> list[Json]:
    """Nodes and ties of the stemma; without `articles` for a graph that describes those itself."""
    nodes = {n.id: n for n in collation.stemma.nodes}
    told = [_prov_node(n) for n in collation.stemma.nodes if articles or n.kind != "article"]
    return told + [_prov_edge(e, nodes) for e in collation.stemma.edges]


def _prov_node(n: Node) -> Json:
    kinds = [*_PROV_TYPES[n.kind], "rashomon:Inferred"] if n.inferred else _PROV_TYPES[n.kind]
    return {"@id": iri(n.id), "@type": kinds, "label": n.name}


def _prov_edge(e: Edge, nodes: Mapping[str, Node]) -> Json:
    target = nodes[e.target]
    about: Json = {
        "rashomon:kind": e.kind,
        "rashomon:certainty": e.certainty,
        "rashomon:evidence": [_position(s) for s in e.evidence],
    }
    source: Json = {"@id": iri(e.source)}
    there = {"@id": iri(e.target)}
    if "prov:Entity" in _PROV_TYPES[target.kind]:
        kind = "prov:PrimarySource" if target.kind == "document" and not target.inferred else "prov:Derivation"
        source["prov:wasDerivedFrom"] = there
        source["prov:qualifiedDerivation"] = {"@type": kind, "prov:entity": there, **about}
    elif nodes[e.source].kind == "article":
        source["prov:wasAttributedTo"] = there
        source["prov:qualifiedAttribution"] = {"@type": "prov:Attribution", "prov:agent": there, **about}
    else:
        # An agency speaks for the voice that it passes on.
        source["prov:actedOnBehalfOf"] = there
        source["prov:qualifiedDelegation"] = {"@type": "prov:Delegation", "prov:agent": there, **about}
    return source


def _position(s: Span) -> Json:
    return {
        "@type": "oa:TextPositionSelector",
        "rashomon:in": {"@id": iri(s.article)},
        "start": str(s.start),
        "end": str(s.end),
    }


def _dot_node(n: Node, sigla: Mapping[str, str]) -> str:
    label = f"{sigla[n.id]}\n{n.name}" if n.id in sigla else n.name
    style = ', style="dashed"' if n.inferred else ""
    return f'label={_quoted(label)}, shape="{_SHAPES[n.kind]}"{style}'


def _dot_edge(e: Edge, texts: Mapping[str, str]) -> str:
    words = _plain(" | ".join(s.of(texts[s.article]) for s in e.evidence[:3]))
    return f'label="{e.kind}", style="{_STYLES[e.certainty]}", edgetooltip={_quoted(words)}'


def _quoted(words: str) -> str:
    escaped = _plain(words).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def iri(name: str) -> str:
    """An id as an IRI: characters that none may hold are percent-encoded."""
    return "urn:rashomon:" + "".join(_encoded(name))


def _encoded(name: str) -> Iterator[str]:
    for c in name:
        if c.isascii() and (c.isalnum() or c in "-._~:"):
            yield c
        else:
            yield "".join(f"%{b:02X}" for b in c.encode("utf-8", "surrogatepass"))


def _plain(words: str) -> str:
    """Text without characters that XML cannot hold."""
    return "".join(
        c if (c >= " " or c in "\t\n") and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff" else "\ufffd"
        for c in words
    )


def _texts(collation: Collation) -> dict[str, str]:
    return {w.article.id: w.article.text for w in collation.witnesses}


def _svg(collation: Collation) -> str:
    return stemma_svg(collation, alone=True) + "\n"


STEMMA_FORMATS: Mapping[str, Callable[[Collation], str]] = {
    ".graphml": stemma_graphml,
    ".dot": stemma_dot,
    ".jsonld": stemma_prov,
    ".svg": _svg,
}
