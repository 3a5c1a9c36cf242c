"""Whether two claims are about the same thing, one slot aside: the ground on which every comparison stands.

Two claims are kin when they share what tells a happening apart: the predicate (or its opposite), who takes part, the rarer words.
They are strangers, whatever the likeness, when they name other people, or other days, for the same part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rashomon.collate.blocking import Index
from rashomon.collate.compare.evidence import NO_CONTENT, Evidence
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.strangers import strangers
from rashomon.collate.compare.words import words
from rashomon.lexicon import are_opposed, are_synonyms, class_of, is_function_word
from rashomon.records import Claim

LOWEST_UNOPPOSED = 0.1
"""Likeness below which not even opposed predicates, which count as shared, bring two claims together."""
WEIGHT_OF_AGE = 4.0
"""As much as a rare word: an age tells people apart nearly as well as a name."""
CORE_BONUS = 0.15
"""What the same doer or sufferer of the same act adds to the likeness, each."""
OF_ONE_FACT = 0.39
"""Likeness of two claims at least that were aligned as one fact."""
CORE = ("agent", "patient", "recipient", "partner")
EMPTY_VERBS = frozenset(words("kinship", "empty"))
ANY_TIME = frozenset({"communication", "cognition", "stative", "perception", "emotion", "possession"})
"""Classes of verbs for what one may do time and again."""
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Kin:
    """Two claims and how alike they are: `likeness` in [0, 1] over all their words and entities, `shared` the keys in both,
    `predicates` "same", "opposed" or "other"; `aligned` whether they are claims of one fact."""

    a: Claim
    b: Claim
    likeness: float
    shared: frozenset[Key]
    predicates: str
    aligned: bool = False

    @property
    def across(self) -> bool:
        return self.a.span.article != self.b.span.article

    def shared_heads(self) -> frozenset[str]:
        """The head words that fill a core role or an attribute in both; neither pronouns nor the predicate itself."""
        roles = ("agent", "patient", "attribute")
        heads = [frozenset(r.head.lower() for r in c.roles if r.role in roles) for c in (self.a, self.b)]
        shared = heads[0] & heads[1] - {self.a.predicate, self.b.predicate}
        return frozenset(h for h in shared if not is_function_word(h))

    def shared_lemmas(self) -> frozenset[str]:
        return frozenset(k for kind, k in self.shared if kind == "lemma")


class Kinship:
    """The pairs of claims of one story that may be compared, most alike first."""

    LOWEST = 0.25
    """Likeness below which two claims have too little in common to differ about anything."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._keys = {c.id: _keys(c, evidence) for c in evidence.claims}
        self.pairs = tuple(sorted(self._pairs(), key=lambda k: (-k.likeness, *sorted((_place(k.a), _place(k.b))))))

    def closest(self, having: Callable[[Claim], bool] = lambda _: True) -> tuple[Kin, ...]:
        """The pairs across articles in which each claim is the other's nearest in that article, of those `having` the slot.

        Comparing a claim with its nearest only keeps two similar happenings from being crossed.
        """
        taken: set[tuple[str, str]] = set()
        found = []
        for k in self.pairs:
            if not k.across or k.predicates == "other" or not (having(k.a) and having(k.b)):
                continue
            if strangers(k.a, k.b, self._evidence):
                continue
            ends = ((k.a.id, k.b.span.article), (k.b.id, k.a.span.article))
            if not taken.intersection(ends):
                found.append(k)
            taken.update(ends)
        return tuple(found)

    def alike(self, least: float) -> Iterator[Kin]:
        """All pairs across articles that are at least so alike and of one predicate or one fact, most alike first."""
        for k in self.pairs:
            if k.likeness < least:
                return
            if k.across and (k.predicates == "same" or k.aligned) and not strangers(k.a, k.b, self._evidence):
                yield k

    def rivals(self) -> Iterator[Kin]:
        """Pairs across articles with one predicate that name other people for the same part, most alike first."""
        for k in self.pairs:
            if k.across and k.predicates == "same" and strangers(k.a, k.b, self._evidence):
                yield k

    def told_twice(self) -> Iterator[Kin]:
        """Pairs across articles that alignment put into one fact and that have one predicate, most alike first."""
        return (k for k in self.alike(OF_ONE_FACT) if k.aligned and k.predicates == "same")

    def one_deed(self) -> Iterator[Kin]:
        """Pairs across articles in which one doer does the same, once in each report: hardly two deeds, whatever else differs."""
        deeds: dict[tuple[str, str], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        for c in self._evidence.claims:
            outright = c.modality == "asserted" and c.polarity == "positive" and c.tense == "past"
            if outright and c.predicate not in EMPTY_VERBS and class_of(c.predicate, "v") not in ANY_TIME:
                for entity in sorted(parties(c, self._evidence, ("agent",))):
                    if not self._evidence.is_anonymous(entity):
                        deeds[entity, c.predicate][c.span.article].append(c)
        for _, told in sorted(deeds.items()):
            for one, other in combinations(sorted(told), 2):
                if len(told[one]) == len(told[other]) == 1:
                    yield Kin(told[one][0], told[other][0], OF_ONE_FACT, frozenset(), "same")

    def keys(self, claim: Claim) -> dict[Key, float]:
        """What a claim speaks of, with the weight of each."""
        return self._keys[claim.id]

    def _pairs(self) -> Iterator[Kin]:
        """Claims that share a key, through an index of the keys: no cost for the many that have nothing in common."""
        claims = self._evidence.claims
        sizes = [sum(w * w for w in self._keys[c.id].values()) for c in claims]
        index = Index([self._keys[c.id] for c in claims])
        dots: dict[tuple[int, int], float] = defaultdict(float)
        for j, c in enumerate(claims):
            for key, weight in self._keys[c.id].items():
                for i in index.before(j, key):
                    dots[i, j] += weight * self._keys[claims[i].id][key]
        for (i, j), dot in dots.items():
            a, b = claims[i], claims[j]
            size = (sizes[i] * sizes[j]) ** 0.5
            if a.span.overlaps(b.span) or (dot < LOWEST_UNOPPOSED * size and not self._one_fact(a, b)):
                continue
            relation = predicates(a, b)
            if relation == "opposed":
                dot += self._weight_of_predicate(a) * self._weight_of_predicate(b)
            dot += CORE_BONUS * size * len(_core_in_common(a, b, relation, self._evidence))
            if relation == "same" and a.predicate == b.predicate == "be":
                dot += CORE_BONUS * size
            shared = frozenset(self._keys[a.id].keys() & self._keys[b.id].keys())
            one_fact = self._one_fact(a, b)
            if one_fact or (dot >= self.LOWEST * size and (relation != "other" or len(shared) > 1)):
                yield self._kin(a, b, min(1.0, dot / size), shared, relation)

    def _one_fact(self, a: Claim, b: Claim) -> bool:
        fact = self._evidence.fact_of.get(a.id)
        return fact is not None and fact == self._evidence.fact_of.get(b.id)

    def _kin(self, a: Claim, b: Claim, likeness: float, shared: frozenset[Key], relation: str) -> Kin:
        """What alignment put into one fact is alike at least so far."""
        if not self._one_fact(a, b):
            return Kin(a, b, likeness, shared, relation)
        return Kin(a, b, max(likeness, OF_ONE_FACT), shared, relation, True)

    def _weight_of_predicate(self, c: Claim) -> float:
        return self._keys[c.id].get(("lemma", root(c.predicate)), 0.0)


def _core_in_common(a: Claim, b: Claim, relation: str, evidence: Evidence) -> frozenset[str]:
    """The entities that play the same core part in both claims, if the predicates are the same."""
    if relation != "same":
        return frozenset()
    return frozenset(
        e
        for role in ("agent", "patient", "partner")
        for e in parties(a, evidence, (role,)) & parties(b, evidence, (role,))
    )


def predicates(a: Claim, b: Claim) -> str:
    """Whether two claims have the same predicate, opposed ones, or neither; a copula's predicate is its attribute."""
    one, other = a.predicate, b.predicate
    if one == other:
        return "same" if one not in EMPTY_VERBS or (one == "be" and _whereabouts(a) & _whereabouts(b)) else "other"
    for pos in ("v", "a", "n"):
        if are_opposed(one, other, pos):
            return "opposed"
    if one in EMPTY_VERBS or other in EMPTY_VERBS:
        return "other"
    same = any(are_synonyms(one, other, pos) for pos in ("v", "a", "n"))
    return "same" if same or root(one) == root(other) else "other"


def _whereabouts(c: Claim) -> frozenset[str]:
    """What a claim says that someone is at, on or in ("at the helm"), where that is no place with a name."""
    return frozenset(r.head.lower() for r in c.roles if r.role == "place" and r.entity is None)


def entity_in(claim: Claim, roles: tuple[str, ...] = CORE) -> frozenset[str]:
    """The entities that fill these roles."""
    return frozenset(r.entity for r in claim.roles if r.role in roles and r.entity)


def parties(claim: Claim, evidence: Evidence, roles: tuple[str, ...] = CORE) -> frozenset[str]:
    """Who fills the core roles, by whatever mention, and whoever the fillers are told by ("Berg's group": Berg)."""
    inside = (evidence.named_in(r.span) for r in claim.roles if r.role in roles)
    return entity_in(claim, roles).union(*inside)


def same_parties(k: Kin, evidence: Evidence) -> bool:
    """Whether someone or something fills a core role in both, and no named person does so in one of them alone.

    A number in both, such as an age, shows that "a climber, 36," may be the one whom the other names. A pronoun that nobody is
    known to stand behind may be anyone, of claims that are otherwise alike.
    """
    ours, theirs = parties(k.a, evidence), parties(k.b, evidence)
    if k.likeness >= OF_ONE_FACT and (_is_open(k.a) or _is_open(k.b)):
        return True
    if any(evidence.entity_type(e) == "PERSON" for e in ours ^ theirs) and not ours & theirs:
        return any(lemma.isdigit() for lemma in k.shared_lemmas())
    return bool(ours & theirs or k.shared_heads())


def _is_open(c: Claim) -> bool:
    """Whether all that fills the core roles are pronouns without an entity."""
    core = [r for r in c.roles if r.role in CORE]
    return bool(core) and all(r.entity is None and r.head.lower() in words("kinship", "open") for r in core)


def _keys(claim: Claim, evidence: Evidence) -> dict[Key, float]:
    """Entities (by any mention) and content lemmas of the clause's words; the rarer in the story, the heavier."""
    sentence = evidence.sentence(claim.trigger)
    mentions = evidence.mentions_in(claim.span)
    found: dict[Key, float] = {}
    for m in mentions:
        if m.type != "NORP":
            found["entity", m.entity] = evidence.rarity_of_entity(m.entity)
    for q in claim.quantities:
        if (age := evidence.text(q.span).lower()).endswith("old"):
            found["lemma", "".join(filter(str.isdigit, age))] = WEIGHT_OF_AGE
    for t in sentence.tokens if sentence else ():
        inside = claim.span.start <= t.start and t.end <= claim.span.end
        if not inside or t.pos in NO_CONTENT or is_function_word(t.text):
            continue
        if any(m.kind == "name" and m.span.start <= t.start < m.span.end for m in mentions):
            continue
        lemma = root(t.lemma.lower())
        found["lemma", lemma] = evidence.rarity(t.lemma.lower())
    if claim.predicate not in EMPTY_VERBS:
        found["lemma", root(claim.predicate)] = 1.3 * evidence.rarity(claim.predicate)
    return found


def _place(c: Claim) -> tuple[str, int, int, str]:
    return (c.span.article, c.span.start, c.span.end, c.id)
