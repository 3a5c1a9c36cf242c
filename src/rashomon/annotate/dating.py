"""When an article was published, by what it says itself: given data, byline, dateline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rashomon.records import Article, Dating, Sentence


def date_by_own_words(article: Article, sentences: Sequence[Sentence]) -> Dating | None:
    """The date that comes with the article or that it states outright; None if neither."""
    if article.published:
        return Dating(value=article.published, explicit=True, because="given")
    return None


def reference_of(published: Dating | None) -> datetime | None:
    """The instant that relative expressions are reckoned from, on the article's own clock; None while unknown."""
    if published is None:
        return None
    try:
        return datetime.fromisoformat(published.value).replace(tzinfo=None)
    except ValueError:
        return None
