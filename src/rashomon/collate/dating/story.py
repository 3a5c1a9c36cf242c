"""The days on which undated articles can have been written, narrowed down by what they and their siblings say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from rashomon.annotate import redate
from rashomon.collate.dating.clues import Clue, Known, Words, clues_of, known_days
from rashomon.collate.dating.stamped import by_stamp
from rashomon.collate.kin import Traits, are_kin, traits_of
from rashomon.records import Annotation, Article, Dating, Span

_WINDOW = 10
"""Days around a sibling's date on which an article may have appeared."""
_SAME_WEIGHT = 4.0
_SAME_LIKENESS = 0.25
"""Weight and cosine of the words that two sentences must share to be about the same day's event."""
_IMPOSSIBLE = 8.0
_CLEAR = 0.4
"""How much worse the second best day must be; measured on reports of known date, their dates taken away."""
_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A clue's day as siblings know it, with how sure it is the same event's."""

    day: date
    weight: float
    span: Span


@dataclass(frozen=True, slots=True)
class _Evidence:
    clues: tuple[Clue, ...]
    anchors: tuple[tuple[_Anchor, ...], ...]
    siblings: tuple[date, ...]


def date_story(articles: Sequence[Article], annotations: Sequence[Annotation]) -> list[Dating | None]:
    """The date of each article, as far as it can be told; what was dated already stays as it is.

    An undated article is dated only by siblings: articles that name the same people and places and tell of the same days.
    Those dated so help date others in a further round, so that the order of the articles does not matter.
    """
    dates = [a.published for a in annotations]
    read = list(annotations)
    traits = [traits_of(article, annotation) for article, annotation in zip(articles, annotations, strict=True)]
    for _ in range(_ROUNDS):
        undated = [i for i, dating in enumerate(dates) if dating is None]
        found = {i: d for i in undated if (d := _date(i, articles, read, dates, traits)) is not None}
        if not found:
            break
        for i, dating in found.items():
            dates[i] = dating
            read[i] = redate(articles[i], read[i], dating)
    return dates


def _date(
    i: int,
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    dates: Sequence[Dating | None],
    traits: Sequence[Traits],
) -> Dating | None:
    clues = clues_of(articles[i], annotations[i])
    siblings = {
        j: day for j, d in enumerate(dates) if (day := _day(d)) is not None and j != i and are_kin(traits[i], traits[j])
    }
    if not siblings:
        return None
    stamped = by_stamp(articles[i], sorted(siblings.values()))
    if stamped is not None or not clues:
        return stamped
    known = [k for j in sorted(siblings) for k in known_days(annotations[j])]
    evidence = _Evidence(
        clues=tuple(clues),
        anchors=tuple(_anchors(c, known) if c.kind != "day" else () for c in clues),
        siblings=tuple(sorted(siblings.values())),
    )
    return _decide(evidence)


def _decide(evidence: _Evidence) -> Dating | None:
    """The day that fits best, if it fits clearly better than any other and something ties it to the siblings."""
    ranked = sorted(
        (_cost(day, evidence), abs(_distance(day, evidence.siblings)), day) for day in _candidates(evidence)
    )
    if len(ranked) < 2 or ranked[1][0] - ranked[0][0] < _CLEAR:
        return None
    best = ranked[0][2]
    ties = [c for c, anchors in zip(evidence.clues, evidence.anchors, strict=True) if _ties(c, anchors, best)]
    if not ties or ranked[0][0] >= _IMPOSSIBLE:
        return None
    return Dating(
        value=best.isoformat(),
        explicit=False,
        evidence=tuple(dict.fromkeys(c.span for c in ties)),
        because=_because(ties, best),
    )


def _candidates(evidence: _Evidence) -> list[date]:
    return sorted({s + timedelta(days=n) for s in evidence.siblings for n in range(-_WINDOW, _WINDOW + 1)})


def _cost(day: date, evidence: _Evidence) -> float:
    """How badly the article's words fit that it was written on `day`."""
    cost = 0.1 * min(abs(_distance(day, evidence.siblings)), _WINDOW)
    for clue, anchors in zip(evidence.clues, evidence.anchors, strict=True):
        weight = 0.5 if clue.quoted else 1.0
        meant = clue.days(day)
        cost += weight * _direction_cost(clue, meant, day)
        cost += weight * _anchor_cost(meant, anchors)
    return cost + _peg_cost(evidence.clues, day)


