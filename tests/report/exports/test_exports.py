"""Every export, read by a reader that is not ours, and every one with hostile text in it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import bibtexparser
import networkx as nx
import pyarrow.parquet as pq
import pytest
import rdflib
from followthemoney import model
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.report.sample import MARKOVA, A, C, one_text, sample

from rashomon.errors import UsageError
from rashomon.records import Event, Role, TimelineEntry
from rashomon.report.exports import EXPORTS, export_files, site_files

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
# The readers' own libraries warn about one another.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
SCHEMA = rdflib.Namespace("https://schema.org/")


def exported(name: str, collation=None) -> bytes:
    (content,) = export_files(collation or sample(), name).values()
    return content


def with_event():
    whole = sample()
    first = whole.claims[0]
    burnt = replace(first, roles=(Role(role="agent", span=A.at("Markova"), head="Markova", entity=MARKOVA),))
    event = Event(
        id="e1", kind="fire", title="the fire", claims=(first.id,), participants=(MARKOVA,), code="ACCIDENT"
    )  # fmt: skip
    return replace(whole, claims=(burnt, *whole.claims[1:]), events=(event,))


def test_csv_tables_are_read_back_with_their_spans():
    files = export_files(sample(), "csv")
    assert set(files) == {f"{t}.csv" for t in ("articles", "claims", "facts", "differences", "quotes", "entities", "timeline", "ties")}  # fmt: skip
    claims = list(csv.DictReader(io.StringIO(files["claims.csv"].decode())))
    texts = {w.article.id: w.article.text for w in sample().witnesses}
    assert len(claims) == len(sample().claims)
    assert all(texts[c["article"]][int(c["start"]) : int(c["end"])] == c["text"] for c in claims)


@pytest.mark.parametrize("formula", ['=HYPERLINK("http://x.example","y")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_of_a_csv_starts_a_formula(formula):
    files = export_files(one_text(formula + " is what the paper printed"), "csv")
    for content in files.values():
        for row in csv.reader(io.StringIO(content.decode(), newline="")):
            assert not any(c.startswith(("=", "+", "-", "@", "\t", "\r")) for c in row), row


def test_parquet_tables_have_their_columns_even_when_empty():
    files = export_files(one_text("Nothing happened."), "parquet")
    claims = pq.read_table(io.BytesIO(files["claims.parquet"]))
    assert claims.num_rows == 0
    assert {"article", "start", "end", "text", "quoted"} <= set(claims.column_names)
    full = pq.read_table(io.BytesIO(export_files(sample(), "parquet")["differences.parquet"])).to_pylist()
    assert {r["id"] for r in full} == {d.id for d in sample().differences}


def test_jsonld_has_each_claim_with_its_words_at_its_place():
    graph = rdflib.Graph().parse(data=exported("jsonld"), format="json-ld")
    texts = {f"urn:rashomon:{w.article.id}": w.article.text for w in sample().witnesses}
    seen = 0
    for target in graph.objects(None, OA.hasTarget):
        text = texts[str(graph.value(target, OA.hasSource))]
        position, quote = sorted(graph.objects(target, OA.hasSelector), key=lambda s: (s, OA.exact, None) in graph)
        start, end = int(graph.value(position, OA.start)), int(graph.value(position, OA.end))
        assert text[start:end] == str(graph.value(quote, OA.exact))
        assert text[:start].endswith(str(graph.value(quote, OA.prefix)))
        seen += 1
    assert seen == len(sample().claims)
    claims = set(graph.subjects(rdflib.RDF.type, SCHEMA.Claim))
    assert len(claims) == len(sample().facts)
    assert all(graph.value(c, SCHEMA.appearance) for c in claims)


def test_followthemoney_reads_people_articles_and_who_is_named_where():
    proxies = [model.get_proxy(json.loads(line)) for line in exported("ftm", with_event()).decode().splitlines()]
    by_schema: dict[str, list] = {}
    for p in proxies:
        model.validate(p) if hasattr(model, "validate") else p.schema.validate(p.to_dict())
        by_schema.setdefault(p.schema.name, []).append(p)
    assert {"Article", "Person", "Organization", "Mention", "Event"} <= set(by_schema)
    markova = next(p for p in by_schema["Person"] if "Yelena Markova" in p.names)
    assert "Jelena Markowa" in markova.names
    assert {p.first("document") for p in by_schema["Mention"] if p.first("resolved") == markova.id} == {A.id, C.id}
    assert by_schema["Event"][0].get("involved") == [markova.id]
    assert not any("a detective" in p.names for p in proxies)


def test_the_calendar_has_what_is_still_open_and_nothing_that_is_past():
    calendar = Calendar.from_ical(exported("ical"))
    (event,) = calendar.walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2027, 6, 1), date(2027, 7, 1))
    assert "may resign" in event["summary"]
    assert str(event["status"]) == "TENTATIVE"


def test_timelinejs_escapes_what_it_will_insert_as_html():
    hostile = replace(
        one_text("<img src=x onerror=alert(1)>"),
        timeline=(TimelineEntry(when="2027-05-02", precision="day", status="past", text="<script>x</script>", evidence=()),),
    )  # fmt: skip
    assert b"<" not in exported("timelinejs", hostile).replace(b"<p><b>", b"").replace(b"</b>", b"")
    slides = json.loads(exported("timelinejs"))["events"]
    assert slides[0]["start_date"] == {"year": 2027, "month": 5, "day": 2}
    assert slides[-1]["end_date"]["month"] == 6


def test_plover_events_name_actor_code_and_spans():
    (row,) = [json.loads(line) for line in exported("plover", with_event()).decode().splitlines()]
    assert (row["event_type"], row["event_mode"], row["cameo"]) == ("ACCIDENT", [], None)
    assert row["contexts"] == []
    assert [a["name"] for a in row["actor"]] == ["Yelena Markova"]
    assert row["claims"][0]["end"] > row["claims"][0]["start"]


def test_bibtex_is_read_by_a_bibliography():
    library = bibtexparser.parse_string(exported("bibtex").decode())
    assert not library.failed_blocks
    assert library.entries[0].fields_dict["publisher"].value == "Hollen Herald"
    assert library.entries[0].key == "A-2027-report-a"


def test_the_stemma_exports_are_read_by_graph_tools():
    graph = nx.parse_graphml(exported("graphml").decode())
    assert graph.number_of_nodes() == len(sample().stemma.nodes)


def test_an_unknown_format_is_refused_with_those_there_are():
    with pytest.raises(UsageError, match="timelinejs"):
        export_files(sample(), "docx")


@pytest.mark.parametrize("name", sorted(EXPORTS))
def test_running_twice_gives_the_same_bytes(name):
    assert export_files(with_event(), name) == export_files(with_event(), name)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_an_export(text):
    collation = one_text(text)
    for name in EXPORTS:
        export_files(collation, name)
    rdflib.Graph().parse(data=exported("jsonld", collation), format="json-ld")
    Calendar.from_ical(exported("ical", collation))
    assert not bibtexparser.parse_string(exported("bibtex", collation).decode()).failed_blocks


def test_a_site_lists_its_stories_and_links_to_each():
    files = dict(site_files([sample(), one_text("<script>alert(1)</script>")]))
    assert set(files) == {"story-1.html", "story-2.html", "index.html"}
    index = files["index.html"].decode()
    assert 'href="story-1.html"' in index
    assert "Fire guts Hollen observatory" in index
    assert "<script" not in index


def test_the_page_on_exports_names_each_as_the_programme_does():
    page = (Path(__file__).parents[3] / "docs" / "exports.md").read_text("utf-8")
    for name, export in EXPORTS.items():
        assert f"| `{name}` | {export.suffix or 'a folder of files'} | {export.about} |" in page
