"""A time of day with its GMT beside it gives the place's distance from GMT: two reports of one day that differ in it reckoned otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.strangers import elsewhere
from rashomon.records import Sentence, Span

_DAY = 24 * 60
_CLOCK = r"(\d{1,2})[:.]?(\d\d)"
_BOTH = re.compile(rf"\b{_CLOCK} ?([ap])?\.?(?:m\.?)?(?: hours| hrs| local(?: time)?)? ?\({_CLOCK} (?:GMT|UTC)\)")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Both times as they stand, their sentence, and the minutes by which the place is ahead of GMT, round the clock."""

    span: Span
    sentence: Sentence
    ahead: int


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Pairs of reports with one such distance each, and not the same one, about no two towns."""
    told = {w.article.id: found for w in evidence.witnesses if (found := _reckoned(evidence, w.article.id))}
    for one, other in combinations(sorted(told), 2):
        a, b = told[one][0], told[other][0]
        single = all(len({r.ahead for r in told[x]}) == 1 for x in (one, other))
        if single and a.ahead != b.ahead and not elsewhere(a.sentence, b.sentence, evidence):
            yield Finding(
                kind="date", severity="soft", sides=tuple(side(r.span, evidence.text(r.span)) for r in (a, b))
            )


def _reckoned(evidence: Evidence, article: str) -> list[Reckoned]:
    found = []
    for m in _BOTH.finditer(evidence.by_article[article].article.text):
        span = Span(article=article, start=m.start(), end=m.end())
        sentence = evidence.sentence(span)
        local, gmt = _minute(m[1], m[2], m[3]), _minute(m[4], m[5], None)
        if sentence is not None and local is not None and gmt is not None and not evidence.repeated(span):
            found.append(Reckoned(span, sentence, (local - gmt) % _DAY))
    return found


def _minute(hour: str, minute: str, half: str | None) -> int | None:
    """The minute of the day; None for what no clock shows."""
    h, m = int(hour), int(minute)
    if half is not None:
        h = h % 12 + (12 if half == "p" else 0)
    return 60 * h + m if h < 24 and m < 60 else None
