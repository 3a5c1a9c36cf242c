"""A small round of the fuzzing that `make fuzz` does at length."""

from __future__ import annotations

import pytest
from quality.fuzz_text import Fuzz, run

from rashomon.annotate.parser import Parser


@pytest.mark.model
def test_no_text_breaks_a_reader_or_the_annotation(parser: Parser) -> None:
    fuzz = Fuzz(parser)
    run(fuzz, count=40, cut=20, seed_=1)
    assert fuzz.counts["texts"] >= 60
    assert fuzz.counts["annotated"] > fuzz.counts["texts"]
