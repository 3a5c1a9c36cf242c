"""Origins of facts and the stemma of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.origins.chains import Chains
from rashomon.origins.reuse import Copied, CopyIndex, shared_passages
from rashomon.origins.stemma import draw_stemma
from rashomon.origins.ties import Parties, find_ties
from rashomon.records import Article, Claim, Entity, Fact, Stemma, Witness

PASSAGE = 12
"""Words alike in a passage that ties two reports of one event; ten is a person's full titles, a sentence is fifteen and more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The facts with their origins filled in, and the stemma."""

    facts: tuple[Fact, ...]
    stemma: Stemma


def trace_origins(
    witnesses: Sequence[Witness], entities: Sequence[Entity], claims: Sequence[Claim], facts: Sequence[Fact]
) -> Origins:
    """Where each fact's claims come from, and who relies on whom. Shared agency somewhere in the article is no proof."""
    parties = Parties(entities, [w.article for w in witnesses])
    ties = [t for w in witnesses for t in find_ties(w, parties)]
    passages = _passages(witnesses)
    chains = Chains(witnesses, parties, ties, passages)
    by_id = {c.id: c for c in claims}
    return Origins(
        facts=tuple(_with_origins(f, chains, by_id) for f in facts),
        stemma=draw_stemma(witnesses, parties, ties, passages),
    )


def _with_origins(fact: Fact, chains: Chains, claims: dict[str, Claim]) -> Fact:
    origins = chains.origins(fact, claims)
    return replace(fact, origins=origins, independent_origins=sum(o.certainty != "may" for o in origins))


def _passages(witnesses: Sequence[Witness]) -> list[Copied]:
    """Each passage that two witnesses share, once: on the side that took it, or on both alike if nobody can tell."""
    index = CopyIndex()
    index.add([_dated(w) for w in sorted(witnesses, key=lambda w: w.article.id)])
    found = [p for copied in shared_passages(index, PASSAGE).values() for p in copied]
    told = [p for p in found if p.told]
    open_ = [p for p in found if not p.told and p.span < p.other]
    return told + open_


def _dated(w: Witness) -> Article:
    """The article with the date that the collation found for it, if it brought none and states it outright."""
    if w.article.published or w.published is None or not w.published.explicit:
        return w.article
    return replace(w.article, published=w.published.value)
