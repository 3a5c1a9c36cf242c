"""When an article was published, by what it says itself: given data, date line, dateline, address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from rashomon.annotate.stamps import Stamp, find_stamps
from rashomon.records import Article, Dating, Part, Span

_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?=[/-]|\Z)")


def date_by_own_words(article: Article) -> Dating | None:
    """The date that comes with the article or that it states outright; None if neither.

    A date of publication goes before one of revision, a date line before a dateline, the words before the address.
    """
    return _given(article) or next(_stated(article), None) or _by_address(article)


def reference_of(published: Dating | None) -> datetime | None:
    """The instant that relative expressions are reckoned from, on the article's own clock; None while unknown."""
    if published is None:
        return None
    try:
        return datetime.fromisoformat(published.value).replace(tzinfo=None)
    except ValueError:
        return None


def stamps_in(article: Article, part: Part) -> list[tuple[Stamp, Span]]:
    """The dates in a byline, date line or dateline, with their places in the article."""
    found = find_stamps(part.span.of(article.text))
    at = part.span.start
    return [(s, Span(article=article.id, start=at + s.start, end=at + s.end)) for s in found]


def unread_date(article: Article) -> str | None:
    """A note where an article comes with a date that is none; else None."""
    if not article.published or _given(article) is not None:
        return None
    return f"its date “{article.published[:40]}” cannot be read and is left aside: write it as in 2031-05-04"


def _given(article: Article) -> Dating | None:
    if not article.published:
        return None
    try:
        datetime.fromisoformat(article.published)
    except ValueError:
        found = [d for s in find_stamps(article.published) for d in s.days]
        return Dating(value=found[0].isoformat(), explicit=True, because="given") if len(found) == 1 else None
    told = (m.source for m in article.metadata if (m.name, m.value) == ("published", article.published))
    return Dating(value=article.published, explicit=True, because=": ".join(["given", *islice(told, 1)]))


def _stated(article: Article) -> Iterator[Dating]:
    """Datings by the article's parts, the best first. A date that may be read in two ways states nothing."""
    bylines = [found for p in article.parts if p.kind == "byline" for found in stamps_in(article, p)]
    for updated in (False, True):
        for stamp, span in bylines:
            if len(stamp.days) == 1 and stamp.updated is updated:
                yield _dating(stamp, span, "date of revision" if updated else "byline")
    for part in article.parts:
        for stamp, span in stamps_in(article, part) if part.kind == "dateline" else ():
            if len(stamp.days) == 1:
                yield _dating(stamp, span, "dateline")


def _dating(stamp: Stamp, span: Span, because: str) -> Dating:
    return Dating(value=stamp_value(stamp), explicit=True, evidence=(span,), because=because)


def stamp_value(stamp: Stamp) -> str:
    """A stamp with one day as ISO 8601, with the clock time and its zone where they stand beside it."""
    return stamp.days[0].isoformat() + (f"T{stamp.clock}{stamp.zone}" if stamp.clock else "")


def _by_address(article: Article) -> Dating | None:
    day = date_in_address(article.url or "")
    return Dating(value=day.isoformat(), explicit=True, because="address") if day else None


def date_in_address(url: str) -> date | None:
    """The day that a page's address names (".../2031/05/04/...", ".../2031-may-4/..."); None where it names none, or two are possible."""
    m = _ADDRESS.search(url.lower())
    if m is None:
        return None
    stamp = find_stamps(
        f"{m['day']} {m['month']} {m['year']}" if m["month"].isalpha() else m.group()[1:].replace("/", "-")
    )
    days: tuple[date, ...] = stamp[0].days if stamp else ()
    return days[0] if len(days) == 1 else None
