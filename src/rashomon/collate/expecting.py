"""What a story expects, and what became of it: it happened, slipped to a later day, went silent, or its day is still to come."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from rashomon.collate.plain import Plain
from rashomon.collate.revisions import newer_versions
from rashomon.collate.timeline import status_of
from rashomon.lexicon import class_of, is_function_word
from rashomon.records import Claim, Collation, Span, TimelineEntry
from rashomon.records.ledger import Expectation, Outcome

_AHEAD = frozenset({"expected", "planned", "likely", "hoped"})
_SHARED = 2
"""Content words by which two mentions of an event are held to mean the same; half of the shorter's at least."""


def expectations(collation: Collation, today: str) -> tuple[Expectation, ...]:
    """What the story expects, by due date. `today` (ISO date) decides what is overdue.

    What only reports expect that have newer versions is expected no more.
    """
    known = _Known(collation)
    replaced = newer_versions(collation)
    ahead = [e for e in known.ahead() if not (e.evidence and all(s.article in replaced for s in e.evidence))]
    found = []
    for entry in ahead:
        became = (
            known.stated_as_done(entry)
            or known.slipped(entry, ahead)
            or known.done_in_other_words(entry)
            or _unsettled(entry, today)
        )
        found.append(
            Expectation(
                text=entry.text,
                due=entry.when,
                outcome=became.outcome,
                evidence=entry.evidence,
                fact=entry.fact,
                settled=became.shown,
                until=became.until,
            )
        )
    return tuple(sorted(found, key=lambda e: (e.due, e.text)))


@dataclass(frozen=True, slots=True)
class _Became:
    outcome: Outcome
    shown: tuple[Span, ...] = ()
    until: str | None = None


def _unsettled(entry: TimelineEntry, today: str) -> _Became:
    return _Became("silent" if _last_day(entry.when) < today else "open")


class _Known:
    """The dated entries of a story with the words that say what each is about."""

    def __init__(self, collation: Collation) -> None:
        self._plain = Plain(collation.witnesses, collation.entities)
        self._timeline = collation.timeline
        self._day = {w.article.id: w.published.value for w in collation.witnesses if w.published}
        self._in_sentence: dict[tuple[str, int], list[Claim]] = defaultdict(list)
        self._at: dict[Span, list[Claim]] = defaultdict(list)
        for c in collation.claims:
            self._in_sentence[c.span.article, c.sentence].append(c)
            self._at[c.span].append(c)

    def ahead(self) -> list[TimelineEntry]:
        """What is still to come, of a day that is known; also what only seems done because somebody spoke of it on that day."""
        entries = (e if e.status in _AHEAD else self._behind_speech(e) for e in self._timeline)
        return [e for e in entries if e is not None and e.when[:4].isdigit()]

    def _behind_speech(self, entry: TimelineEntry) -> TimelineEntry | None:
        claims = [c for span in entry.evidence for c in self._at.get(span, ())]
        coming = [c for c in claims if status_of(c, entry.when, self._written(c.span)[:10]) in _AHEAD]
        if not coming or not all(c in coming or _is_speech(c) for c in claims):
            return None
        spans = tuple(sorted({c.span for c in coming}))
        best = min(coming, key=lambda c: (self._plain.unclear(c), c.id))
        return replace(entry, status="expected", text=self._plain(best), main=best.id, evidence=spans)

    def stated_as_done(self, entry: TimelineEntry) -> _Became | None:
        """The same fact is told as past."""
        done = (o for o in self._timeline if o.status == "past" and entry.fact is not None and o.fact == entry.fact)
        return next((_Became("happened", o.evidence) for o in done if self._behind_speech(o) is None), None)

    def done_in_other_words(self, entry: TimelineEntry) -> _Became | None:
        """On the day that it was due, the same thing has happened; that somebody spoke of it is none."""
        for other in self._timeline:
            same_day = other.status == "past" and other.when[:10] == entry.when[:10]
            if (
                same_day
                and self._told_after(entry, other.evidence)
                and not self._speaks(other)
                and self._alike(entry, other)
            ):
                return _Became("happened", other.evidence)
        return None

    def _speaks(self, entry: TimelineEntry) -> bool:
        return any(_is_speech(c) for span in entry.evidence for c in self._at.get(span, ()))

    def slipped(self, entry: TimelineEntry, ahead: list[TimelineEntry]) -> _Became | None:
        """Expected for a later day now, or said to be put off."""
        later = [
            o
            for o in ahead
            if o.when[:10] > entry.when[:10]
            and ((entry.fact is not None and o.fact == entry.fact) or self._expected_anew(entry, o))
        ]
        put_off = tuple(c.span for c in self._put_off(entry))
        if later:
            last = max(later, key=lambda o: (max(map(self._written, o.evidence), default=""), o.when))
            return _Became("slipped", (*put_off, *last.evidence), last.when)
        return _Became("slipped", put_off) if put_off else None

    def _expected_anew(self, entry: TimelineEntry, other: TimelineEntry) -> bool:
        return self._told_after(entry, other.evidence) and self._alike(entry, other)

    def _put_off(self, entry: TimelineEntry) -> Iterator[Claim]:
        about = self._about(entry)
        for claims in self._in_sentence.values():
            for c in claims:
                if _postpones(c.text) and self._told_after(entry, (c.span,)) and _same(about, self._words(c)):
                    yield c
                    break

    def _alike(self, a: TimelineEntry, b: TimelineEntry) -> bool:
        return _same(self._about(a), self._about(b))

    def _about(self, entry: TimelineEntry) -> frozenset[str]:
        words = [self._words(c) for span in entry.evidence for c in self._at.get(span, ())]
        return frozenset().union(*words)

    def _words(self, claim: Claim) -> frozenset[str]:
        """What a claim and those it is part of are about: heads of their predicates and roles."""
        around = [c for c in self._in_sentence[claim.span.article, claim.sentence] if c.span.overlaps(claim.span)]
        heads = (h for c in (claim, *around) for h in (c.predicate, *(r.head for r in c.roles)))
        return frozenset(h.lower() for h in heads if not is_function_word(h.lower()))

    def _told_after(self, entry: TimelineEntry, evidence: tuple[Span, ...]) -> bool:
        before = max(map(self._written, entry.evidence), default="")
        return any(self._written(s) > before for s in evidence)

    def _written(self, span: Span) -> str:
        return self._day.get(span.article, "")


def _is_speech(claim: Claim) -> bool:
    return class_of(claim.predicate, "v") == "communication"


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = len(a & b)
    return shared >= _SHARED and 2 * shared >= min(len(a), len(b))


def _postpones(text: str) -> bool:
    return _postponing().search(text) is not None


@cache
def _postponing() -> re.Pattern[str]:
    lines = files("rashomon.collate").joinpath("postponing.txt").read_text("utf-8").splitlines()
    phrases = [re.escape(line) for line in lines if line and not line.startswith("#")]
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


def _last_day(when: str) -> str:
    """The last day that an ISO date of any precision may mean; for comparing only, so the 31st of any month will do."""
    return when[:10] if len(when) >= 10 else f"{when}-31" if len(when) == 7 else f"{when}-12-31"
