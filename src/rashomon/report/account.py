"""What happened, in the witnesses' own words: the fewest sentences that hold what most of them attest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records import Claim, Collation, Fact, Span
from rashomon.report.attesting import Attestations
from rashomon.report.passages import Place, Texts

_SENTENCES = 7
"""Sentences on the first screen."""
_SHORTEST, _LONGEST = 40, 420
"""Characters of a sentence that reads well by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a sentence; `sigla` are the other witnesses who attest it, some only in part where it is `partial`, `fact` is
    the fact it states, `places` all it rests on."""

    text: str
    sigla: tuple[str, ...] = ()
    partial: bool = False
    fact: str | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSentence:
    """One witness's sentence, cut where others attest it."""

    place: Place
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Attested:
    fact: Fact
    claim: Claim
    by: tuple[Claim, ...]
    partial: bool

    @property
    def weight(self) -> int:
        """Witnesses who attest it; agreement in part counts for less."""
        return 2 * len({c.span.article for c in self.by}) - self.partial


def account(collation: Collation, texts: Texts, attestations: Attestations) -> tuple[AccountSentence, ...]:
    """The sentences, in the order in which reports tell things; each witness's opening where no fact is shared."""
    at: dict[Span, list[_Attested]] = defaultdict(list)
    for fact in collation.facts:
        for claim in attestations.claims(fact):
            by = attestations.bearing_out(claim, fact)
            if claim.part == "body" and not claim.nominal and any(c.span.article != claim.span.article for c in by):
                at[texts.sentence(claim.span)].append(_Attested(fact, claim, by, attestations.partial(claim, fact)))
    chosen = _choose(at, texts)
    if not chosen:
        return _openings(collation, texts)
    chosen.sort(key=lambda s: (s.start / len(texts.witness(s.article).article.text), texts.order(s)))
    return tuple(_cut(s, at[s], texts) for s in chosen)


def _choose(at: dict[Span, list[_Attested]], texts: Texts) -> list[Span]:
    """Sentence by sentence, the one that adds the most attestations not yet shown."""
    left = [s for s in at if _SHORTEST <= len(s) <= _LONGEST and "\n" not in texts.place(s).words.strip()]
    left.sort(key=texts.order)
    shown: set[str] = set()
    chosen: list[Span] = []

    def gain(sentence: Span) -> int:
        new = {a.fact.id: a.weight for a in at[sentence] if a.fact.id not in shown}
        return sum(new.values())

    while left and len(chosen) < _SENTENCES:
        best = max(left, key=gain)
        if not gain(best):
            break
        chosen.append(best)
        left.remove(best)
        shown.update(a.fact.id for a in at[best])
    return chosen


def _cut(sentence: Span, attested: list[_Attested], texts: Texts) -> AccountSentence:
    taken: list[_Attested] = []
    for a in sorted(attested, key=lambda a: (-a.weight, -len(a.claim.span), a.claim.span.start)):
        if sentence.contains(a.claim.span) and not any(a.claim.span.overlaps(t.claim.span) for t in taken):
            taken.append(a)
    text = texts.witness(sentence.article).article.text
    pieces: list[Piece] = []
    at = sentence.start
    for a in sorted(taken, key=lambda a: a.claim.span.start):
        pieces.append(Piece(text=text[at : a.claim.span.start]))
        pieces.append(
            Piece(
                text=a.claim.span.of(text),
                sigla=texts.sigla(c.span.article for c in a.by if c.span.article != sentence.article),
                partial=a.partial,
                fact=a.fact.id,
                places=texts.places(c.span for c in a.by),
            )
        )
        at = a.claim.span.end
    pieces.append(Piece(text=text[at : sentence.end]))
    return AccountSentence(place=texts.place(sentence), pieces=tuple(p for p in pieces if p.text))


def _openings(collation: Collation, texts: Texts) -> tuple[AccountSentence, ...]:
    openings: Sequence[Span] = [
        next((s.span for s in w.annotation.sentences if s.part == "body" and len(s.span) >= _SHORTEST), None)
        or Span(article=w.article.id, start=0, end=min(len(w.article.text), _LONGEST))
        for w in collation.witnesses[:_SENTENCES]
    ]
    places = [texts.place(s) for s in openings]
    return tuple(AccountSentence(place=p, pieces=(Piece(text=p.words),)) for p in places if p.words.strip())
