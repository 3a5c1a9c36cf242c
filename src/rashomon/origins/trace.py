"""Origins of facts and the stemma of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.origins.chains import Chains
from rashomon.origins.parties import Parties
from rashomon.origins.reuse import Copied, CopyIndex, shared_passages
from rashomon.origins.stemma import draw_stemma
from rashomon.origins.tie_words import tie_words
from rashomon.origins.ties import Tie, find_ties
from rashomon.records import Article, Claim, Entity, Fact, Span, Stemma, Witness

PASSAGE = 12
"""Words alike in a passage that ties two reports of one event; ten is a person's full titles, a sentence is fifteen and more."""


QUOTED = 0.6
"""Share of a passage inside quotation marks, in both texts, beyond which it shows one speaker rather than one text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The facts with their origins filled in, and the stemma."""

    facts: tuple[Fact, ...]
    stemma: Stemma


def trace_origins(
    witnesses: Sequence[Witness], entities: Sequence[Entity], claims: Sequence[Claim], facts: Sequence[Fact]
) -> Origins:
    """Where each fact's claims come from, and who relies on whom. Shared agency somewhere in the article is no proof."""
    parties = Parties(entities, [w.article for w in witnesses], _members(witnesses))
    ties = [t for w in witnesses for t in find_ties(w, parties)]
    passages, spoken = _passages(witnesses)
    ties += [said for p in spoken for span in (p.span, p.other) for said in _said(span, ties)]
    chains = Chains(witnesses, parties, ties, passages)
    by_id = {c.id: c for c in claims}
    return Origins(
        facts=tuple(_with_origins(f, chains, by_id) for f in facts),
        stemma=draw_stemma(witnesses, parties, ties, passages),
    )


def _members(witnesses: Sequence[Witness]) -> dict[str, tuple[str, ...]]:
    """Who else's words somebody's are likely to be: each one's of a pair, and the body's that a named spokesperson speaks for."""
    found: dict[str, tuple[str, ...]] = {}
    for w in witnesses:
        by_name = {e.name: e.id for e in w.annotation.entities if e.type != "PERSON"}
        for e in w.annotation.entities:
            bodies = (of for noun, names in e.roles if noun in tie_words("spokespersons", "nouns") for of in names)
            spoken_for = (by_name[of] for of in bodies if of in by_name)
            if members := tuple(dict.fromkeys((*found.get(e.id, ()), *e.members, *spoken_for))):
                found[e.id] = members
    return found


def _with_origins(fact: Fact, chains: Chains, claims: dict[str, Claim]) -> Fact:
    origins = chains.origins(fact, claims)
    return replace(fact, origins=origins, independent_origins=sum(o.certainty != "may" for o in origins))


def _passages(witnesses: Sequence[Witness]) -> tuple[list[Copied], list[Copied]]:
    """Each passage that two witnesses share, once: on the side that took it, or on either if nobody can tell.

    Apart from these, those that are somebody's words in both: two reports that quote the same words both have them from the speaker.
    """
    index = CopyIndex()
    index.add([_dated(w) for w in sorted(witnesses, key=lambda w: w.article.id)])
    quotes = {w.article.id: [q.span for q in w.annotation.quotes if q.kind in ("full", "split")] for w in witnesses}
    found = [p for copied in shared_passages(index, PASSAGE).values() for p in copied]
    once = [p for p in found if p.told or p.span < p.other]
    spoken = [p for p in once if all(_share(s, quotes[s.article]) > QUOTED for s in (p.span, p.other))]
    return [p for p in once if p not in spoken], spoken


def _said(span: Span, ties: Sequence[Tie]) -> list[Tie]:
    """The words of a quotation that two reports share, as further evidence that this one rests on its speaker."""
    speaking = (t for t in ties if t.manner == "voice" and any(s.overlaps(span) for s in t.scope))
    return [replace(t, evidence=(span,)) for t in speaking][:1]


def _dated(w: Witness) -> Article:
    """The article with the date that the collation found for it, if it brought none and states it outright."""
    if w.article.published or w.published is None or not w.published.explicit:
        return w.article
    return replace(w.article, published=w.published.value)


def _share(span: Span, parts: Sequence[Span]) -> float:
    inside = sum(max(0, min(span.end, p.end) - max(span.start, p.start)) for p in parts)
    return inside / max(1, len(span))
