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
class Change:
    """Words of a page (a place without any, where some came in) and those that stand there in its next version."""

    before: Span
    after: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What changed from one version of a page to the next. `told`: where the newer says that it was changed; None: silently."""

    earlier: str
    later: str
    changes: tuple[Change, ...]
    told: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Something that befell a fact after it was first stated: the report that brought it (`when` it came), and in what words."""

    when: str
    article: str
    text: str
    difference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One fact's life: the confirmations in order of arrival, one for each independent origin; the first is where it entered.

    `changed`: later reports go beyond it or contradict it. `withdrawn`: every article that stated it was replaced by a version that no
    longer does; the last of these replacements.
    """

    fact: str
    text: str
    confirmations: tuple[Confirmation, ...]
    witnesses: tuple[str, ...]
    changed: tuple[Turn, ...] = ()
    withdrawn: Turn | None = None

    @property
    def first(self) -> Confirmation:
        return self.confirmations[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something that is new in a story: what kind, in plain words (`note`: what is new about it), and the spans that show it; of a
    revision the changes."""

    kind: NewsKind
    text: str
    evidence: tuple[Span, ...]
    note: str = ""
    fact: str | None = None
    difference: str | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """An expected event with the day it is due, and what became of it: "open", "happened", "slipped" (a later day is given now)
    or "silent" (the day has passed and no report says more).

    `settled`: what shows the outcome; `until`: the later day of one that slipped.
    """

    text: str
    due: str
    outcome: Outcome
    evidence: tuple[Span, ...]
    fact: str | None = None
    settled: tuple[Span, ...] = ()
    until: str | None = None
