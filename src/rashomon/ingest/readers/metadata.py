"""From the many things an input says of an article to the one that is taken, every candidate kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime

from rashomon.records import Article, Metadatum

_DATES = frozenset({"published", "modified"})
_TAKEN = ("headline", "byline", "outlet", "published", "url", "language")


def article_of(text: str, input_name: str, candidates: Iterable[Metadatum]) -> Article:
    """An article whose headline, byline, outlet, date, URL and language are the first usable candidate each.

    The headline becomes the first line of the text where the text does not begin with it, so that it can be pointed at.
    """
    kept = tuple(dict.fromkeys(c for c in map(_clean, candidates) if c is not None))
    known = {name: next((c.value for c in kept if c.name == name), None) for name in _TAKEN}
    headline = _without_outlet(known["headline"], known["outlet"])
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
        published=known["published"],
        url=known["url"],
        language=(known["language"] or "")[:2].lower() or None,
        metadata=kept,
    )


def _without_outlet(headline: str | None, outlet: str | None) -> str | None:
    """A page's title without the outlet's name at its end ("Kiln lit - The Kilner", "Kiln lit | The Kilner")."""
    for mark in (" | ", " - ", " – ", " — "):
        if headline and outlet and headline.endswith(f"{mark}{outlet}"):
            return headline.removesuffix(f"{mark}{outlet}")
    return headline


def iso_date(value: str) -> str | None:
    """A date of any of the formats that inputs use (ISO 8601, RFC 2822, 20310504T081500Z) as ISO 8601; None if it is none."""
    value = value.strip()
    compact = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z)?)?", value)
    if compact:
        year, month, day, *clock = compact.groups()
        value = f"{year}-{month}-{day}" + (f"T{clock[0]}:{clock[1]}:{clock[2]}{clock[3] or ''}" if clock[0] else "")
    try:
        moment = datetime.fromisoformat(value)
        return moment.isoformat() if len(value) > len("2031-05-04") else moment.date().isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _clean(candidate: Metadatum) -> Metadatum | None:
    value: str | None = " ".join(candidate.value.split())
    if candidate.name in _DATES:
        value = iso_date(value or "")
    address = re.match(r"https?://", value or "") is not None
    if (candidate.name == "url") != address:
        value = None
    return Metadatum(name=candidate.name, value=value, source=candidate.source) if value else None
