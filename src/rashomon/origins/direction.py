"""Which of two texts that share passages was there first, and why one may say so.

Only three reasons count: a credit, the times of publication, and containment. Without one of them the answer is "unknown"; likeness
itself has no direction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from rashomon.lexicon import is_function_word
from rashomon.origins.credits import Credit, find_credits, is_date_word, own_entry
from rashomon.origins.passages import Passage
from rashomon.origins.register import Entry, Register
from rashomon.records import Article

Reason = Literal["credit", "time", "containment", "unknown"]

CLOCK = timedelta(minutes=1)
"""Publishing times closer than this say nothing: systems stamp the same feed within seconds of one another."""
ZONES = timedelta(hours=26)
"""How far apart two local times, one of them without a zone, must lie before their order is certain."""
CONTAINED = 0.9
"""Share of a text's words that must stand in the other for it to be a cut of the other."""
SHORTER = 0.85
"""How much shorter than the other a cut must be at most."""

_NAME = re.compile(r"[A-Z][\w'’-]*[a-z][\w'’-]*(?: [A-Z][\w'’-]*[a-z][\w'’-]*)*")
_DATE_ONLY = 10


@dataclass(frozen=True, slots=True)
class Deposition:
    """What one text brings to the question: itself, its credits, its outlet's entry and the places of its words."""

    article: Article
    credits: tuple[Credit, ...]
    own: Entry | None
    words: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, article: Article, register: Register, words: Sequence[tuple[int, int]]) -> Deposition:
        return cls(article, find_credits(article, register), own_entry(article, register), words)


@dataclass(frozen=True, slots=True)
class Verdict:
    """`copy`: the first text is the copy (True), the second is (False), or it cannot be told (None)."""

    copy: bool | None
    reason: Reason


def tell(one: Deposition, two: Deposition, passages: Sequence[Passage]) -> Verdict:
    """Whether `one` copies `two` or the other way round; `passages` are those of `one` found in `two`."""
    by_credit = _by_credit(one, two)
    by_time = _by_time(one.article.published, two.article.published)
    if by_credit is not None:
        # A credit names an outlet, not one of its articles: a later one there may be yet another copy.
        return Verdict(None, "unknown") if by_time is (not by_credit) else Verdict(by_credit, "credit")
    if _common_agency(one, two):
        return Verdict(None, "unknown")
    if by_time is not None:
        return Verdict(by_time, "time")
    by_containment = _by_containment(one, two, passages)
    return Verdict(by_containment, "unknown" if by_containment is None else "containment")


def shared_agencies(one: Deposition, two: Deposition) -> tuple[Entry, ...]:
    """The agencies whose report both texts say they are."""
    names = {c.entry.name for c in two.credits if c.whole}
    return tuple(c.entry for c in one.credits if c.whole and c.entry.name in names)


def _common_agency(one: Deposition, two: Deposition) -> bool:
    """Two prints of one agency's report: siblings, whichever appeared first."""
    return bool(shared_agencies(one, two))


def _by_credit(one: Deposition, two: Deposition) -> bool | None:
    mine = two.own is not None and any(c.entry == two.own for c in one.credits)
    theirs = one.own is not None and any(c.entry == one.own for c in two.credits)
    return None if mine == theirs else mine


def _by_time(one: str | None, two: str | None) -> bool | None:
    """Whether `one` is later than `two`, as far as the precision of both allows."""
    first, second = _moment(one), _moment(two)
    if first is None or second is None:
        return None
    if len(one or "") <= _DATE_ONLY or len(two or "") <= _DATE_ONLY:
        days = (first.date() - second.date()).days
        return None if days == 0 else days > 0
    aware = (first.tzinfo is not None, second.tzinfo is not None)
    apart = first.replace(tzinfo=None) - second.replace(tzinfo=None) if len({*aware}) > 1 else first - second
    least = ZONES if len({*aware}) > 1 else CLOCK
    return None if abs(apart) < least else apart > timedelta(0)


def _moment(published: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(published) if published else None
    except ValueError:
        return None


def _by_containment(one: Deposition, two: Deposition, passages: Sequence[Passage]) -> bool | None:
    """The text that stands wholly in the other and leans on words that only the other has was cut from it.

    Being shorter is not enough: the longer text may be the shorter one enlarged. But a cut leaves marks: somebody is called by
    surname alone whose introduction stands in what only the longer text has.
    """
    matched = sum(p.matched for p in passages)
    for short, long, ranges, answer in (
        (one, two, [(p.other_start, p.other_end) for p in passages], True),
        (two, one, [(p.start, p.end) for p in passages], False),
    ):
        contained = matched >= CONTAINED * len(short.words) and len(short.words) <= SHORTER * len(long.words)
        if contained and _leans_on(short, long, ranges):
            return answer
    return None


def _leans_on(short: Deposition, long: Deposition, shared: Sequence[tuple[int, int]]) -> bool:
    """Whether `short` says a surname alone that `long` introduces in full before, in words not shared."""
    full: dict[str, int] = {}
    for start, name in _names(long.article.text):
        parts = name.split(" ")
        if len(parts) > 1:
            full.setdefault(parts[-1], start)
    introduced = {parts[-1] for _, name in _names(short.article.text) if len(parts := name.split(" ")) > 1}
    kept = [(long.words[a][0], long.words[b - 1][1]) for a, b in shared if b > a]
    return any(
        name not in introduced and name in full and not any(a <= full[name] < b for a, b in kept)
        for _, name in _names(short.article.text)
        if " " not in name
    )


def _names(text: str) -> list[tuple[int, str]]:
    """Runs of capitalised words with their places, without the small word or day that opens a sentence ("On Friday Marsh")."""
    found = []
    for m in _NAME.finditer(text):
        words = m.group().split(" ")
        while words and (is_function_word(words[0]) or is_date_word(words[0])):
            words = words[1:]
        name = " ".join(words)
        if name:
            found.append((m.end() - len(name), name.removesuffix("'s").removesuffix("’s")))
    return found
