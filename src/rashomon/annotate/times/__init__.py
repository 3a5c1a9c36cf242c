"""Time expressions: where they stand, their TIMEX3 type and value, and the stretch of time they denote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rashomon.records import Article, Quote, Sentence, Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """What relative expressions are reckoned from. `published` None: not known (yet); values then keep X for what is open.

    `quotes` lets words inside a dated quotation be reckoned from when they were said.
    """

    published: datetime | None = None
    quotes: tuple[Quote, ...] = ()


def find_times(article: Article, sentences: Sequence[Sentence], references: References) -> tuple[Timex, ...]:
    """The time expressions of an article in the order of its text, outermost only."""
    return ()
