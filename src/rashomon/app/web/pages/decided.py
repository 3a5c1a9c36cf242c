"""What readers decided about a story, in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.records import Collation
from rashomon.report.wording import label
from rashomon.store import Decision

_WORDS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision that stands: what was done to which words, when, why."""

    id: str
    done: str
    words: tuple[str, ...]
    because: str
    when: str


def decided(decisions: Iterable[Decision], collation: Collation) -> tuple[Decided, ...]:
    """The decisions about a story, the latest first."""
    return tuple(_decided(d, collation) for d in decisions)[::-1]


def _decided(d: Decision, collation: Collation) -> Decided:
    judgement: dict[str, Any] = json.loads(d.judgement)
    done = label("judgement", d.action)
    types = [label(s, judgement[k]) for k, s in (("kind", "difference"), ("severity", "severity")) if judgement.get(k)]
    return Decided(
        id=d.id,
        done=f"{done}: {', '.join(types).lower()}" if types else done,
        words=tuple(dict.fromkeys(_words(judgement, collation))),
        because=str(judgement.get("because", "")),
        when=d.added,
    )


def _words(judgement: dict[str, Any], collation: Collation) -> Iterator[str]:
    """The words that a decision is about: those at its places, of its claims, or of its articles' headlines."""
    texts = {w.article.id: w.article.text for w in collation.witnesses}
    titles = {w.article.id: w.article.headline or w.siglum for w in collation.witnesses}
    claims = {c.id: c.text for c in collation.claims}
    for place in judgement.get("places", ()):
        span, _, article = place.partition("@")
        start, _, end = span.partition(":")
        if article in texts:
            yield _cut(texts[article][int(start) : int(end)])
    for article in judgement.get("articles", ()):
        if article in titles:
            yield _cut(titles[article])
    for target in judgement.get("targets", ()):
        if target in claims:
            yield _cut(claims[target])


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _WORDS else words[: _WORDS - 1].rstrip() + "…"
