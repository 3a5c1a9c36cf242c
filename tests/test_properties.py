"""What holds for every collation, whatever goes in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon import Article, RashomonError, collate
from rashomon.app.assemble import ingest
from rashomon.report.json import collation_json

ROOT = Path(__file__).parent.parent
EVENTS = sorted(p for p in (ROOT / "examples").iterdir() if p.is_dir())
PARAGRAPHS = [
    line
    for event in EVENTS
    for file in sorted(event.glob("*.txt"))
    for line in file.read_text("utf-8").splitlines()
    if line
]
slow = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
lines = st.one_of(st.sampled_from(PARAGRAPHS), st.text(max_size=60))
texts = st.lists(lines, min_size=1, max_size=6).map("\n".join)


def reports(event: Path) -> list[Article]:
    return list(ingest([str(event)]).articles)


def as_json(articles: list[Article]) -> dict[str, Any]:
    return collation_json(collate(articles), "test")


PLAIN = {"speaker", "cue", "occasion", "of", "span", "trigger", "source", "content"}
"""Keys whose values are spans without an article of their own: [start, end], or several of them."""


def spans(value: Any, article: str = "") -> Iterator[tuple[str, int, int]]:
    """Every span in a collation's JSON, whichever way it is written."""
    if isinstance(value, dict):
        article = value.get("article", article)
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield article, value["start"], value["end"]
        for key, inner in value.items():
            if key in PLAIN and isinstance(inner, list):
                for start, end in [inner] if inner and isinstance(inner[0], int) else inner:
                    yield article, start, end
            else:
                yield from spans(inner, article)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner, article)


def assert_spans_hold(found: dict[str, Any], texts: dict[str, str]) -> None:
    for c in found["claims"]:
        span = c["span"]
        assert texts[span["article"]][span["start"] : span["end"]] == c["text"]
        c["article"] = span["article"]  # its trigger and relay are plain offsets
    for a in found["articles"]:
        a["article"] = a["id"]  # so are its parts
    places = list(spans(found))
    assert places or not any(texts.values())
    for article, start, end in places:
        assert 0 <= start < end <= len(texts[article])


@pytest.mark.parametrize("event", EVENTS, ids=lambda p: p.name)
def test_every_span_of_an_example_lies_in_its_article(event: Path) -> None:
    articles = reports(event)
    assert_spans_hold(as_json(articles), {a.id: a.text for a in articles})


@slow
@given(st.lists(texts, min_size=1, max_size=3))
def test_every_span_of_any_text_lies_in_its_article(given_texts: list[str]) -> None:
    try:
        collation = collate([Article(id=f"a{i}", text=t) for i, t in enumerate(given_texts)])
    except RashomonError:
        return
    assert_spans_hold(collation_json(collation, "test"), {w.article.id: w.article.text for w in collation.witnesses})


def without_order(found: dict[str, Any]) -> dict[str, Any]:
    """A collation's JSON without what the order of the inputs may change: sigla, notes that name them, and the order of listing."""
    sigla = [a.pop("siglum") for a in found["articles"]]
    assert len(sigla) == len(set(sigla))
    for d in found["differences"]:
        d.pop("note")
    canonical: dict[str, Any] = unlisted({k: v for k, v in found.items() if k not in ("notes", "rejects", "story")})
    return canonical


def unlisted(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: unlisted(v) for k, v in value.items()}
    if isinstance(value, list) and not (value and isinstance(value[0], int)):
        return sorted(map(unlisted, value), key=lambda v: json.dumps(v, sort_keys=True))
    return value


@pytest.mark.parametrize("event", EVENTS, ids=lambda p: p.name)
def test_the_order_of_the_reports_changes_nothing_but_sigla(event: Path) -> None:
    articles = reports(event)
    forward, backward = without_order(as_json(articles)), without_order(as_json(articles[::-1]))
    for key in forward:
        assert forward[key] == backward[key], key


def test_two_runs_give_identical_bytes() -> None:
    command = [sys.executable, "-m", "rashomon", "collate", str(EVENTS[0]), "--json", "-"]
    first, second = (
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    )
    assert first
    assert first == second


@pytest.mark.parametrize("event", EVENTS, ids=lambda p: p.name)
def test_an_article_about_something_else_changes_no_fact_among_the_others(event: Path) -> None:
    articles = reports(event)
    other = next(reports(e)[0] for e in EVENTS if e != event)
    alone, beside = as_json(articles), as_json([*articles, other])
    own = {c["id"] for c in alone["claims"]}
    assert {tuple(sorted(f["claims"])) for f in alone["facts"]} == {
        tuple(sorted(c for c in f["claims"] if c in own)) for f in beside["facts"] if own & set(f["claims"])
    }
