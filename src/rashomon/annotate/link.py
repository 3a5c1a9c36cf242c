"""Who the source of a quote, an attribution or a relay is: the entity whose mention stands there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rashomon.annotate.language import language_read, languages
from rashomon.records import Attribution, Mention, Quote, Relay, Span

_AFTER_HEAD = ["for", "of", "from", "at", "in", "on", "with", "who", "which", "that", "to", "by", "and"]
"""What follows the head of a noun phrase: "a spokesman for …", "Ann Bell, who …"."""
_OWNER = ("'s", "’s", "' ", "’ ")
_NEAR = 32
"""How many mentions back one that holds a whole span is looked for."""


class Mentions:
    """The mentions of one article, found by place."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self._sorted = sorted(mentions, key=lambda m: (m.span.start, -m.span.end))
        self._starts = [m.span.start for m in self._sorted]
        self._text = text

    def entity_at(self, span: Span) -> str | None:
        """The entity that `span` as a whole stands for, None if no mention says.

        The mention of the same span; else the last name before what follows the noun phrase's head ("Kremlin aide Yuri Ushakov,
        who …" is Ushakov), owners left out ("Bell's office" is not Bell); else the mention around.
        """
        inside = self._inside(span)
        same = next((m for m in inside if m.span == span), None)
        if same is not None:
            return same.entity
        heads = [m for m in inside if m.span.start < self._head_end(span) and not self._owns(m, span)]
        if heads:
            return max(heads, key=lambda m: (m.kind == "name" and m.type == "PERSON", m.span.end, len(m.span))).entity
        return None if inside else self._around(span)

    def _inside(self, span: Span) -> list[Mention]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [m for m in self._sorted[first:last] if m.span.end <= span.end]

    def _around(self, span: Span) -> str | None:
        last = bisect_right(self._starts, span.start)
        around = [m for m in self._sorted[max(0, last - _NEAR) : last] if m.span.contains(span)]
        return min(around, key=lambda m: len(m.span)).entity if around else None

    def _head_end(self, span: Span) -> int:
        found = _after_head(language_read()).search(self._text, span.start, span.end)
        return found.start() if found is not None else span.end

    def _owns(self, mention: Mention, span: Span) -> bool:
        following = self._text[mention.span.end : mention.span.end + 2]
        rest = self._text[mention.span.end : span.end].strip()
        # "the union's" as a whole is the union: it owns what is said.
        return rest not in ("", "'s", "’s", "'", "’") and (
            following in _OWNER or self._text[max(0, mention.span.end - 2) : mention.span.end] in _OWNER
        )


@cache
def _after_head(language: str) -> re.Pattern[str]:
    known = languages().get(language)
    words = _AFTER_HEAD if known is None else known.after_head
    spaced = "|".join(re.escape(w) for w in words if w[-1].isalpha())
    elided = "|".join(re.escape(w[:-1]) for w in words if not w[-1].isalpha())
    return re.compile(rf",|\(| (?:{spaced}) " + (rf"| (?:{elided})['’]" if elided else ""))


def link_quotes(quotes: Sequence[Quote], mentions: Mentions) -> tuple[Quote, ...]:
    """The quotes with the entities of their speakers and relays."""
    return tuple(
        replace(q, entity=(own := _entity(q.speaker, mentions)), relay=_relay(q.relay, own, mentions)) for q in quotes
    )


def link_attributions(attributions: Sequence[Attribution], mentions: Mentions) -> tuple[Attribution, ...]:
    """The attributions with the entities of their sources and relays."""
    return tuple(
        replace(
            a,
            entity=(own := _entity(a.source[0] if a.source else None, mentions)),
            relay=_relay(a.relay, own, mentions),
        )
        for a in attributions
    )


def _entity(span: Span | None, mentions: Mentions) -> str | None:
    return mentions.entity_at(span) if span is not None else None


def _relay(relay: tuple[Relay, ...], own: str | None, mentions: Mentions) -> tuple[Relay, ...]:
    """The links with their entities, those left out that only name the source again ("he said he hoped")."""
    linked = (replace(r, entity=mentions.entity_at(r.span)) for r in relay)
    return tuple(r for r in linked if r.entity is None or r.entity != own)
