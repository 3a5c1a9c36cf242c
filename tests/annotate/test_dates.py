"""Every date that an article offers, with where it stands."""

from __future__ import annotations

from rashomon.annotate import date_by_own_words
from rashomon.annotate.dates import date_candidates
from rashomon.ingest import split_parts
from rashomon.records import Article, DateCandidate, Metadatum

TEXT = (
    "Kiln bursts at Oster\n\nBy Ada Brandt\nPublished May 6, 2031, 8:30 am CET | Updated May 7, 2031\n\n"
    "OSTER, May 6 — Two potters were hurt when the great kiln burst on Monday, the guild said. It had been lit on May 1, 2031 for the "
    "first time since the spring.\n\nThe mayor said that an inquiry would open on Thursday."
)


def article(**known: object) -> Article:
    return Article(id="x", text=TEXT, parts=split_parts("x", TEXT), **known)  # type: ignore[arg-type]


def told(found: tuple[DateCandidate, ...]) -> list[tuple[str, str, str]]:
    return [(d.kind, d.value, d.source) for d in found]


def test_published_and_updated_are_told_apart_with_zone_and_words() -> None:
    found = date_candidates(article())
    assert told(found) == [
        ("published", "2031-05-06T08:30+01:00", "byline"),
        ("updated", "2031-05-07", "byline"),
        ("published", "2031-05-01", "text"),
    ]
    assert [d.evidence[0].of(TEXT) for d in found] == ["May 6, 2031", "May 7, 2031", "May 1, 2031"]


def test_what_comes_with_the_article_stands_first_and_names_its_source() -> None:
    metadata = (
        Metadatum(name="published", value="2031-05-06T09:00:00+02:00", source="JSON-LD datePublished"),
        Metadatum(name="modified", value="2031-05-07", source="meta article:modified_time"),
    )
    given = article(
        published="2031-05-06T09:00:00+02:00", metadata=metadata, url="https://kilner.example/2031/05/06/kiln"
    )
    assert told(date_candidates(given))[:2] == [
        ("published", "2031-05-06T09:00:00+02:00", "JSON-LD datePublished"),
        ("updated", "2031-05-07", "meta article:modified_time"),
    ]
    assert ("published", "2031-05-06", "address") in told(date_candidates(given))
    chosen = date_by_own_words(given)
    assert chosen is not None
    assert (chosen.value, chosen.because) == ("2031-05-06T09:00:00+02:00", "given: JSON-LD datePublished")
