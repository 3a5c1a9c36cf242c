"""Whose statement a clause is."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Attribution, Quote, Relay, Span, Voice

_SPOKEN = frozenset({"full", "split", "partial", "headline"})


class Voices:
    """The attributions and quotes of one article, asked for the voice behind a place in it."""

    def __init__(self, text: str, attributions: Sequence[Attribution], quotes: Sequence[Quote]) -> None:
        self._text = text
        self._attributions = [a for a in attributions if a.source or a.relay]
        self._quotes = [q for q in quotes if q.kind in _SPOKEN]

    def at(self, place: Span) -> Voice:
        """The innermost source whose words hold `place`, with the links they came through; the narrator's if none does."""
        quote = next((q for q in self._quotes if q.span.contains(place)), None)
        around = self._around(place)
        if not around:
            return self._quoted(quote) if quote is not None else Voice()
        inner = around[0]
        relay = (*inner.relay, *self._outer_links(around))
        source = inner.source[0] if inner.source else None
        return Voice(
            entity=inner.entity,
            name=source.of(self._text) if source else "",
            span=source,
            cue=inner.cue[0].of(self._text) if inner.cue else "",
            quoted=quote is not None,
            relay=relay,
        )

    def denied(self, place: Span) -> bool:
        """Whether the innermost source is said not to have said it."""
        return any(a.negated for a in self._around(place)[:1])

    def _around(self, place: Span) -> list[Attribution]:
        found = [(len(c), a) for a in self._attributions for c in a.content if c.contains(place)]
        return [a for _, a in sorted(found, key=lambda x: x[0])]

    def _outer_links(self, around: list[Attribution]) -> list[Relay]:
        """Sources that report the innermost one, nearest first, where its own chain does not name them already."""
        known = {r.span for r in around[0].relay} | set(around[0].source)
        links = []
        for a in around[1:]:
            if a.source and a.source[0] not in known:
                known.add(a.source[0])
                cue = a.cue[0] if a.cue else None
                links.append(Relay(name=a.source[0].of(self._text), span=a.source[0], cue=cue, entity=a.entity))
        return links

    def _quoted(self, quote: Quote) -> Voice:
        return Voice(
            entity=quote.entity,
            name=quote.speaker.of(self._text) if quote.speaker else "",
            span=quote.speaker,
            cue=quote.cue.of(self._text) if quote.cue else "",
            quoted=True,
            relay=quote.relay,
        )
