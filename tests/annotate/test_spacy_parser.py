"""The parser: the same line gives the same answer in any company, and only the pinned model files are loaded."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.annotate import spacy_parser
from rashomon.annotate.spacy_parser import SpacyParser
from rashomon.annotate.steady_ops import SteadyOps
from rashomon.errors import ModelError

LINES = [
    "Divers searched the quarry near Altenau for a second day.",
    "No one was hurt.",
    '"We heard it twice," said Lena Moss, who runs the ferry to Skarholm.',
    "The mill, built in 1911, employed 240 people until the flood of last spring closed the valley road for good.",
    "Why?",
]  # fmt: skip


@pytest.fixture(scope="module")
def model() -> SpacyParser:
    return SpacyParser(memory=0)


def test_a_line_alone_gives_what_it_gives_among_others(model: SpacyParser) -> None:
    together = model.parse(LINES * 3 + LINES[::-1])
    alone = [model.parse([line])[0] for line in LINES]
    assert together == alone * 3 + alone[::-1]


def test_vectors_do_not_change_with_the_company(model: SpacyParser) -> None:
    together = [doc.tensor for doc in model._nlp.pipe(LINES * 20)]
    for i, line in enumerate(LINES):
        (alone,) = (doc.tensor for doc in model._nlp.pipe([line]))
        assert numpy.array_equal(alone, together[i])
        assert numpy.array_equal(alone, together[i + 5 * 19])


@settings(max_examples=40, deadline=None)
@given(rows=st.integers(0, 300), inner=st.sampled_from([64, 96, 288]), width=st.sampled_from([17, 50, 106, 288]))
def test_rows_of_a_product_do_not_depend_on_their_number(rows: int, inner: int, width: int) -> None:
    random = numpy.random.default_rng(7)
    x = random.standard_normal((600, inner)).astype("f")
    w = random.standard_normal((width, inner)).astype("f")
    ops = SteadyOps(use_blis=False)
    assert numpy.array_equal(ops.gemm(x[:rows], w, trans2=True), ops.gemm(x, w, trans2=True)[:rows])


def test_a_line_seen_before_is_not_parsed_again() -> None:
    parser = SpacyParser()
    first = parser.parse(LINES)
    parser._parse_new = lambda lines: [pytest.fail("parsed again") for _ in lines]  # type: ignore[method-assign]
    assert parser.parse(LINES[::-1]) == first[::-1]


def test_a_model_file_that_is_not_the_pinned_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pinned = {spacy_parser.DEFAULT_MODEL: {"__init__.py": "0" * 64}}
    monkeypatch.setattr("rashomon.annotate.pinned._pinned", lambda: pinned)
    with pytest.raises(ModelError, match=r"is not the pinned one .* install it again"):
        SpacyParser()


def test_a_missing_model_is_one_clear_line() -> None:
    with pytest.raises(ModelError, match="no language model 'no_such_model' is installed"):
        SpacyParser("no_such_model")
