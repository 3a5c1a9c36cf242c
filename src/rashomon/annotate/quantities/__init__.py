"""Quantities: numbers with their units as intervals, and what they measure."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Article, Quantity, Sentence, Timex


def find_quantities(article: Article, sentences: Sequence[Sentence], times: Sequence[Timex]) -> tuple[Quantity, ...]:
    """The quantities of an article in the order of its text. Durations are quantities too; calendar dates are not."""
    return ()
