"""Texts and times as every export needs them."""

from __future__ import annotations

import re
from datetime import datetime

from rashomon.annotate.times import stretch_of
from rashomon.records import Collation, TimeInterval, TimelineEntry, Witness

_UNHOLDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"\s+")


def plain(text: str) -> str:
    """`text` without the characters that files of other programs choke on (control characters, lone surrogates)."""
    return _UNHOLDABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def on_one_line(text: str) -> str:
    """`text` as `plain`, its white space single blanks."""
    return _SPACE.sub(" ", plain(text)).strip()


def headline(w: Witness) -> str:
    """A witness's headline; of one that has none, how its text begins."""
    return on_one_line(w.article.headline or _part(w, "headline") or w.article.text[:80])


def byline(w: Witness) -> str:
    """Who wrote it, as the report itself says, without the "By"."""
    return on_one_line(w.article.byline or _part(w, "byline")).removeprefix("By ")


def _part(w: Witness, kind: str) -> str:
    return next((p.span.of(w.article.text) for p in w.article.parts if p.kind == kind), "")


def safe_url(url: str | None) -> str | None:
    """An address that may become a link: the web's own schemes only, so that no `javascript:` is ever clicked."""
    return url if url and re.match(r"https?://[^\s<>\"']+$", url, re.IGNORECASE) else None


def span_of_time(entry: TimelineEntry) -> TimeInterval | None:
    """When an entry of the timeline is, None where its value names no stretch of the calendar."""
    return stretch_of(entry.when.lstrip("<>"))


def last_moment(collation: Collation) -> datetime:
    """When the newest witness was published: what an export is stamped with, so that the same input makes the same bytes."""
    days = sorted(w.published.value[:10] for w in collation.witnesses if w.published)
    try:
        return datetime.fromisoformat(days[-1])
    except (IndexError, ValueError):
        return datetime(1970, 1, 1)
