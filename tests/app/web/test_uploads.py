"""Files that browsers send: their names are untrusted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.app.web.uploads import Upload, read_uploads, safe_name

TEXT = b"Two potters were hurt when the kiln at Oster burst on Monday, the mayor said."


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\system.ini", "system.ini"),
        ("/etc/cron.d/job", "job"),
        ("..", "report.txt"),
        ("", "report.txt"),
        (".bashrc", "bashrc"),
        ("a\0b\n.txt", "a_b_.txt"),
        ("C:evil.txt", "C_evil.txt"),
    ],
)
def test_a_name_leads_into_no_other_folder(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text())
def test_any_name_is_one_that_a_file_can_have(name: str) -> None:
    safe = safe_name(name)
    assert safe not in ("", ".", "..")
    assert not set(safe) & set("/\\\0")
    assert len(safe.encode()) <= 255


def test_uploads_of_every_kind_become_articles_under_their_names() -> None:
    page = (
        b"<html><head><title>Kiln</title></head><body><article><h1>Kiln bursts</h1><p>"
        + TEXT * 3
        + b"</p></article></body></html>"
    )
    line = b'{"text": "The guild of Oster met on Friday to speak about the kiln.", "outlet": "Oster Post"}\n'
    articles, rejects = read_uploads(
        [
            Upload(name="../a.txt", data=TEXT),
            Upload(name="b.html", data=page),
            Upload(name="c.jsonl", data=line),
            Upload(name="<script>.png", data=b"\x89PNG\0"),
        ]
    )
    assert [a.input for a in articles] == ["a.txt", "b.html", "c.jsonl:1"]
    assert articles[2].outlet == "Oster Post"
    assert [r.input for r in rejects] == ["_script_.png"]
