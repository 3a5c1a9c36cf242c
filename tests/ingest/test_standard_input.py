from __future__ import annotations

import gzip
import io
import json
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


def test_lines_of_json_a_list_and_packed_texts_are_known_by_their_content(piped) -> None:
    line = json.dumps({"text": TEXT, "headline": "Kiln bursts"})
    for data in (f"{line}\n{line}\n".encode(), f"[{line}]".encode(), line.encode(), gzip.compress(line.encode())):
        assert piped(data).articles[0].headline == "Kiln bursts"
    assert piped(gzip.compress(TEXT.encode())).articles[0].text == TEXT
    assert piped(gzip.compress(bytes(200_000_000))).rejects[0].reason == "more than 50 MB"
