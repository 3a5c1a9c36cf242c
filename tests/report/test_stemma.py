"""The stemma drawn and exported, read back by programs that are not ours."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from io import BytesIO
from itertools import pairwise

import networkx as nx
import pytest

from rashomon.records import Annotation, Article, Collation, Edge, Node, Span, Stemma, Story, Witness
from rashomon.report.stemma_exports import stemma_dot, stemma_graphml, stemma_prov
from rashomon.report.stemma_svg import lay_out, stemma_svg

# The readers' own libraries warn about one another.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
SVG = "{http://www.w3.org/2000/svg}"
TEXT = 'The weir at "Low Ash" gave way <at dawn>, the warden said. More & more of it followed.'


def collation(articles: int, voices: int, *, awkward: str = "") -> Collation:
    """`articles` reports that share voices, one of them copied by the next, all but the first through an agency."""
    ids = [f"a{i}" for i in range(articles)]
    witnesses = tuple(
        Witness(
            siglum=f"S{i}",
            article=Article(id=a, text=TEXT),
            annotation=Annotation(article=a, parts=(), sentences=()),
            outlet=f"The {i} Bell{awkward}",
        )
        for i, a in enumerate(ids)
    )
    nodes = [Node(id=a, kind="article", name=w.outlet or "") for a, w in zip(ids, witnesses, strict=True)]
    nodes += [Node(id=f"v{i}", kind="person", name=f"Warden {i} <b>{awkward}") for i in range(voices)]
    nodes += [
        Node(id="agency:Coast Wire", kind="agency", name="Coast Wire"),
        Node(id="lost:1", kind="document", name="lost common source", inferred=True),
    ]

    def edge(source: str, target: str, kind, certainty: str = "stated") -> Edge:
        article = source if source in ids else ids[0]
        return Edge(
            source=source,
            target=target,
            kind=kind,
            evidence=(Span(article=article, start=4, end=20),),
            certainty=certainty,
        )

    edges = [edge(a, f"v{(i * 7 + k) % voices}", "attribution") for i, a in enumerate(ids) for k in range(3) if voices]
    edges += [edge(a, "agency:Coast Wire", "credit") for a in ids[1:]]
    edges += [edge(ids[1], ids[0], "reuse", "likely"), edge(ids[-1], "lost:1", "reuse", "may")]
    edges += [edge("agency:Coast Wire", "v0", "attribution")]
    unique = {(e.source, e.target, e.kind): e for e in edges}
    stemma = Stemma(nodes=tuple(nodes), edges=tuple(unique.values()))
    return Collation(story=Story(id="s", title="Weir"), witnesses=witnesses, stemma=stemma)


@pytest.mark.parametrize(("articles", "voices"), [(2, 1), (3, 6), (60, 90)])
def test_nothing_in_the_picture_overlaps_or_leaves_it(articles, voices):
    layout = lay_out(collation(articles, voices).stemma, [f"a{i}" for i in range(articles)])
    assert all(0 < s.x < layout.width and 0 < s.y < layout.height for s in layout.spots.values())
    for column in range(3):
        rows = sorted(layout.spots[n.id].y for n in layout.nodes if layout.spots[n.id].column == column)
        assert all(b - a >= 20 for a, b in pairwise(rows))
    assert layout.height < 70 + 40 * max(articles, voices)


def test_every_line_says_what_it_rests_on_and_leads_there():
    root = ET.fromstring(stemma_svg(collation(3, 4), alone=True))
    ties = [g for g in root.iter(f"{SVG}g") if "tie" in (g.get("class") or "").split()]
    assert ties
    for g in ties:
        assert g.get("data-places")
        assert TEXT[int(g.get("data-start") or 0) : int(g.get("data-end") or 0)] == TEXT[4:20]
        title = g.find(f"{SVG}title")
        assert title is not None
        assert TEXT[4:20] in (title.text or "")


def test_the_picture_is_the_same_for_the_same_stemma_and_empty_for_none():
    assert stemma_svg(collation(5, 9)) == stemma_svg(collation(5, 9))
    assert stemma_svg(Collation(story=Story(id="s", title=""), witnesses=())) == ""


AWKWARD = ['"', "\\", "]]>", "\x00", "\ud800", "\u202e", "é\n"]


@pytest.mark.parametrize("awkward", AWKWARD)
def test_names_of_any_kind_are_drawn_and_exported(awkward):
    made = collation(3, 4, awkward=awkward)
    ET.fromstring(stemma_svg(made))
    ET.fromstring(stemma_graphml(made))
    assert stemma_dot(made).isprintable() or "\n" in stemma_dot(made)
    json.loads(stemma_prov(made))


def test_graphml_is_read_by_networkx():
    made = collation(4, 5)
    graph = nx.read_graphml(BytesIO(stemma_graphml(made).encode()), force_multigraph=True)
    assert set(graph.nodes) == {n.id for n in made.stemma.nodes}
    assert graph.number_of_edges() == len(made.stemma.edges)
    assert graph.nodes["v1"]["name"] == "Warden 1 <b>"
    assert {d["certainty"] for _, _, d in graph.edges(data=True)} == {"stated", "likely", "may"}


@pytest.mark.parametrize("awkward", ["", *AWKWARD])
def test_dot_is_read_by_pydot(awkward):
    pydot = pytest.importorskip("pydot")
    made = collation(4, 5, awkward=awkward)
    (graph,) = pydot.graph_from_dot_data(stemma_dot(made))
    assert len([n for n in graph.get_nodes() if n.get_name() != "node"]) == len(made.stemma.nodes)
    assert len(graph.get_edges()) == len(made.stemma.edges)


def test_prov_is_read_by_rdflib():
    rdflib = pytest.importorskip("rdflib")
    made = collation(4, 5)
    graph = rdflib.Graph().parse(data=stemma_prov(made), format="json-ld")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    a0, a1 = (rdflib.URIRef(f"urn:rashomon:a{i}") for i in (0, 1))
    assert (a1, prov.wasDerivedFrom, a0) in graph
    assert (a1, prov.wasAttributedTo, rdflib.URIRef("urn:rashomon:agency:Coast%20Wire")) in graph
    assert {str(o) for o in graph.objects(None, rdflib.URIRef("http://www.w3.org/ns/oa#start"))} == {"4"}
