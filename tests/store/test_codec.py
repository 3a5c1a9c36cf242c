from __future__ import annotations

from datetime import datetime

from rashomon.annotate import annotate
from rashomon.annotate.parser import Parser
from rashomon.ingest import read_inputs
from rashomon.records import Annotation, Article, Interval, Span, TimeInterval, Timex
from rashomon.store.codec import pack, unpack

TEXT = "The mill at Oster burned on 4 May 2031. “We lost all of it,” said Mara Lind, who owns two thirds."


def test_an_annotation_comes_back_as_it_was(parser: Parser) -> None:
    articles = read_inputs([Article(id="a", text=TEXT)]).articles
    annotation = annotate(articles, parser)[0]
    assert unpack(Annotation, pack(annotation)) == annotation


def test_a_nested_record_with_open_ends_comes_back_as_it_was() -> None:
    timex = Timex(
        span=Span(article="a", start=1, end=4),
        type="DURATION",
        value="PT2H",
        interval=TimeInterval(begin=datetime(2031, 5, 4)),
        length=Interval(low=7200.0, high=None),
    )
    assert unpack(Timex, pack(timex)) == timex


def test_equal_records_give_equal_bytes() -> None:
    assert pack(Span(article="a", start=1, end=4)) == pack(Span(article="a", start=1, end=4))
