"""Files, folders and JSON lines to articles; one clear reason for each input that is of no use."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.errors import InputError
from rashomon.ingest import Ingested, read_inputs, without_copies
from rashomon.records import Article, Part
from tests.counted import calls

TEXT = "The mayor of Lower Brill opened the new lock on Friday, watched by some two hundred people and a brass band."
GERMAN = "Die Bürgermeisterin hat am Freitag die neue Schleuse eröffnet. Rund zweihundert Menschen und eine Blaskapelle sahen ihr dabei zu."


def put(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def reason(*inputs: str | Path | Article) -> str:
    found = read_inputs(inputs)
    assert not found.articles
    assert len(found.rejects) == 1
    assert "\n" not in found.rejects[0].reason
    return found.rejects[0].reason


def texts(found: Ingested) -> list[str]:
    return [a.text for a in found.articles]


def test_a_plain_file(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", "\ufeff" + TEXT + "\r\n")
    (article,) = read_inputs([path]).articles
    assert (article.text, article.input, article.language) == (TEXT + "\r\n", str(path), "en")
    assert read_inputs([str(path)]).articles[0].id == article.id


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    put(tmp_path, "b.txt", TEXT + " B")
    put(tmp_path, "a.md", TEXT + " A")
    put(tmp_path / "sub", "c.jsonl", json.dumps({"id": "x", "text": TEXT}))
    put(tmp_path, ".hidden.txt", "no")
    put(tmp_path, "photo.jpg", b"\xff\xd8\xff\x00")
    found = read_inputs([tmp_path])
    assert texts(found) == [TEXT + " A", TEXT + " B", TEXT]
    assert [(r.input, "1 .jpg" in r.reason) for r in found.rejects] == [(str(tmp_path), True)]


def test_missing_and_empty(tmp_path: Path) -> None:
    assert reason(tmp_path / "no.txt") == "no such file or folder"
    assert reason("a\0b") == "no such file or folder"
    assert reason("a" * 5000) == "not a file's name"
    assert reason(tmp_path) == "an empty folder"
    assert reason(put(tmp_path, "a.txt", "")) == "empty"
    assert "empty" in reason(put(tmp_path, "b.txt", " \n\t\u200b\ufeff\u200f"))
    assert "empty" in reason(put(tmp_path, "c.jsonl", "\n\n"))


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", TEXT)
    (tmp_path / "closed").mkdir()
    put(tmp_path / "closed", "b.txt", TEXT)
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    told = [(str(tmp_path / "closed"), "permission denied")]
    assert [(r.input, r.reason) for r in read_inputs([tmp_path]).rejects] == told
    assert [(r.input, r.reason) for r in read_inputs([tmp_path / "closed"]).rejects] == told


def test_not_text(tmp_path: Path) -> None:
    assert "PDF" in reason(put(tmp_path, "a.txt", b"%PDF-1.7 abc"))
    assert "binary" in reason(put(tmp_path, "b.txt", bytes(range(256)) * 20))
    assert "binary" in reason(put(tmp_path, "c.txt", TEXT + "\0"))
    assert "UTF-16" in reason(put(tmp_path, "d.txt", TEXT.encode("utf-16")))
    assert "no article" in reason(put(tmp_path, "e.html", "<!DOCTYPE html><p>"))
    assert "binary" in reason(Article(id="a", text="\x01\x02\x03" * 50))


def test_invalid_utf8_says_where(tmp_path: Path) -> None:
    found = reason(put(tmp_path, "a.txt", b"Erste Zeile\nCaf\xe9 zu"))
    assert found == "not valid UTF-8: byte 0xe9 at offset 15 (line 2); save it as UTF-8"


def test_what_is_too_long_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as f:
        f.truncate(50_000_000)
    assert calls(lambda: reason(path)) < 1_000
    assert "too long" in reason(path)
    assert "too long" in reason(Article(id="a", text="word " * 300_000))
    line = put(
        tmp_path, "long.jsonl", b'{"text": "' + b"x" * 50_000_000 + b'"}\n' + json.dumps({"text": TEXT}).encode()
    )
    found = read_inputs([line])
    assert texts(found) == [TEXT]
    assert "longer" in found.rejects[0].reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path / "pipe.txt") == "not a plain file"


def test_an_unreadable_line_is_rejected_and_the_good_ones_go_on(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "one", "text": TEXT, "headline": "Lock", "outlet": "Courier", "published": "2031-05-02", "url": "https://a.example/b"}),
        "{not json",
        '"a string"',
        json.dumps({"id": "no text"}),
        json.dumps({"id": "wrong", "text": 7}),
        json.dumps({"id": [1], "text": TEXT}),
        "[" * 100_000,
        '{"text": 1' + "0" * 5000 + "}",
        b'{"text": "caf\xe9"}'.decode("latin-1"),
        json.dumps({"id": 7, "text": TEXT + " Again.", "headline": 3}),
    ]  # fmt: skip
    path = put(tmp_path, "in.jsonl", "\n".join(lines).encode("latin-1"))
    found = read_inputs([path])
    assert [(a.id, a.headline, a.outlet, a.published) for a in found.articles] == [
        ("one", "Lock", "Courier", "2031-05-02"),
        ("7", None, None, None),
    ]
    assert [r.input for r in found.rejects] == [f"{path}:{n}" for n in range(2, 10)]
    with pytest.raises(InputError, match=r"in\.jsonl:2: not JSON"):
        read_inputs([path], strict=True)


def test_lone_surrogates_become_a_mark_that_keeps_offsets(tmp_path: Path) -> None:
    path = put(tmp_path, "a.jsonl", '{"id": "x\\ud800", "text": "Up \\ud83d\\ude00, half \\ud83d. ' + TEXT + '"}')
    (article,) = read_inputs([path]).articles
    assert article.text.startswith("Up 😀, half \ufffd. The")
    assert article.id == "x\ufffd"
    assert "1 broken character" in article.notes[0]
    (given,) = read_inputs([Article(id="", text="half \udc00 " + TEXT)]).articles
    assert given.text.startswith("half \ufffd The")


def test_invisible_characters_are_kept_and_noted() -> None:
    text = "\u202eThe\u200b mayor\u202c " + TEXT
    (article,) = read_inputs([Article(id="a", text=text)]).articles
    assert article.text == text
    assert any("invisible" in n and "direction" in n for n in article.notes)


def test_the_language_of_a_template_is_not_that_of_the_text(tmp_path: Path) -> None:
    said = "Die Brücke über den Fluss wurde am Montag wegen Bauarbeiten gesperrt, wie die Stadt Oster mitteilte. Die TK half."
    page = f"<!doctype html><html lang='en'><body><article><p>{said}</p><p>{said}</p></article></body></html>"
    (article,) = read_inputs([put(tmp_path, "a.html", page)]).articles
    assert article.language == "de"
    assert not [p for p in article.parts if p.kind == "debris"], "TK is a desk's query in English only"
    told = json.dumps({"text": TEXT, "language": "fr"})
    (article,) = read_inputs([put(tmp_path, "a.jsonl", told)]).articles
    assert article.language == "fr", "what a person gives stands"


def test_another_language_is_kept_and_noted(tmp_path: Path) -> None:
    (article,) = read_inputs([put(tmp_path, "a.txt", GERMAN)]).articles
    assert article.language == "de"
    assert any("not English" in n for n in article.notes)
    (given,) = read_inputs([Article(id="a", text=TEXT, language="sv")]).articles
    assert any("not English" in n for n in given.notes)


def test_the_same_article_twice_is_one(tmp_path: Path) -> None:
    a, b = put(tmp_path, "a.txt", TEXT), put(tmp_path, "b.txt", TEXT)
    found = read_inputs([a, b, a])
    assert len(found.articles) == 1
    assert [r.reason for r in found.rejects] == [f"the same article as {a}: counted once"] * 2


def test_the_same_words_of_two_outlets_are_two_articles(tmp_path: Path) -> None:
    printed = [
        {"text": TEXT, "outlet": "Brill Courier", "url": "https://courier.example/lock"},
        {"text": TEXT, "outlet": "Evening Post"},
        {"text": TEXT, "url": "https://www.gazette.example/lock"},
        {"text": TEXT, "outlet": "brill courier", "url": "https://courier.example/lock?from=feed"},
        {"text": TEXT, "url": "https://gazette.example/local/lock"},
    ]
    found = read_inputs([put(tmp_path, "a.jsonl", "\n".join(map(json.dumps, printed)))])
    assert [a.outlet for a in found.articles] == ["Brill Courier", "Evening Post", None]
    assert ["the same article" in r.reason for r in found.rejects] == [True, True]


def test_an_id_that_is_taken_is_refused() -> None:
    found = read_inputs([Article(id="a", text=TEXT), Article(id="a", text=TEXT + " More.")])
    assert len(found.articles) == 1
    assert "already" in found.rejects[0].reason


def test_copies_under_other_ids_are_no_second_witness() -> None:
    def left(*articles: Article) -> list[str]:
        return [a.id for a in without_copies(read_inputs(articles)).articles]

    a, b = Article(id="a", text=TEXT), Article(id="b", text=TEXT.replace(" ", "  ") + "\n")
    assert left(a, b) == left(b, a) == ["a"]
    one, two = Article(id="a", text=TEXT, outlet="Courier"), Article(id="b", text=TEXT, outlet="Ledger")
    assert left(one, two) == ["a", "b"]


def test_markdown_keeps_the_files_offsets(tmp_path: Path) -> None:
    text = (
        "---\ntitle: New lock\nauthor: Ana Ruiz\ndate: 2031-05-02\nsource: The Brill Courier\n---\n\n"
        "# New *lock* opens\n\nThe mayor of [Lower Brill](https://a.example/b_c) opened the **new** lock on\n"
        "Friday, watched by some two hundred people and a\nbrass band.\n\n> It works, she said.\n\n***\n"
    )
    (article,) = read_inputs([put(tmp_path, "a.md", text)]).articles
    assert article.text == text
    assert (article.headline, article.byline, article.published) == ("New lock", "Ana Ruiz", "2031-05-02")
    assert article.outlet == "The Brill Courier"
    prose = "".join(p.span.of(text) for p in article.parts if p.kind in ("body", "headline"))
    assert not set("#*[]>") & set(prose)
    assert "https" not in prose
    assert covered(article.text, article.parts)


def covered(text: str, parts: tuple[Part, ...]) -> bool:
    at, gaps = 0, ""
    for p in parts:
        assert at <= p.span.start < p.span.end
        gaps += text[at : p.span.start]
        at = p.span.end
    return not (gaps + text[at:]).strip()


marks = st.lists(
    st.sampled_from(["---\n", "# ", "*", "**", "_", "[", "](", ")", "!", "`", "```\n", "> ", "\n", "\n\n", "word", " ", "a: b\n", "<b>", "<!--", "-->"]),
    max_size=40,
).map("".join)  # fmt: skip


@settings(deadline=None, max_examples=120, derandomize=True)
@given(marks)
def test_any_markdown_is_covered(text: str) -> None:
    from rashomon.ingest.markdown import read_markdown
    from rashomon.ingest.parts import split_parts

    found = read_markdown(Article(id="a", text=text))
    assert covered(text, split_parts("a", text, found.article.headline, cuts=found.cuts))


def test_markdown_is_linear() -> None:
    from rashomon.ingest.markdown import read_markdown

    def steps(unit: str, length: int) -> int:
        article = Article(id="a", text="---\n" + unit * (length // len(unit)))
        return calls(lambda: read_markdown(article))

    for unit in ("*a ", "[", "[a](", "_", "**", "<a ", "<!-- ", "> ", "# ", "---\n", "a: b\n", "!["):
        assert steps(unit, 100_000) < 15 * steps(unit, 10_000), unit


def test_files_that_tell_of_a_folder_are_no_reports(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("What is in this folder, and where it comes from.")
    (tmp_path / "LICENCE").write_text("Do what you like.")
    (tmp_path / "kiln.txt").write_text("The kiln at Oster was lit on Monday.")
    found = read_inputs([tmp_path])
    assert [Path(a.input).name for a in found.articles] == ["kiln.txt"]
    assert "LICENCE, README.md" in found.rejects[0].reason
    assert read_inputs([tmp_path / "README.md"]).articles


def test_what_a_browser_saved_beside_a_page_is_no_report(tmp_path: Path) -> None:
    note = "<!-- saved from url=(0026)https://kilner.example/kiln -->"
    page = f"<!DOCTYPE html>\n{note}\n<html><head></head><body><article><p>{TEXT * 3}</p></article></body></html>"
    (tmp_path / "kiln.html").write_text(page)
    beside = tmp_path / "kiln_files"
    beside.mkdir()
    (beside / "frame.html").write_text(page)
    (beside / "style.css").write_text("p {}")
    found = read_inputs([tmp_path])
    assert [a.url for a in found.articles] == ["https://kilner.example/kiln"]
    assert found.rejects == ()
