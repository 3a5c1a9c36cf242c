"""PDF: lines of columns to paragraphs, running lines left out."""

from __future__ import annotations

import io

from rashomon.ingest.readers.pdf import read_pdf
from rashomon.records import Article, Reject

from .documents import Line, pdf, printed
from .test_formats import BODY, HEADLINE


def read(data: bytes) -> Article | Reject:
    (found,) = read_pdf(io.BytesIO(data), "x")
    return found


def text(data: bytes) -> str:
    found = read(data)
    assert isinstance(found, Article)
    return found.text


def test_lines_are_put_together_to_paragraphs() -> None:
    assert text(pdf([printed(HEADLINE, BODY)])) == "\n\n".join([HEADLINE, *BODY])


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    words = BODY[0].split()
    left: list[Line] = [(50, 700 - 14 * n, 12, " ".join(words[5 * n : 5 * n + 5])) for n in range(3)]
    right: list[Line] = [(300, 700 - 14 * n, 12, " ".join(words[15 + 5 * n : 20 + 5 * n])) for n in range(3)]
    assert text(pdf([[*left, *right]])) == " ".join(words[:30])


def test_what_stands_on_every_page_is_left_out_and_told() -> None:
    pages = [
        [
            (50, 770, 8, HEADLINE),
            *printed(("Part one", "Part two")[n], [BODY[n]]),
            (50, 20, 8, f"https://kilner.example/kiln {n}/2"),
        ]
        for n in (0, 1)
    ]
    found = read(pdf(pages))
    assert isinstance(found, Article)
    assert "kilner.example" not in found.text
    assert found.url == "https://kilner.example/kiln"
    assert found.notes == ("4 lines at the heads and feet of its pages are left out",)


def test_a_pdf_without_text_or_torn_is_told() -> None:
    whole = pdf([printed(HEADLINE, BODY)])
    assert "without text" in read(pdf([[]])).reason  # type: ignore[union-attr]
    assert "cannot be read" in read(whole[:300]).reason  # type: ignore[union-attr]
    assert "cannot be read" in read(b"%PDF-1.4\n" + b"x" * 1000).reason  # type: ignore[union-attr]
