"""Who the source of a quote, an attribution or a relay is: the entity whose mention stands there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rashomon.records import Attribution, Mention, Quote, Relay, Span


class Mentions:
    """The mentions of one article, found by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._sorted = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._sorted]

    def entity_at(self, span: Span) -> str | None:
        """The entity of the mention that says what `span` as a whole stands for.

        The same span first; else the largest mention inside, the last of equals ("Kremlin aide Yuri Ushakov" is Ushakov).
        """
        inside = [m for m in self._from(span.start) if span.contains(m.span)]
        if not inside:
            around = [m for m in self._sorted if m.span.contains(span)]
            return min(around, key=lambda m: len(m.span)).entity if around else None
        best = max(
            inside, key=lambda m: (m.span == span, m.kind == "name" and m.type == "PERSON", len(m.span), m.span.start)
        )
        return best.entity

    def _from(self, start: int) -> list[Mention]:
        return self._sorted[bisect_left(self._starts, start) :]


def link_quotes(quotes: Sequence[Quote], mentions: Mentions) -> tuple[Quote, ...]:
    """The quotes with the entities of their speakers and relays."""
    return tuple(
        replace(q, entity=mentions.entity_at(q.speaker) if q.speaker else None, relay=_relay(q.relay, mentions))
        for q in quotes
    )


def link_attributions(attributions: Sequence[Attribution], mentions: Mentions) -> tuple[Attribution, ...]:
    """The attributions with the entities of their sources and relays."""
    return tuple(
        replace(a, entity=mentions.entity_at(a.source[0]) if a.source else None, relay=_relay(a.relay, mentions))
        for a in attributions
    )


def _relay(relay: tuple[Relay, ...], mentions: Mentions) -> tuple[Relay, ...]:
    return tuple(replace(r, entity=mentions.entity_at(r.span)) for r in relay)
