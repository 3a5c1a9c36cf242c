"""The facts of a collation as statements: who attests each, who has it otherwise, on how many origins it rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.records import Collation, Fact
from rashomon.report.apparatus import DifferenceItem
from rashomon.report.attesting import Attestations
from rashomon.report.passages import Excerpt, Place, Texts
from rashomon.report.wording import say_origins

_LEANS_ON_A_CLAUSE = frozenset({"who", "whom", "whose", "which", "that", "when", "while", "where", "as", "if", "to"})
"""First words of a clause that is not understood without the one it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactItem:
    """A fact: its words, who attests them, who has it otherwise, on how many origins that rests, each claim in its sentence.

    `main` is the claim whose words these are; a `fragment` says something only within its sentence ("the second collision").
    """

    id: str
    text: str
    main: Excerpt
    fragment: bool
    sigla: tuple[str, ...]
    otherwise: tuple[str, ...]
    partial: bool
    origins: str
    why: str
    excerpts: tuple[Excerpt, ...]
    differs: tuple[int, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(e.place for e in self.excerpts)


def statements(
    collation: Collation, texts: Texts, attestations: Attestations, differences: Iterable[DifferenceItem]
) -> list[FactItem]:
    """Every fact with its reading and whom it divides; `differences` are the entries whose numbers it carries."""
    numbers: dict[str, list[int]] = {}
    of_difference = {d.id: d.facts for d in collation.differences}
    for entry in differences:
        for fact in of_difference[entry.id]:
            numbers.setdefault(fact, []).append(entry.number)
    names = {e.id: e.name for e in collation.entities}

    def item(f: Fact) -> FactItem:
        stated = sorted(attestations.claims(f), key=lambda c: texts.order(c.span))
        claim, agreeing = attestations.agreement(f)
        sigla = texts.sigla(c.span.article for c in agreeing)
        return FactItem(
            id=f.id,
            text=claim.text,
            main=texts.excerpt(claim.span),
            fragment=claim.nominal or " " not in claim.text or claim.text.split()[0].lower() in _LEANS_ON_A_CLAUSE,
            sigla=sigla,
            otherwise=tuple(s for s in texts.sigla(f.witnesses) if s not in sigla),
            partial=attestations.partial(claim, f),
            origins=say_origins(f, texts.witnesses(c.span.article for c in agreeing), {c.id for c in agreeing}),
            why=f.why,
            excerpts=tuple(texts.excerpt(c.span, names.get(c.voice.entity or "", c.voice.name)) for c in stated),
            differs=tuple(numbers.get(f.id, ())),
        )

    return [item(f) for f in collation.facts]


def alone(facts: Iterable[FactItem]) -> tuple[FactItem, ...]:
    """Facts of one witness in the order of its text, without those whose words stand within another's."""
    kept: list[FactItem] = []
    for f in sorted(facts, key=lambda f: (f.places[0].start, -f.places[0].end)):
        if not kept or f.places[0].end > kept[-1].places[0].end:
            kept.append(f)
    return tuple(kept)
