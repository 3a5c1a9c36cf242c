"""Lines of prose: what goes to the parser, and where it stands."""

from __future__ import annotations

from rashomon.annotate.sentences import prose_lines, reads_as_english
from rashomon.records import Article, Part, Span


def article(text: str, *parts: tuple[str, int, int], wrapped: bool = False, language: str | None = None) -> Article:
    made = tuple(Part(kind=k, span=Span(article="a", start=s, end=e), wrapped=wrapped) for k, s, e in parts)  # type: ignore[arg-type]
    return Article(id="a", text=text, parts=made, language=language)


def lines(a: Article) -> list[tuple[int, str]]:
    return [(start, text) for start, text, _ in prose_lines(a)]


def test_each_line_stands_alone() -> None:
    text = "A head\n\n  First line.\nSecond line."
    assert lines(article(text, ("headline", 0, 6), ("body", 10, 34))) == [
        (0, "A head"),
        (10, "First line."),
        (22, "Second line."),
    ]


def test_debris_in_mid_line_is_blanked_out() -> None:
    text = "The ferry TK left at noon."
    found = lines(article(text, ("body", 0, 9), ("debris", 10, 12), ("body", 13, 26)))
    assert found == [(0, "The ferry    left at noon.")]


def test_other_parts_and_line_breaks_end_a_line() -> None:
    text = "One line\nMore\nlast line"
    assert [t for _, t in lines(article(text, ("body", 0, 8), ("debris", 9, 13), ("body", 14, 23)))] == [
        "One line",
        "last line",
    ]


def test_a_wrapped_paragraph_reads_as_one_line() -> None:
    text = "The ferry\r\nleft at noon."
    assert lines(article(text, ("body", 0, len(text)), wrapped=True)) == [(0, "The ferry  left at noon.")]


def test_only_english_is_parsed() -> None:
    assert lines(article("Ein Satz.", ("body", 0, 9), language="de")) == []
    assert reads_as_english("en-GB")
    assert reads_as_english(None)
    assert not reads_as_english("fr")
