"""Numbers that measure the same thing, paired over the story: the ground for `number` and `duration`.

A number is paired first with one that agrees with it; only what agrees with nothing in the other report can differ from it. So two falls,
each with its height, are never crossed as long as each height is told twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

import pint

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.kinship import Key, root
from rashomon.collate.compare.strangers import elsewhere, strangers
from rashomon.lexicon import are_opposed, are_synonyms, is_a, is_function_word
from rashomon.records import Claim, Interval, Quantity, Sentence, Token

ROUND = 0.05
"""Share by which two physical measures may part and still be one, rounded (35 and 36 miles)."""
HEDGED = 0.10
"""The same where a figure is hedged ("about 100,000")."""
MONEY = 0.02
"""The same for sums and counts where one of them is round (43,000 and 43,350)."""
_EXACT_UNITS = frozenset({"", "percent", "year"})
_PART_WORDS = frozenset({"other", "more", "additional", "further", "remaining", "another", "new"})
_BOUNDS = frozenset({"MORE_THAN", "LESS_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity with the words that tell what it measures: `near` are the rarest around it, weighted."""

    quantity: Quantity
    claim: Claim | None
    sentence: Sentence
    near: dict[Key, float]
    verb: str
    subset: frozenset[str]
    """Words that make what is counted a part of something: "other", names and nouns before the noun ("AK-47 rifles")."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two measures of one thing; `score` in [0, 1]."""

    a: Measure
    b: Measure
    score: float


LOWEST = 0.34
"""Score below which two measures are not known to be of one thing."""


def differing(evidence: Evidence, units: str) -> Iterator[Match]:
    """Pairs that measure one thing and cannot both be right, best first; `units` is "duration" or "other"."""
    found = [m for m in _measures(evidence) if (is_duration(m.quantity) == (units == "duration"))]
    for group in _groups(found).values():
        matches = [m for a, b in combinations(group, 2) if (m := _match(a, b, evidence)) is not None]
        settled = {
            key
            for m in matches
            if agree(m.a.quantity, m.b.quantity)
            for key in ((m.a.quantity.span, _article(m.b)), (m.b.quantity.span, _article(m.a)))
        }
        for m in sorted(matches, key=lambda m: -m.score):
            ends = ((m.a.quantity.span, _article(m.b)), (m.b.quantity.span, _article(m.a)))
            if m.score >= LOWEST and not agree(m.a.quantity, m.b.quantity) and not settled.intersection(ends):
                yield m


def is_duration(q: Quantity) -> bool:
    return dimension(q) == "[time]" and not _is_age(q)


@lru_cache(maxsize=512)
def _dimension(unit: str) -> tuple[str, float]:
    """The dimension of a pint unit and its size in base units; a unit pint does not know is a dimension of its own."""
    registry = _registry()
    try:
        base = registry.Quantity(1.0, unit).to_base_units()
    except (pint.UndefinedUnitError, pint.DefinitionSyntaxError):
        return unit, 1.0
    return str(base.dimensionality), float(base.magnitude)


@lru_cache(maxsize=1)
def _registry() -> pint.UnitRegistry[float]:
    """Read once, when the first unit is met: it takes a moment."""
    return pint.UnitRegistry()


def dimension(q: Quantity) -> str:
    """What kind of thing is measured: "[length]", "USD", "percent", or "" for a count."""
    return q.unit if q.unit in {"", "percent", "ordinal"} or q.unit.isupper() else _dimension(q.unit)[0]


