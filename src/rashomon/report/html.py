"""The critical edition: one self-contained page that asks nothing of any network.

Every text is untrusted. Jinja escapes whatever it inserts; the page's own policy lets run only the script and the style that
are part of it, by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.records import Collation, Witness
from rashomon.report.page import page_of, say_findings
from rashomon.report.passages import Place, places_in
from rashomon.report.running_text import Line, running_text
from rashomon.report.stemma_svg import stemma_svg
from rashomon.report.timeline_svg import timeline_svg
from rashomon.report.wording import capital, count, label

_FIRST_WITNESSES = 8
_ALL = sys.maxsize
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """How many items of each long list are shown before the rest is folded away."""

    agreed: int = _ALL
    partial: int = _ALL
    single: int = 12
    voices: int = 12
    ties: int = _ALL
    names: int = _ALL


WHOLE = First()
BRIEF = First(agreed=40, partial=12, single=3, voices=8, ties=12, names=24)


def render_html(collation: Collation, version: str) -> str:
    """The page of a collation. `version` is the version of the programme that made it."""
    style, script = asset("report.css"), asset("theme.js") + asset("report.js")
    return (
        environment()
        .get_template("report.html")
        .render(
            edition_of(collation),
            version=version,
            style=Markup(style),
            script=Markup(script),
            style_hash=policy_hash(style),
            script_hash=policy_hash(script),
        )
    )


def edition_of(collation: Collation, *, elsewhere: str = "") -> dict[str, object]:
    """What the template `edition.html` shows, wherever it stands; links of its texts lead into the edition at the address `elsewhere`."""
    page = page_of(collation)
    items = (*page.contradictions, *page.differences)
    places = tuple(places_in(page))
    return {
        "page": page,
        "texts": [(w, running_text(w, items, places)) for w in collation.witnesses],
        "elsewhere": elsewhere,
        "brief": False,
        "first": WHOLE,
        "lines": {w.siglum: w for w in page.witnesses},
        "numbers": {d.number: f"diff-{fragment_of(d.id)}" for d in items},
        "contested": {f: d.number for d in reversed(items) for f in d.facts if f in page.contested},
        "summary": say_findings(page),
        "first_witnesses": _FIRST_WITNESSES,
        "stemma": Markup(stemma_svg(collation)),
        "dates": Markup(timeline_svg(page, collation.witnesses)),
        "tools": None,
    }


def in_brief(edition: Mapping[str, object], texts: Container[str]) -> dict[str, object]:
    """An edition with the beginnings of its long lists and the texts of these sigla alone: the rest is to be had elsewhere."""
    witnesses = cast("list[tuple[Witness, tuple[Line, ...]]]", edition["texts"])
    few = [(w, text if w.siglum in texts else None) for w, text in witnesses]
    return {**edition, "texts": few, "brief": True, "first": BRIEF}


@cache
def environment() -> Environment:
    """Where templates of pages are found: escaping, with the filters and words that they share. An overlay may find more of them."""
    environment = Environment(
        loader=PackageLoader("rashomon.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_showable,
    )
    environment.filters.update(
        ident=fragment_of, capital=capital, keys=_keys, without_that=lambda words: words.removeprefix("that ")
    )
    environment.globals.update(count=count, label=label)
    return environment


def _showable(value: object) -> object:
    """Characters that a page cannot hold, each replaced by one that it can, so that offsets stay true."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", value.replace("\r", " "))


def fragment_of(value: str) -> str:
    """`value` as (part of) an id of the page: stable, and different for different values."""
    return _NOT_IN_AN_ID.sub(lambda m: f".{ord(m[0]):x}.", value)


def _keys(places: tuple[Place, ...]) -> str:
    return " ".join(dict.fromkeys(p.key for p in places))


@cache
def asset(name: str) -> str:
    """A style or script of the page."""
    return files("rashomon.report").joinpath("templates", name).read_text("utf-8")


def policy_hash(code: str) -> str:
    """What the page's own policy knows a style or script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
