"""Chains: from a claim back to where it entered the story, and which claims of a fact meet on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from networkx.utils import UnionFind

from rashomon.origins.credits import own_entry
from rashomon.origins.parties import Parties, Party
from rashomon.origins.passages import align
from rashomon.origins.reuse import Copied
from rashomon.origins.ties import Tie
from rashomon.origins.words import word_ids
from rashomon.records import Claim, Fact, Origin, Span, Witness
from rashomon.records.collation import OriginKind

COVERED = 0.6
"""Share of a claim's characters that must lie in a copied passage for the passage to be where it came from."""
UTTERED = 6
"""Words alike that make two quotations the same utterance, whoever it is ascribed to."""
_RANK: dict[OriginKind, int] = {"speaker": 0, "document": 1, "platform": 2, "agency": 3, "outlet": 4}


@dataclass(frozen=True, slots=True)
class Link:
    """One stage of a claim's way. `certain`: the text states it; otherwise it is likely."""

    party: Party
    evidence: tuple[Span, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Chain:
    """A claim and all it came through, its origin first."""

    claim: Claim
    links: tuple[Link, ...]
    own: bool
    """Whether nothing but the outlet itself stands behind the claim."""

    @property
    def origin(self) -> Party:
        return self.links[0].party


class Chains:
    """The chains of all claims of a story."""

    def __init__(
        self, witnesses: Sequence[Witness], parties: Parties, ties: Sequence[Tie], passages: Sequence[Copied]
    ) -> None:
        self._parties = parties
        self._entries = {w.article.id: own_entry(w.article, parties.register) for w in witnesses}
        self._outlets = {w.article.id: self._outlet(w) for w in witnesses}
        self._ties: dict[str, list[Tie]] = {w.article.id: [] for w in witnesses}
        for tie in ties:
            self._ties[tie.article].append(tie)
        self._passages: dict[frozenset[str], list[Copied]] = {}
        for p in passages:
            self._passages.setdefault(frozenset((p.span.article, p.other.article)), []).append(p)

    def _outlet(self, w: Witness) -> Party:
        """The outlet of a witness; where it is unknown, the report itself."""
        entry = self._entries[w.article.id]
        if entry is not None:
            return self._parties.of_entry(entry)
        return Party(id=w.article.id, kind="outlet", name=w.outlet or f"report {w.siglum}")

    def of(self, claim: Claim) -> Chain:
        """The chain of one claim: the voice, the relays and reports around it, the article's credit, or the outlet itself."""
        article = claim.span.article
        links = [*self._voice(claim), *self._reports(claim)]
        links += [Link(t.party, t.evidence) for t in self._ties[article] if t.manner == "credit"]
        own = not links
        if own:
            links.append(Link(self._outlets[article], (claim.span,)))
        return Chain(claim, tuple(links), own)

    def origins(self, fact: Fact, claims: Mapping[str, Claim]) -> tuple[Origin, ...]:
        """The independent origins of a fact, then those that its claims only may share ("may")."""
        chains = _summed_up([self.of(claims[c]) for c in fact.claims if c in claims])
        groups = self._met(chains)
        origins = [self._origin(g, likely) for g, likely in groups]
        return tuple(sorted(origins, key=lambda o: o.claims)) + self._perhaps([g for g, _ in groups])

    def _voice(self, claim: Claim) -> list[Link]:
        voice, article = claim.voice, claim.span.article
        if not (voice.entity or voice.name or voice.relay):
            return self._speech(claim)
        spoken = self._parties.of_source(article, voice.entity, voice.name) if voice.entity or voice.name else None
        links = []
        if spoken is not None:
            links.append(Link(spoken, (voice.span or claim.span,), not spoken.anonymous))
        for r in voice.relay:
            party = self._parties.of_source(article, r.entity, r.name)
            if party is not None and party.id not in {x.party.id for x in links}:
                links.append(Link(party, (r.span,)))
        return links

    def _speech(self, claim: Claim) -> list[Link]:
        """A claim that somebody said something ("the mayor announced the closure") rests on that person's own words."""
        return [
            Link(t.party, t.evidence, not t.party.anonymous)
            for t in self._ties[claim.span.article]
            if t.manner == "voice" and any(e.contains(claim.trigger) for e in t.evidence) and not claim.nominal
        ][:1]

    def _reports(self, claim: Claim) -> list[Link]:
        """Agencies and outlets that the claim's sentence names as its source, and "reportedly"."""
        return [
            Link(t.party, t.evidence, t.manner != "unnamed")
            for t in self._ties[claim.span.article]
            if t.manner in ("report", "channel", "unnamed") and any(s.contains(claim.trigger) for s in t.scope)
        ]

    def _met(self, chains: Sequence[Chain]) -> list[tuple[list[Chain], bool]]:
        """Groups of chains that meet, and whether a group is held together by meetings that are only likely."""
        groups = UnionFind(range(len(chains)))
        for meeting in _shared_parties(chains, certain=True):
            groups.union(*meeting)
        sure = {i: groups[i] for i in range(len(chains))}
        for meeting in _shared_parties(chains, certain=False):
            groups.union(*meeting)
        for i, j in combinations(range(len(chains)), 2):
            if groups[i] != groups[j] and self._same_text(chains[i].claim, chains[j].claim):
                groups.union(i, j)
        found = sorted(sorted(g) for g in groups.to_sets())
        return [([chains[i] for i in g], len({sure[i] for i in g}) > 1) for g in found]

    def _same_text(self, one: Claim, two: Claim) -> bool:
        return _same_words(one, two) or self._copied(one, two)

    def _copied(self, one: Claim, two: Claim) -> bool:
        """Whether a passage that holds the one also stands, in the other's article, where the other is."""
        for p in self._passages.get(frozenset((one.span.article, two.span.article)), ()):
            mine, theirs = (p.span, p.other) if p.span.article == one.span.article else (p.other, p.span)
            if _covers(mine, one.span) and theirs.overlaps(two.span):
                return True
            if _covers(theirs, two.span) and mine.overlaps(one.span):
                return True
        return False

    def _origin(self, chains: Sequence[Chain], likely: bool) -> Origin:
        """The party that most of a group's chains have, the one farthest back among equals."""
        count = Counter(link.party for chain in chains for link in {x.party.id: x for x in chain.links}.values())
        deepest = {x.party: i for c in chains for i, x in enumerate(c.links)}
        party = min(count, key=lambda p: (-count[p], deepest[p], _RANK[p.kind], len(p.members), p.id))
        evidence = {s for c in chains for x in c.links if x.party == party for s in x.evidence}
        return Origin(
            id=party.id,
            kind=party.kind,
            name=party.name,
            claims=tuple(sorted(c.claim.id for c in chains)),
            evidence=tuple(sorted(evidence)),
            certainty="likely" if likely else "stated",
        )

    def _perhaps(self, groups: Sequence[Sequence[Chain]]) -> tuple[Origin, ...]:
        """Agencies that several groups' articles name somewhere else, or owners that they have in common: no proof of anything."""
        sharing: dict[Party, list[tuple[int, Chain, tuple[Span, ...]]]] = {}
        for i, group in enumerate(groups):
            for chain in group:
                if chain.own:
                    for party, evidence in self._elsewhere(chain.claim.span.article):
                        sharing.setdefault(party, []).append((i, chain, evidence))
        return tuple(
            Origin(
                id=party.id,
                kind=party.kind,
                name=party.name,
                claims=tuple(sorted({c.claim.id for _, c, _ in found})),
                evidence=tuple(sorted({s for _, _, evidence in found for s in evidence})),
                certainty="may",
            )
            for party, found in sorted(sharing.items(), key=lambda x: x[0].id)
            if len({i for i, _, _ in found}) > 1
        )

    def _elsewhere(self, article: str) -> list[tuple[Party, tuple[Span, ...]]]:
        found: dict[Party, tuple[Span, ...]] = {}
        for t in self._ties[article]:
            if t.party.kind == "agency" and t.manner in ("contribution", "report", "channel"):
                found[t.party] = (*found.get(t.party, ()), *t.evidence)
        own = self._entries[article]
        if own is not None and own.family:
            found[Party(id=f"owner:{own.family}", kind="outlet", name=own.family)] = ()
        return list(found.items())


def _shared_parties(chains: Sequence[Chain], *, certain: bool) -> list[list[int]]:
    """The chains that each party stands in. Certain: the texts say so; otherwise a party counts for its members too.

    What two said together is likely the word of each, so that a pair beside one of the two is not a second voice.
    """
    standing: dict[str, list[int]] = {}
    for i, chain in enumerate(chains):
        for link in chain.links:
            if link.certain or not certain:
                for name in (link.party.id, *(() if certain else link.party.members)):
                    standing.setdefault(name, []).append(i)
    return list(standing.values())


def _summed_up(chains: Sequence[Chain]) -> list[Chain]:
    """Headlines and standfirsts sum up their article: where its text names a source of the same fact, they rest on it too."""
    found = []
    for chain in chains:
        claim = chain.claim
        sources = [c for c in chains if c.claim.span.article == claim.span.article and not c.own]
        if chain.own and claim.part in ("headline", "standfirst") and sources:
            first = min(sources, key=lambda c: c.claim.span)
            found.append(Chain(claim, tuple(replace(x, certain=False) for x in first.links), False))
        else:
            found.append(chain)
    return found


def _covers(passage: Span, claim: Span) -> bool:
    if passage.article != claim.article:
        return False
    common = min(passage.end, claim.end) - max(passage.start, claim.start)
    return common >= COVERED * len(claim)


def _same_words(one: Claim, two: Claim) -> bool:
    """Whether two claims are the same quotation."""
    if not (one.voice.quoted and two.voice.quoted):
        return False
    return bool(align(word_ids(one.text), word_ids(two.text), UTTERED))