def base_interval(q: Quantity) -> Interval:
    """The interval in base units."""
    if dimension(q) == q.unit:
        return q.interval
    size = _dimension(q.unit)[1]
    i = q.interval
    return replace(i, low=None if i.low is None else i.low * size, high=None if i.high is None else i.high * size)


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both figures can be right of one thing, after hedges, bounds, rounding and conversion."""
    share = slack(a, b)
    return _wide(base_interval(a), share).overlaps(_wide(base_interval(b), share))


def slack(a: Quantity, b: Quantity) -> float:
    """By which share each of the two intervals is widened before they are compared (half on each side)."""
    if a.mod == "APPROX" or b.mod == "APPROX":
        return HEDGED / 2
    if dimension(a) not in _EXACT_UNITS and a.unit not in _EXACT_UNITS and not a.unit.isupper():
        return ROUND / 2
    return MONEY / 2 if _is_round(a) or _is_round(b) else 0.0


def bounded(q: Quantity) -> bool:
    """Whether the figure is only a bound."""
    return q.mod in _BOUNDS or q.interval.low is None or q.interval.high is None


def _is_round(q: Quantity) -> bool:
    value = q.interval.low if q.interval.low is not None else q.interval.high
    return value is not None and value >= 100 and value % 100 == 0


def _wide(i: Interval, share: float) -> Interval:
    return replace(
        i,
        low=None if i.low is None else i.low - abs(i.low) * share,
        high=None if i.high is None else i.high + abs(i.high) * share,
    )


def _is_age(q: Quantity) -> bool:
    return q.unit == "year" and q.measured_lemma not in {"", "year"} and is_a(q.measured_lemma, "person")


def _article(m: Measure) -> str:
    return m.quantity.span.article


def _groups(measures: list[Measure]) -> dict[str, list[Measure]]:
    groups: dict[str, list[Measure]] = defaultdict(list)
    for m in measures:
        groups[dimension(m.quantity)].append(m)
    return groups


def _measures(evidence: Evidence) -> Iterator[Measure]:
    for q in evidence.quantities:
        sentence = evidence.sentence(q.span)
        if sentence is None or q.unit == "ordinal":
            continue
        head = next((t for t in sentence.tokens if t.start < q.span.end and t.end > q.span.start), None)
        if head is not None:
            claims = evidence.claims_around(q.span)
            near, verb = _near(q, head, sentence, evidence)
            yield Measure(q, claims[0] if claims else None, sentence, near, verb, _subset(q, sentence))


def _subset(q: Quantity, sentence: Sentence) -> frozenset[str]:
    if q.measured is None:
        return frozenset()
    noun = next((t for t in sentence.tokens if t.start <= q.measured.start < t.end), None)
    if noun is None:
        return frozenset()
    before = (c for c in sentence.children(noun) if c.dep in {"amod", "compound", "nmod"} and c.start > q.span.end - 1)
    return frozenset(c.lower for c in before if c.lower in _PART_WORDS or c.pos == "PROPN")


def _near(q: Quantity, token: Token, sentence: Sentence, evidence: Evidence) -> tuple[dict[Key, float], str]:
    """The words from the number up to its verb, with what hangs on the nouns between and the verb's subject and object."""
    found: dict[Key, float] = {}
    verb = ""

    def add(t: Token, weight: float = 1.0) -> None:
        inside = q.span.start <= t.start and t.end <= q.span.end
        if inside or t.pos in {"NUM", "PUNCT", "DET", "ADP", "PRON", "AUX", "PART", "SYM"} or is_function_word(t.text):
            entity = evidence.entity_at(q.span.article, t) if t.pos == "PRON" else None
            if entity is None:
                return
        entity = evidence.entity_at(q.span.article, t)
        key = ("entity", entity) if entity else ("lemma", root(t.lemma.lower()))
        rarity = evidence.rarity_of_entity(entity) if entity else evidence.rarity(t.lemma.lower())
        found[key] = max(found.get(key, 0.0), weight * max(rarity, 0.5))

    for t in (token, *sentence.ancestors(token)):
        add(t, 1.3)
        for c in sentence.children(t):
            if c.dep in {"prep", "agent"} and t.pos != "VERB":
                for p in sentence.children(c):
                    add(p)
            elif t.pos != "VERB" or c.dep in {"nsubj", "nsubjpass", "dobj", "attr"}:
                add(c)
        if t.pos == "VERB" or (t.pos == "AUX" and t.dep not in {"aux", "auxpass"}):
            verb = root(t.lemma.lower())
            break
    return found, verb


def _match(a: Measure, b: Measure, evidence: Evidence) -> Match | None:
    if a.claim is not None and b.claim is not None and a.claim.id == b.claim.id:
        return None
    if a.quantity.span.article == b.quantity.span.article and a.sentence.index == b.sentence.index:
        return None
    if not _same_thing(a, b) or strangers(a.claim, b.claim, evidence):
        return None
    if _is_age(a.quantity) or _is_age(b.quantity) or elsewhere(a.sentence, b.sentence, evidence):
        return None
    shared = a.near.keys() & b.near.keys()
    size = (sum(w * w for w in a.near.values()) * sum(w * w for w in b.near.values())) ** 0.5
    score = sum(a.near[k] * b.near[k] for k in shared) / size if size else 0.0
    return Match(a, b, score)


def _same_thing(a: Measure, b: Measure) -> bool:
    """Counts must count the same; of people, the same must have befallen them."""
    one, other = a.quantity.measured_lemma, b.quantity.measured_lemma
    if a.verb and b.verb and are_opposed(a.verb, b.verb):
        return False
    if dimension(a.quantity):
        return True
    if _is_person(one) and _is_person(other):
        return a.verb == b.verb or are_synonyms(a.verb, b.verb)
    return bool(one) and (one == other or are_synonyms(one, other, "n")) and a.subset == b.subset


@lru_cache(maxsize=2048)
def _is_person(noun: str) -> bool:
    return noun in {"people", "population"} or is_a(noun, "person")
