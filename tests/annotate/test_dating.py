"""The date that an article states."""

from __future__ import annotations

import pytest

from rashomon.annotate.dating import date_by_own_words, reference_of, unread_date
from rashomon.ingest import split_parts
from rashomon.records import Article, Dating

BODY = "The mayor of Lower Brill opened the new lock on Friday, watched by some two hundred people and a brass band."


def dated(text: str, **known: str) -> Dating | None:
    return date_by_own_words(Article(id="a", text=text, parts=split_parts("a", text), **known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "value", "because", "words"),
    [
        ("By Ana Ruiz May 4, 2031", "2031-05-04", "byline", "May 4, 2031"),
        ("Updated 5 May 2031 9:10 am\nPublished 4 May 2031", "2031-05-04", "byline", "4 May 2031"),
        ("Last updated 18:15 15/05/2031", "2031-05-15T18:15", "date of revision", "15/05/2031"),
    ],
)
def test_by_the_byline(line: str, value: str, because: str, words: str) -> None:
    text = f"New lock opens in Lower Brill\n{line}\n\n{BODY}"
    found = dated(text)
    assert found is not None
    assert (found.value, found.because, found.explicit) == (value, because, True)
    assert [s.of(text) for s in found.evidence] == [words]


def test_by_the_dateline() -> None:
    found = dated(f"BRILL (May 4, 2031) – {BODY}")
    assert found is not None
    assert (found.value, found.because) == ("2031-05-04", "dateline")


def test_what_was_given_goes_first() -> None:
    found = dated(f"Lock opens\nMay 4, 2031\n{BODY}", published="2031-05-03T10:00:00Z")
    assert found == Dating(value="2031-05-03T10:00:00Z", explicit=True, because="given")
    assert dated(BODY, published="3 May 2031") == Dating(value="2031-05-03", explicit=True, because="given")
    assert dated(BODY, published="yesterday") is None


def test_by_the_address() -> None:
    for url in (
        "https://a.example/2031/05/04/lock.html",
        "https://a.example/news/2031-05-04/",
        "https://a.example/2031/may/04/x",
    ):
        found = dated(BODY, url=url)
        assert found is not None, url
        assert (found.value, found.because) == ("2031-05-04", "address")


@pytest.mark.parametrize(
    "text",
    [BODY, f"Lock opens\nPosted 4/9/2031\n{BODY}", f"BRILL, May 4 – {BODY}", f"{BODY} It was May 4, 2031."],
)
def test_nothing_is_guessed(text: str) -> None:
    assert dated(text) is None


@pytest.mark.parametrize(
    ("published", "told"), [("soon", True), ("2031-05-04", False), ("4 May 2031", False), ("", False)]
)
def test_a_date_that_is_none_is_told(published: str, told: bool) -> None:
    assert (unread_date(Article(id="a", text=BODY, published=published)) is not None) is told


def test_reference() -> None:
    assert reference_of(None) is None
    assert reference_of(Dating(value="soon", explicit=True)) is None
    found = reference_of(Dating(value="2031-05-04T10:00:00+02:00", explicit=True))
    assert found is not None
    assert found.isoformat() == "2031-05-04T10:00:00"
