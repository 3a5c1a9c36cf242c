"""A collation as the files that a command was asked for."""

from __future__ import annotations

from rashomon import __version__
from rashomon.app.cli.output import write_text
from rashomon.records import Collation
from rashomon.report.html import render_html
from rashomon.report.json import collation_json, dumps
from rashomon.report.markdown import render_markdown


def write_rendered(collation: Collation, *, json_to: str | None, html_to: str | None, markdown_to: str | None) -> bool:
    """Write each form that has a destination; whether there was any."""
    if json_to:
        write_text(json_to, dumps(collation_json(collation, __version__)) + "\n")
    if html_to:
        write_text(html_to, render_html(collation, __version__))
    if markdown_to:
        write_text(markdown_to, render_markdown(collation))
    return bool(json_to or html_to or markdown_to)
