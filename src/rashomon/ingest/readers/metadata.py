"""From the many things an input says of an article to the one that is taken, every candidate kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urldefrag

from rashomon.ingest.readers.dates import iso_date
from rashomon.ingest.readers.tables import page_tables
from rashomon.ingest.readers.titles import without_outlet
from rashomon.records import Article, Metadatum

_DATES = frozenset({"published", "modified"})
_BY = re.compile(r"\A[Bb][Yy][:\s]\s*(?=\S)")
_TO_MINUTE = len("2031-05-04T08:15")
_ZONE = re.compile(r"[+-]\d\d:\d\d")
_TAKEN = ("headline", "byline", "outlet", "published", "url", "language")


def article_of(text: str, input_name: str, candidates: Iterable[Metadatum]) -> Article:
    """An article whose headline, byline, outlet, date, URL and language are the first usable candidate each.

    The headline becomes the first line of the text where the text does not begin with it, so that it can be pointed at.
    """
    kept = tuple(dict.fromkeys(c for c in map(_clean, candidates) if c is not None))
    known = {name: next((c.value for c in kept if c.name == name and _is_told(c)), None) for name in _TAKEN}
    headline = without_outlet(known["headline"] or "", (c.value for c in kept if c.name == "outlet")) or None
    body = text.strip()
    if headline and not body.startswith(headline):
        body = f"{headline}\n\n{body}"
    return Article(
        id="",
        text=body,
        input=input_name,
        headline=headline,
        byline=known["byline"],
        outlet=known["outlet"],
        published=_with_zone(_with_right_zone(known["published"], kept), kept),
        url=known["url"],
        language=(known["language"] or "")[:2].lower() or None,
        metadata=kept,
    )


def _with_zone(date: str | None, candidates: Iterable[Metadatum]) -> str | None:
    """The date, or the same clock time with its zone where another candidate tells it."""
    with_zone = (c.value for c in candidates if c.name == "published" and date and c.value.startswith(date))
    return next((v for v in with_zone if date and _ZONE.match(v, len(date))), date) if _has_clock(date) else date


def _with_right_zone(date: str | None, candidates: Iterable[Metadatum]) -> str | None:
    """The date, or its clock time in another zone where one candidate says so and a third, by another clock, means the same instant.

    Some systems print the time of Greenwich with their own zone behind it.
    """
    moments = {c.value: m for c in candidates if c.name == "published" and (m := _instant(c.value))}
    if date not in moments:
        return date
    others = [v for v in moments if v[:_TO_MINUTE] == date[:_TO_MINUTE] and moments[v] != moments[date]]
    return next(
        (v for v in others if any(moments[w] == moments[v] and w[:_TO_MINUTE] != v[:_TO_MINUTE] for w in moments)), date
    )


def _instant(date: str) -> datetime | None:
    """The minute that a date with a zone names."""
    moment = datetime.fromisoformat(date)
    return moment.astimezone(UTC).replace(second=0, microsecond=0) if moment.tzinfo else None


def _has_clock(date: str | None) -> bool:
    return date is not None and "T" in date


def _is_told(candidate: Metadatum) -> bool:
    """Whether a candidate says something: a byline that is an account's name names nobody."""
    return candidate.name != "byline" or candidate.value.lower() not in page_tables().nobody


def _clean(candidate: Metadatum) -> Metadatum | None:
    value: str | None = " ".join(candidate.value.split())
    if candidate.name in _DATES:
        value = iso_date(value or "")
    if candidate.name == "byline":
        value = _BY.sub("", value or "")
    if candidate.name == "url":
        value = urldefrag(value or "").url
    address = re.match(r"https?://", value or "") is not None
    if (candidate.name == "url") != address:
        value = None
    return Metadatum(name=candidate.name, value=value, source=candidate.source) if value else None
