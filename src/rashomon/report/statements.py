"""The facts of a collation as statements: who attests each, who has it otherwise, on how many origins it rests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.collate.plain import Plain
from rashomon.records import Claim, Collation, Fact
from rashomon.report.apparatus import DifferenceItem
from rashomon.report.attesting import Attestations
from rashomon.report.clauses import frames
from rashomon.report.passages import Excerpt, Place, Texts
from rashomon.report.wording import say_origins


@dataclass(frozen=True, slots=True, kw_only=True)
class FactItem:
    """A fact: its words, who attests them, who has it otherwise, on how many origins that rests, each claim in its sentence
    (`excerpts`; `claims` are their ids).

    `main` is the claim whose words these are; a `fragment` says something only within its sentence ("when it sank"),
    and what is `named_only` is an event that the witness names without a clause of its own ("the second collision"). One that is
    `slight` leans on other words and has no name, number or time of its own ("to stop").
    """

    id: str
    text: str
    main: Excerpt
    fragment: bool
    named_only: bool
    slight: bool
    sigla: tuple[str, ...]
    otherwise: tuple[str, ...]
    partial: bool
    origins: str
    why: str
    excerpts: tuple[Excerpt, ...]
    claims: tuple[str, ...]
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
    plain = Plain(collation.witnesses, collation.entities)

    def item(f: Fact) -> FactItem:
        stated = sorted(attestations.claims(f), key=lambda c: texts.order(c.span))
        claim, agreeing = attestations.agreement(f)
        sigla = texts.sigla(c.span.article for c in agreeing)
        return FactItem(
            id=f.id,
            text=plain(claim),
            main=texts.excerpt(claim.span),
            fragment=plain.leans(claim),
            named_only=claim.nominal,
            slight=_is_slight(claim, plain, names),
            sigla=sigla,
            otherwise=tuple(s for s in texts.sigla(f.witnesses) if s not in sigla),
            partial=attestations.partial(claim, f),
            origins=say_origins(f, texts.witnesses(c.span.article for c in agreeing), {c.id for c in agreeing}),
            why=f.why,
            excerpts=tuple(texts.excerpt(c.span, names.get(c.voice.entity or "", c.voice.name)) for c in stated),
            claims=tuple(c.id for c in stated),
            differs=tuple(numbers.get(f.id, ())),
        )

    return [item(f) for f in collation.facts]


def _is_slight(claim: Claim, plain: Plain, names: Mapping[str, str]) -> bool:
    telling = (
        claim.quantities or claim.times or any(r.entity in names for r in claim.roles if claim.span.contains(r.span))
    )
    return not telling and plain.leans(claim)


def telling(collation: Collation, attestations: Attestations) -> tuple[Fact, ...]:
    """The facts that tell of the event, each once: those that only bring speech in are left to the speakers, and an event that is
    named within the words of a fact of the same witnesses adds nothing to it."""
    bring_in = frames(collation)
    main = {f.id: attestations.agreement(f)[0] for f in collation.facts}

    def is_told_by(fact: Fact, other: Fact) -> bool:
        within = main[other.id].span.contains(main[fact.id].span)
        return within and not main[other.id].nominal and set(fact.witnesses) <= set(other.witnesses)

    shared = [f for f in collation.facts if len(f.witnesses) > 1]
    return tuple(
        f
        for f in collation.facts
        if main[f.id].id not in bring_in and not (main[f.id].nominal and any(is_told_by(f, o) for o in shared))
    )


def alone(facts: Iterable[FactItem]) -> tuple[FactItem, ...]:
    """Facts of one witness in the order of its text, without those whose words stand within another's, that are but named, or slight.

    Of fragments of one sentence the first is kept: each is shown within the whole of it.
    """
    kept: list[FactItem] = []
    in_sentences: set[str] = set()
    for f in sorted(facts, key=lambda f: (f.places[0].start, -f.places[0].end)):
        if f.named_only or f.slight or (kept and f.places[0].end <= kept[-1].places[0].end):
            continue
        sentence = f"{f.main.before}{f.main.place.words}{f.main.after}" if f.fragment else ""
        if not f.fragment or sentence not in in_sentences:
            kept.append(f)
        in_sentences.add(sentence)
    return tuple(kept)
