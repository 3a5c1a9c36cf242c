"""What happened when, and what is still expected."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from rashomon.collate.plain import Plain
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


def timeline(
    claims: Sequence[Claim], facts: Sequence[Fact], witnesses: Sequence[Witness], plain: Plain
) -> tuple[TimelineEntry, ...]:
    """Dated claims in the order of time, claims of one fact and one date as one entry."""
    fact_of = {c: f.id for f in facts for c in f.claims}
    order = {w.article.id: w.siglum for w in witnesses}
    written = {w.article.id: w.published.value[:10] for w in witnesses if w.published}
    dated: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.polarity == "positive":
            for when in _whens(claim):
                dated[fact_of.get(claim.id, claim.id), when].append(claim)
    _drop_named_within_others(dated)
    entries = [_entry(when, fact, own, order, written, plain) for (fact, when), own in dated.items()]
    return tuple(sorted(entries, key=lambda e: (_begin_of(e.when), e.when, e.evidence)))


def _drop_named_within_others(dated: dict[tuple[str, str], list[Claim]]) -> None:
    """Takes out what is told only within the words of other entries of the same date ("their call" of "he spoke of their call")."""
    at: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for (_, when), own in dated.items():
        for c in own:
            at[when, c.span.article].append(c)

    def is_within(c: Claim, when: str) -> bool:
        return any(len(o.span) > len(c.span) and o.span.contains(c.span) for o in at[when, c.span.article])

    for key in [k for k, own in dated.items() if all(is_within(c, k[1]) for c in own)]:
        del dated[key]


def _whens(claim: Claim) -> list[str]:
    """The points of the calendar that a claim is dated by, an instant that is given on two clocks once."""
    found: dict[str, str] = {}
    for t in claim.times:
        if t.type in {"DATE", "TIME"} and (when := when_of(t)):
            found.setdefault(_instant(when), when)
    return [w for w in found.values() if not any(o != w and o.startswith(f"{w}-") for o in found.values())]


def _instant(when: str) -> str:
    """A clock time with its zone as UTC; anything else as it is."""
    if "T" not in when or when[0] in "<>":
        return when
    try:
        moment = datetime.fromisoformat(when)
    except ValueError:
        return when
    return when if moment.tzinfo is None else moment.astimezone(UTC).isoformat()


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
    when: str, fact: str, claims: list[Claim], order: Mapping[str, str], written: Mapping[str, str], plain: Plain
) -> TimelineEntry:
    claims = sorted(claims, key=lambda c: (order[c.span.article], c.span.start, c.id))
    statuses = {c.id: status_of(c, when, written.get(c.span.article, "")) for c in claims}
    status = min(statuses.values(), key=_FIRMEST.index)
    best = min(claims, key=lambda c: (statuses[c.id] != status, plain.unclear(c), c.id))
    return TimelineEntry(
        when=when,
        precision=precision_of(when),
        status=status,
        text=plain(best),
        evidence=tuple(sorted(c.span for c in claims)),
        fact=fact if fact != claims[0].id else None,
        main=best.id,
    )
