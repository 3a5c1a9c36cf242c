from __future__ import annotations

import io
from types import SimpleNamespace

import pytest

from rashomon.ingest import Ingested, read_inputs

TEXT = "The kiln at Oster burst on Monday, the guild said. Two potters were hurt and the market stayed closed all day."


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch):
    def read(data: bytes) -> Ingested:
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        return read_inputs(["-"])

    return read


def test_a_text_is_read_from_standard_input(piped) -> None:
    (article,) = piped(TEXT.encode()).articles
    assert (article.text, article.input) == (TEXT, "standard input")


def test_a_page_is_known_by_its_content(piped) -> None:
    page = f"<!doctype html><html><head><title>Kiln bursts</title></head><body><article><p>{TEXT}</p></article></body></html>"
    (article,) = piped(page.encode()).articles
    assert article.headline == "Kiln bursts"


def test_what_is_no_text_is_rejected_with_its_reason(piped) -> None:
    assert piped(b"\x89PNG\r\n\x1a\n").rejects[0].reason == "not a text: a picture"
    assert piped(b"").rejects[0].reason == "empty"
