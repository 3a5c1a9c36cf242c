"""The formats by name. Another one is a file beside this that turns a Collation into bytes, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rashomon.errors import UsageError
from rashomon.records import Collation
from rashomon.report.exports.bibtex import bibtex
from rashomon.report.exports.calendar import icalendar
from rashomon.report.exports.followthemoney import followthemoney
from rashomon.report.exports.jsonld import jsonld
from rashomon.report.exports.plover import plover
from rashomon.report.exports.rows import csv_files, jsonl_files, parquet_files
from rashomon.report.exports.timelinejs import timelinejs
from rashomon.report.html import render_html
from rashomon.report.json import collation_json, dumps
from rashomon.report.markdown import render_markdown
from rashomon.report.stemma_exports import stemma_dot, stemma_graphml, stemma_prov
from rashomon.report.stemma_svg import stemma_svg
from rashomon.version import __version__

Files = dict[str, bytes]
"""File name to content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A format: what it is for, and what makes it. `suffix` is that of its only file, None where it makes several."""

    about: str
    suffix: str | None
    files: Callable[[Collation], Files]


def export_files(collation: Collation, name: str) -> Files:
    """A collation in the format called `name`: one file called "collation" with its suffix, or several."""
    if name not in EXPORTS:
        raise UsageError(f"no export is called {name!r}: there are {', '.join(EXPORTS)}")
    return EXPORTS[name].files(collation)


def _one(suffix: str, about: str, render: Callable[[Collation], str]) -> Export:
    return Export(
        about=about,
        suffix=suffix,
        files=lambda c: {f"collation{suffix}": render(c).encode("utf-8", "surrogatepass")},
    )


EXPORTS: Mapping[str, Export] = {
    "html": _one(".html", "the critical edition as one page", lambda c: render_html(c, __version__)),
    "markdown": _one(".md", "the same for a note, a ticket or a mail", render_markdown),
    "json": _one(".json", "everything, for programs", lambda c: dumps(collation_json(c, __version__)) + "\n"),
    "csv": Export(about="tables for a spreadsheet", suffix=None, files=csv_files),
    "jsonl": Export(about="the same tables, an object a line", suffix=None, files=jsonl_files),
    "parquet": Export(about="the same tables for pandas, DuckDB, R", suffix=None, files=parquet_files),
    "jsonld": _one(
        ".jsonld", "schema.org claims with their appearances, Web Annotation selectors, PROV-O derivations", jsonld
    ),
    "ftm": _one(".ftm.json", "FollowTheMoney entities, one a line, for Aleph and OpenSanctions tools", followthemoney),
    "timelinejs": _one(".timeline.json", "the timeline for TimelineJS", timelinejs),
    "ical": _one(".ics", "what is expected, for a calendar", icalendar),
    "plover": _one(".plover.jsonl", "dated events with actors and PLOVER codes, one a line", plover),
    "bibtex": _one(".bib", "the witnesses, for a bibliography", bibtex),
    "graphml": _one(".graphml", "the stemma for Gephi, yEd, Cytoscape", stemma_graphml),
    "dot": _one(".dot", "the stemma for Graphviz", stemma_dot),
    "prov": _one(".prov.jsonld", "the stemma as PROV-O", stemma_prov),
    "svg": _one(".svg", "the stemma as a picture", lambda c: stemma_svg(c, alone=True) + "\n"),
}