def _direction_cost(clue: Clue, meant: Sequence[date], day: date) -> float:
    """A past verb with a day to come, a coming event on a day gone by, a weekday named that is far off."""
    if clue.kind == "weekday":
        # A bare weekday six days away would be "last" or "next".
        return 0.1 * max(min(abs((m - day).days) for m in meant) - 2, 0)
    if clue.kind != "day" or not clue.direction.sign or not meant:
        return 0.0
    firm = _IMPOSSIBLE if clue.direction.firm else 1.5
    ahead = (meant[0] - day).days * clue.direction.sign
    if ahead < 0:
        return firm
    # Who writes of a coming event on its very day says "today" or names the weekday.
    return 0.3 if ahead == 0 and clue.direction.sign > 0 else 0.0


def _anchor_cost(meant: Sequence[date], anchors: Sequence[_Anchor]) -> float:
    if not anchors:
        return 0.0
    hit = max((a.weight for a in anchors if a.day in meant), default=0.0)
    return max(a.weight for a in anchors) - 2 * hit


def _peg_cost(clues: Sequence[Clue], day: date) -> float:
    """News is of the day it is written on or of the day before: the first day that the lead looks back on, or "today".

    A day that the lead looks ahead to is the day of writing only where the article says, too, that something happens today.
    """
    ahead_today = any(c.kind == "near" and c.offset == 0 and c.direction.sign > 0 for c in clues)
    for clue in clues:
        if not clue.lead or clue.quoted or (clue.direction.sign > 0 and not ahead_today):
            continue
        if clue.kind == "day" and clue.direction.sign >= 0:
            continue
        away = min((abs((m - day).days) for m in clue.days(day)), default=0)
        return min(0.7 * away, 2.0)
    return 0.0


def _ties(clue: Clue, anchors: Sequence[_Anchor], day: date) -> bool:
    meant = clue.days(day)
    if any(a.day in meant for a in anchors):
        return True
    return clue.kind == "day" and any(abs((m - day).days) <= _WINDOW for m in meant)


def _because(ties: Sequence[Clue], day: date) -> str:
    kinds = {
        "day": "the days of the year it names",
        "weekday": "the weekdays it names",
        "near": "“today” and the like",
    }
    told = [words for kind, words in kinds.items() if any(c.kind == kind for c in ties)]
    ahead = any(c.direction.sign > 0 and any(d >= day for d in c.days(day)) for c in ties)
    behind = any(c.direction.sign < 0 for c in ties)
    verbs = " and what is past or still to come" if ahead and behind else ""
    return f"siblings: {', '.join(told)}{verbs}, with the dates of reports on the same event"


def _anchors(clue: Clue, known: Sequence[Known]) -> tuple[_Anchor, ...]:
    """The days of siblings' sentences that are about what the clue's sentence is about; the best for each day."""
    best: dict[date, _Anchor] = {}
    for k in known:
        weight = _likeness(clue.words, k.words)
        if weight and (k.day not in best or best[k.day].weight < weight):
            best[k.day] = _Anchor(k.day, weight, k.span)
    return tuple(best[d] for d in sorted(best))


def _likeness(a: Words, b: Words) -> float:
    shared = sum(w for word, w in a.items() if word in b)
    if shared < _SAME_WEIGHT:
        return 0.0
    likeness = shared / sqrt(sum(a.values()) * sum(b.values()))
    return min(likeness, 1.0) if likeness >= _SAME_LIKENESS else 0.0


def _distance(day: date, siblings: Sequence[date]) -> int:
    return min(((day - s).days for s in siblings), key=abs)


def _day(dating: Dating | None) -> date | None:
    try:
        return date.fromisoformat(dating.value[:10]) if dating else None
    except ValueError:
        return None
