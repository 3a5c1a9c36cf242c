"""What happened when, and what is still expected."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from rashomon.records import Claim, Fact, TimelineEntry, Timex, Witness

_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_BEGINS = {
    "-WI": "-01", "-SP": "-03", "-SU": "-06", "-FA": "-09", "TNI": "T00", "TMO": "T06", "TDT": "T08", "TAF": "T12", "TEV": "T18",
}  # fmt: skip
_PRECISION = {4: "year", 7: "month", 10: "day"}
_BOUNDS = {"BEFORE": "<", "ON_OR_BEFORE": "<", "AFTER": ">", "ON_OR_AFTER": ">"}
_STATUS = {
    "planned": "expected", "expected": "expected", "likely": "likely", "possible": "possible", "hoped": "hoped",
    "demanded": "demanded", "conditional": "conditional", "denied": "denied", "reported": "reported",
}  # fmt: skip
_FIRMEST = (
    "past",
    "ongoing",
    "reported",
    "expected",
    "likely",
    "possible",
    "hoped",
    "demanded",
    "conditional",
    "denied",
)
"""What one witness has as done, another's expectation does not make open again."""


def timeline(claims: Sequence[Claim], facts: Sequence[Fact], witnesses: Sequence[Witness]) -> tuple[TimelineEntry, ...]:
    """Dated claims in the order of time, claims of one fact and one date as one entry."""
    fact_of = {c: f.id for f in facts for c in f.claims}
    order = {w.article.id: w.siglum for w in witnesses}
    written = {w.article.id: w.published.value[:10] for w in witnesses if w.published}
    dated: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.polarity == "positive":
            for when in dict.fromkeys(w for t in _times_of(claim) if (w := when_of(t))):
                dated[fact_of.get(claim.id, claim.id), when].append(claim)
    entries = [_entry(when, fact, own, order, written) for (fact, when), own in dated.items()]
    return tuple(sorted(entries, key=lambda e: (_begin_of(e.when), e.when, e.evidence)))


def _times_of(claim: Claim) -> list[Timex]:
    return [t for t in claim.times if t.type in {"DATE", "TIME"}]


def when_of(time: Timex) -> str | None:
    """The ISO value with a sign for a bound; None for what names no point of the calendar ("recently")."""
    value = time.value
    if not value[:4].isdigit() or len(value) < 4:
        return None
    return _BOUNDS.get(time.mod or "", "") + value


def precision_of(when: str) -> str:
    """year, month, day, week, season, time or bound."""
    if when[0] in "<>":
        return "bound"
    if "T" in when:
        return "time"
    if "W" in when:
        return "week"
    return _PRECISION.get(len(when), "season") if when.replace("-", "").isdigit() else "season"


def _begin_of(when: str) -> str:
    """The value as one that sorts by where it begins: a week by its Monday, seasons and parts of the day by their first."""
    when = when.lstrip("<>")
    if m := _WEEK.match(when):
        try:
            return date.fromisocalendar(int(m[1]), int(m[2]), 1).isoformat()
        except ValueError:
            return when
    for name, number in _BEGINS.items():
        when = when.replace(name, number)
    return when


def status_of(claim: Claim, when: str = "", written: str = "") -> str:
    """How far a claim has its event: past, ongoing, expected, hoped … What is dated after the writing is still to come."""
    if claim.modality in _STATUS:
        return _STATUS[claim.modality]
    if claim.tense == "future" or (written and _is_after(when, written)):
        return "expected"
    return "ongoing" if claim.tense == "present" and not claim.nominal else "past"


def _is_after(when: str, day: str) -> bool:
    """Whether all of `when` lies after `day`; of an open bound only its end is known."""
    begin = _begin_of(when)[:10]
    return begin[:1].isdigit() and not when.startswith("<") and begin > day[: len(begin)]


def _entry(
    when: str, fact: str, claims: list[Claim], order: Mapping[str, str], written: Mapping[str, str]
) -> TimelineEntry:
    claims = sorted(claims, key=lambda c: (order[c.span.article], c.span.start, c.id))
    statuses = {c.id: status_of(c, when, written.get(c.span.article, "")) for c in claims}
    status = min(statuses.values(), key=_FIRMEST.index)
    best = min(claims, key=lambda c: (c.nominal, statuses[c.id] != status, abs(len(c.text) - 90), c.id))
    return TimelineEntry(
        when=when,
        precision=precision_of(when),
        status=status,
        text=best.text,
        evidence=tuple(sorted(c.span for c in claims)),
        fact=fact if fact != claims[0].id else None,
    )
