"""A story as it grew: since when each fact is known and what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.records.span import Span

NewsKind = Literal[
    "fact", "confirmed", "update", "difference", "resolved", "happened", "slipped", "silent", "revised", "withdrawn"
]

Outcome = Literal["open", "happened", "slipped", "silent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """An origin that states a fact, from when on: `when` is the arrival of the first article through which it does (ISO, UTC)."""

    when: str
    article: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One fact's life: the confirmations in order of arrival, one for each independent origin; the first is where it entered.

    `withdrawn` is set when every article that stated it was replaced by a version that no longer does.
    """

    fact: str
    text: str
    confirmations: tuple[Confirmation, ...]
    witnesses: tuple[str, ...]
    withdrawn: bool = False

    @property
    def first(self) -> Confirmation:
        return self.confirmations[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something that is new in a story: what kind, in one plain sentence, and the spans that show it."""

    kind: NewsKind
    text: str
    evidence: tuple[Span, ...]
    fact: str | None = None
    difference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """An expected event with the day it is due, and what became of it: "open", "happened", "slipped" (a later day is given now)
    or "silent" (the day has passed and no report says more)."""

    text: str
    due: str
    outcome: Outcome
    evidence: tuple[Span, ...]
    fact: str | None = None
