"""A date line that leaves something open ("July 3", "4/9/2031"), filled in from siblings' dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rashomon.annotate import Stamp, find_stamps
from rashomon.collate.dating.clues import in_years
from rashomon.records import Article, Dating, Span

_NEAR = 45
"""Days from a sibling within which a date line's day is taken for the one that is meant …"""
_CLEAR = 14
"""… and days by which any other must be farther."""


def by_stamp(article: Article, siblings: Sequence[date]) -> Dating | None:
    """The one day that the article's date line or dateline can mean near reports on the same event; None if there are more."""
    for part in article.parts:
        if part.kind not in ("byline", "dateline"):
            continue
        for stamp in find_stamps(part.span.of(article.text)):
            day = _meant(stamp, siblings)
            if day is not None:
                start = part.span.start
                return Dating(
                    value=day.isoformat(),
                    explicit=False,
                    evidence=(Span(article=article.id, start=start + stamp.start, end=start + stamp.end),),
                    because=f"{part.kind}, read as the dates of siblings have it",
                )
    return None


def _meant(stamp: Stamp, siblings: Sequence[date]) -> date | None:
    """The day that is nearest to a sibling's, if it is near and any other is clearly farther."""
    away = {d: min(abs((d - s).days) for s in siblings) for s in siblings for d in _days(stamp, s)}
    ranked = sorted((n, d) for d, n in away.items())
    clear = len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= _CLEAR
    return ranked[0][1] if clear and ranked[0][0] <= _NEAR else None


def _days(stamp: Stamp, near: date) -> tuple[date, ...]:
    return stamp.days or in_years(near, stamp.month, stamp.day)
