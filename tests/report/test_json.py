"""What the JSON lists of an annotation."""

from __future__ import annotations

from dataclasses import replace

from rashomon.records import Annotation, Quote, Span
from rashomon.report.json import annotation_json


def test_a_title_and_a_quotation_between_apostrophes_are_not_listed() -> None:
    quote = Quote(span=Span(article="a", start=0, end=4), kind="full", utterance=0)
    quotes = (quote, replace(quote, kind="label"), replace(quote, apostrophes=True))
    listed = annotation_json(Annotation(article="a", parts=(), sentences=(), quotes=quotes))["quotes"]
    assert [(q["start"], q["end"]) for q in listed] == [(0, 4)]
