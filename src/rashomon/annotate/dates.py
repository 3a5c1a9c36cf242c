"""Every date that an article or its input offers for its publication or revision, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.annotate.dating import date_in_address, stamp_value, stamps_in
from rashomon.records import Article, DateCandidate

_IN_TEXT = 5
"""Dates of the running text that are offered: the first ones; they are the events' more often than the report's."""


def date_candidates(article: Article) -> tuple[DateCandidate, ...]:
    """The candidates in the order of trust: what comes with the article, byline, dateline, address, text. Each is given once."""
    found = [
        *_given(article),
        *_stated(article, "byline"),
        *_stated(article, "dateline"),
        *_address(article),
        *_text(article),
    ]
    return tuple(dict.fromkeys(found))


def _given(article: Article) -> Iterator[DateCandidate]:
    told = [m for m in article.metadata if m.name in ("published", "modified")]
    if article.published and article.published not in {m.value for m in told if m.name == "published"}:
        yield DateCandidate(kind="published", value=article.published, source="given")
    for m in told:
        yield DateCandidate(kind="updated" if m.name == "modified" else "published", value=m.value, source=m.source)


def _stated(article: Article, part: str) -> Iterator[DateCandidate]:
    for p in article.parts:
        for stamp, span in stamps_in(article, p) if p.kind == part else ():
            if len(stamp.days) == 1:
                yield DateCandidate(
                    kind="updated" if stamp.updated else "published",
                    value=stamp_value(stamp),
                    source=part,
                    evidence=(span,),
                )


def _address(article: Article) -> Iterator[DateCandidate]:
    day = date_in_address(article.url or "")
    if day is not None:
        yield DateCandidate(kind="published", value=day.isoformat(), source="address")


def _text(article: Article) -> Iterator[DateCandidate]:
    left = _IN_TEXT
    for part in article.parts:
        for stamp, span in stamps_in(article, part) if part.kind in ("standfirst", "body") and left else ():
            if len(stamp.days) == 1 and left:
                left -= 1
                yield DateCandidate(kind="published", value=stamp_value(stamp), source="text", evidence=(span,))
