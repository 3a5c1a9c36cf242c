"""From clusters of claims to facts: the witness's words that say it best, how far they agree, and why they stand together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import combinations

from rashomon.collate.align.model import Model
from rashomon.collate.align.view import View
from rashomon.records import Claim, Difference, Event, Fact, Quantity, Span
from rashomon.records.collation import DifferenceKind

_PHRASES = {
    "same predicate": "the same is said to happen",
    "predicate within": "the word for what happened stands in both",
    "names shared": "they name the same",
    "same role": "the same one does or suffers it",
    "words shared": "they share their words",
    "words contained": "one has all the words of the other",
    "run of words": "they have the same run of words",
    "run contained": "one has all the words of the other",
    "numbers shared": "they give the same number",
    "times shared": "they give the same time",
    "same voice": "the same source says it",
    "role fillers": "the same things take part",
    "same event": "both tell of one kind of event",
    "event and cast": "the same take part in one kind of event",
    "event of the same": "the same take part in one kind of event",
    "event and day": "one kind of event on the same day",
    "cast and day": "the same take part on the same day",
    "cast shared": "they speak of the same people or places",
    "same cast": "they speak of the same people or places",
    "cast within": "they speak of the same people or places",
    "rare occasion": "the same take part in one kind of event",
    "words near": "their words are close in meaning",
    "shorter near": "their words are close in meaning",
    "predicate near": "what is said to happen is close in meaning",
    "kindred": "what is said to happen is close in meaning",
    "meaning": "they say much the same in other words",
    "meaning around": "the sentences around them are alike",
    "near the top": "both stand near the top",
    "words around": "the sentences around them are alike",
    "names around": "the sentences around them name the same",
    "numbers around": "the sentences around them give the same number",
}
_REASONS = 3
_OF_WORDING: frozenset[DifferenceKind] = frozenset({"attribution", "quotation", "omission"})
"""Differences in who says a thing, in its words, or in what is left out: what is said to be so may be the same."""


def fact_of(
    ids: Sequence[str], views: Mapping[str, View], events: Mapping[str, Event], sigla: Mapping[str, str], model: Model
) -> Fact:
    """The fact that the claims `ids` state. `events`: claim id to its event; `sigla`: article id to siglum.

    Its witnesses stand in the order of their sigla, its claims by article id: what is worked out from them must not depend on
    the order of the reports.
    """
    claims = sorted((views[i].claim for i in ids), key=lambda c: (c.span.article, c.span.start, c.id))
    witnesses = tuple(sorted({c.span.article for c in claims}, key=lambda a: (len(sigla[a]), sigla[a])))
    own = sorted(
        {events[i].id for i in ids if i in events},
        key=lambda e: (-sum(events[i].id == e for i in ids if i in events), e),
    )
    return Fact(
        id=sha256(" ".join(sorted(ids)).encode()).hexdigest()[:12],
        text=_clearest([views[i] for i in sorted(ids)]),
        event=own[0] if own else None,
        relation="single" if len(witnesses) < 2 else "agree_partial" if _partial([views[i] for i in ids]) else "agree",
        claims=tuple(c.id for c in claims),
        witnesses=witnesses,
        why=_why([views[i] for i in sorted(ids)], model),
    )


def shaded(facts: Sequence[Fact], claims: Sequence[Claim], differences: Sequence[Difference]) -> tuple[Fact, ...]:
    """The facts, those that agree in part only where a difference was found between words of two of their own claims."""
    span = {c.id: c.span for c in claims}
    parted: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for i, d in enumerate(differences):
        if d.kind not in _OF_WORDING:
            for side in d.sides:
                parted[side.span.article].append((i, side.span))

    def partial(fact: Fact) -> bool:
        own = [span[c] for c in fact.claims]
        held = [{i for i, side in parted[s.article] if s.contains(side)} for s in own]
        return any(x & y for x, y in combinations(held, 2))

    return tuple(replace(f, relation="agree_partial") if f.relation == "agree" and partial(f) else f for f in facts)


def _clearest(views: Sequence[View]) -> str:
    """One witness's own clause: a full one, in the narrator's words, that names what it speaks of, neither long nor short."""

    def rank(v: View) -> tuple[float, str]:
        c = v.claim
        clarity = len(v.words.names) - 2 * c.nominal - c.voice.quoted - (c.tense == "") - (c.modality != "asserted")
        return (-clarity + abs(len(c.text) - 90) / 60, c.id)

    return min(views, key=rank).claim.text


def _partial(views: Sequence[View]) -> bool:
    """Whether some two of the claims differ in a number, in what they deny or in how sure they are."""
    return any(_differ(a, b) for a, b in combinations(views, 2))


def _differ(a: View, b: View) -> bool:
    if a.claim.polarity != b.claim.polarity or a.claim.modality != b.claim.modality:
        return True
    return any(_same_thing(x, y) and x.interval != y.interval for x in a.claim.quantities for y in b.claim.quantities)


def _same_thing(x: Quantity, y: Quantity) -> bool:
    return x.unit == y.unit and x.measured_lemma == y.measured_lemma


def _why(views: Sequence[View], model: Model) -> str:
    """The reasons of the pair that fits best."""
    if len(views) < 2:
        return ""
    a, b = max(combinations(views, 2), key=lambda p: (model.likeness(*p), p[0].claim.id, p[1].claim.id))
    reasons = dict.fromkeys(_PHRASES[r] for r in model.reasons(a, b) if r in _PHRASES)
    return "; ".join(list(reasons)[:_REASONS])
