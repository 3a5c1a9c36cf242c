"""A whole annotation: nothing that stands in a text makes it fail, and all its spans lie in that text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.annotate import annotate
from rashomon.annotate.parser import Parser
from rashomon.ingest import split_parts
from rashomon.records import Annotation, Article

REPORTS = sorted((Path(__file__).parents[2] / "examples").glob("*/*.txt"))
pytestmark = pytest.mark.model


def read(texts: list[str], parser: Parser) -> list[Annotation]:
    articles = [Article(id=f"a{i}", text=t, parts=split_parts(f"a{i}", t)) for i, t in enumerate(texts)]
    return annotate(articles, parser)


def assert_spans_lie_within(found: Annotation, text: str) -> None:
    spans = [x.span for x in (*found.mentions, *found.times, *found.quantities, *found.quotes)]
    spans += [s for a in found.attributions for s in (*a.source, *a.cue, *a.content)]
    assert all(0 <= s.start < s.end <= len(text) and s.article == found.article for s in spans)


@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), max_size=60), min_size=20, max_size=40))
def test_any_text_can_be_read(parser: Parser, texts: list[str]) -> None:
    for text, found in zip(texts, read(texts, parser), strict=True):
        assert_spans_lie_within(found, text)


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_a_report_cut_off_anywhere_can_be_read(path: Path, parser: Parser) -> None:
    whole = path.read_text("utf-8")
    texts = [whole[: len(whole) * n // 7 + n] for n in range(1, 7)] + [
        whole[len(whole) * n // 5 + n :] for n in range(1, 4)
    ]
    for text, found in zip(texts, read(texts, parser), strict=True):
        assert_spans_lie_within(found, text)
