"""Numbers that measure the same thing, paired over the story: the ground for `number` and `duration`.

A number is paired first with one that agrees with it; only what agrees with nothing in the other report can differ from it. So two falls,
each with its height, are never crossed as long as each height is told twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from math import floor, isclose, log10
from typing import TYPE_CHECKING

from rashomon.collate.blocking import MOST_HOLDERS, Index
from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.kinship import EMPTY_VERBS, Key
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.strangers import elsewhere, of_others, strangers
from rashomon.collate.compare.words import words
from rashomon.lexicon import are_opposed, are_synonyms, is_a, is_function_word
from rashomon.records import Claim, Interval, Quantity, Sentence, Span, Token

if TYPE_CHECKING:
    import pint

ROUND = 0.05
"""Share by which two physical measures may part and still be one, rounded (35 and 36 miles)."""
HEDGED = 0.10
"""Share by which two figures with "about" must part to be two: each stands for so much on both sides of it together."""
MONEY = 0.02
"""The same for sums and counts where one of them is round (43,000 and 43,350)."""
REST = 0.01
"""Share of a whole by which two parts may miss it and still be all of it."""
BOUNDS = 0.1
"""Share by which two bounds of one kind must part to be two."""
SAME_NOUN = 0.5
"""Score of two lengths of time that are said of the same noun ("a two-hour call", "the hour-long call")."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity with the words that tell what it measures.

    `near`: the words from the number up to its verb, the nearer and rarer the heavier. `governor`: the word that what is counted
    depends on ("killed" in "killed ten people", "home" in "home to ten people"). `subset`: words that make it a part of something.
    `named`: the entities its sentence names.
    """

    quantity: Quantity
    figure: str
    claim: Claim | None
    sentence: Sentence
    near: dict[Key, float]
    governor: str
    subset: frozenset[str]
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """Two measures of one thing; `score` in [0, 1], `ratio` of the larger value to the smaller."""

    a: Measure
    b: Measure
    score: float
    ratio: float


LOWEST = 0.28
"""Score below which two measures are not known to be of one thing."""
LONG_FIGURE = 5
"""Digits from which two figures hardly share all but one by chance."""
NEARLY_EQUAL = 1.05
"""Ratio up to which two figures settle one another whatever stands around them; a mere bound must be of the same thing."""
FURTHEST = 10.0
"""Ratio from which two figures are of two things rather than two opinions of one."""


def differing(evidence: Evidence, units: str) -> Iterator[Match]:
    """Pairs that measure one thing and cannot both be right, best first; `units` is "duration" or "other"."""
    for group in _groups(_measures(evidence), units).values():
        taken: set[tuple[Span, str]] = set()
        candidates = []
        for a, b in _comparable(group):
            m = _match(a, b)
            if m is None:
                continue
            if agree(a, b) and not bounds_apart(a, b):
                if m.score >= LOWEST or m.ratio < NEARLY_EQUAL:
                    taken.update(_ends(m))
            elif _one_digit_apart(m):
                candidates.append(replace(m, score=1.0))
            elif m.score >= LOWEST and m.ratio < FURTHEST and not _of_two_things(a, b, evidence):
                candidates.append(m)
        for m in sorted(candidates, key=lambda m: (-round(m.score, 1), m.ratio)):
            if not taken.intersection(_ends(m)):
                taken.update(_ends(m))
                yield m


def _comparable(group: Sequence[Measure]) -> Iterator[tuple[Measure, Measure]]:
    """All pairs; of very many measures those that share a figure, a thing measured or a word beside it."""
    if len(group) <= MOST_HOLDERS:
        yield from combinations(group, 2)
        return
    keys = [[*m.near, ("figure", m.figure), ("lemma", m.quantity.measured_lemma)] for m in group]
    yield from ((group[i], group[j]) for i, j in Index(keys).pairs())


def _one_digit_apart(m: Match) -> bool:
    """Whether two long figures in sentences that share a name are one but for a digit, as a misprint leaves them."""
    a, b = ([c for c in x.figure if c.isdigit()] for x in (m.a, m.b))
    one_digit = len(a) == len(b) >= LONG_FIGURE and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    return one_digit and bool(m.a.named & m.b.named)


def agreeing(evidence: Evidence) -> Iterator[Match]:
    """Pairs across articles that measure one thing and give it the same figure, best first."""
    for group in _groups(_measures(evidence), "other").values():
        matches = (_match(a, b) for a, b in _comparable(group) if _article(a) != _article(b) and agree(a, b))
        yield from sorted((m for m in matches if m and m.score >= LOWEST), key=lambda m: -m.score)


def _ends(m: Match) -> tuple[tuple[Span, str], tuple[Span, str]]:
    """Each figure with the report in which it found its counterpart: it has one there at most."""
    return (m.a.quantity.span, _article(m.b)), (m.b.quantity.span, _article(m.a))


def is_duration(m: Measure) -> bool:
    """Whether a length of time is measured; an age is none."""
    return dimension(m) == "[time]"


@lru_cache(maxsize=512)
def _dimension(unit: str) -> tuple[str, float]:
    """The dimension of a pint unit and its size in base units; a unit pint does not know is a dimension of its own."""
    import pint  # here, for it takes a third of a second that only reports with units need

    registry = _registry()
    try:
        base = registry.Quantity(1.0, unit).to_base_units()
    except (pint.UndefinedUnitError, pint.DefinitionSyntaxError):
        return unit, 1.0
    return str(base.dimensionality), float(base.magnitude)


@lru_cache(maxsize=1)
def _registry() -> pint.UnitRegistry[float]:
    """Read once, when the first unit is met: it takes a moment."""
    import pint

    return pint.UnitRegistry()


def dimension(m: Measure) -> str:
    """What kind of thing is measured: "[length]", "USD", "percent", "age", "scale" (a bare decimal), or "" for a count."""
    unit = m.quantity.unit
    if unit == "year" and m.figure.lower().endswith("old"):
        return "age"
    if not unit and _is_share(m.quantity.interval):
        return "share"
    if unit in {"", "percent", "ordinal"} or unit.isupper():
        return "scale" if not unit and "." in m.figure else unit
    return _dimension(unit)[0]


def _is_share(i: Interval) -> bool:
    return i.low is not None and i.high is not None and 0 < i.low <= i.high < 1


def is_toll(m: Measure) -> bool:
    """Whether people are counted to whom something is still happening: a later count may be higher and both be right."""
    told = {m.governor} | ({root(m.claim.predicate)} if m.claim is not None else set())
    return not dimension(m) and bool(told & {root(w) for w in words("measure", "tolls")})


def base_interval(m: Measure) -> Interval:
    """The interval in base units."""
    i = m.quantity.interval
    if m.quantity.mod == "APPROX" and i.low is not None and i.high is not None:
        half = (i.low + i.high) / 2
        reach = min(HEDGED / 2 * abs(half), _step(half) / 2)
        i = replace(i, low=half - reach, high=half + reach)
    if not dimension(m).startswith("["):
        return i
    size = _dimension(m.quantity.unit)[1]
    return replace(i, low=None if i.low is None else i.low * size, high=None if i.high is None else i.high * size)


def _step(figure: float) -> float:
    """One of the last digit a figure is told to, of two at least: "about 1.5 billion" is told to a tenth of one."""
    if not figure:
        return 0.0
    power = floor(log10(abs(figure)))
    digits = next((n for n in range(2, 7) if isclose(round(figure, n - 1 - power), figure, rel_tol=1e-9)), 7)
    return float(10.0 ** (power + 1 - digits))


def agree(a: Measure, b: Measure) -> bool:
    """Whether both figures can be right of one thing, after hedges, bounds, rounding and conversion."""
    share = slack(a, b)
    return _are_rest(a, b) or _wide(base_interval(a), share).overlaps(_wide(base_interval(b), share))


def _are_rest(a: Measure, b: Measure) -> bool:
    """Whether one is what the other leaves of a whole: a chance of one in three to lose is one of two in three to win."""
    whole = {"share": 1.0, "percent": 100.0}.get(dimension(a))
    return whole is not None and abs(middle(a) + middle(b) - whole) <= REST * whole


def slack(a: Measure, b: Measure) -> float:
    """By which share each of the two intervals is widened before they are compared; what "about" has widened is wide enough."""
    if a.quantity.mod == b.quantity.mod == "APPROX":
        return 0.0
    if dimension(a).startswith("["):
        return ROUND / 2
    return MONEY / 2 if _is_round(a.quantity) or _is_round(b.quantity) else 0.0


def bounded(q: Quantity) -> bool:
    """Whether the figure is only a bound."""
    return q.interval.low is None or q.interval.high is None


def bounds_apart(a: Measure, b: Measure) -> bool:
    """Whether both give the same sort of bound, and not the same one: "more than 200", "more than 300" tell two things."""
    one, other = base_interval(a), base_interval(b)
    for x, y, open_x, open_y in (
        (one.low, other.low, one.high, other.high),
        (one.high, other.high, one.low, other.low),
    ):
        if x and y and open_x is None and open_y is None:
            return abs(x - y) > BOUNDS * max(abs(x), abs(y))
    return False


def middle(m: Measure) -> float:
    """The figure as one number in base units; 0 where there is none."""
    i = base_interval(m)
    bounds = [x for x in (i.low, i.high) if x is not None]
    return sum(bounds) / len(bounds) if bounds else 0.0


def _is_round(q: Quantity) -> bool:
    value = q.interval.low if q.interval.low is not None else q.interval.high
    return value is not None and value >= 100 and value % 100 == 0


def _is_vague(q: Quantity) -> bool:
    """ "Dozens", "hundreds": too wide to be held against a figure."""
    i = q.interval
    return i.low is not None and i.high is not None and i.low > 0 and i.high >= 2 * i.low


def _wide(i: Interval, share: float) -> Interval:
    return replace(
        i,
        low=None if i.low is None else i.low - abs(i.low) * share,
        high=None if i.high is None else i.high + abs(i.high) * share,
    )


def _article(m: Measure) -> str:
    return m.quantity.span.article


def _groups(measures: Iterable[Measure], units: str) -> dict[str, list[Measure]]:
    groups: dict[str, list[Measure]] = defaultdict(list)
    for m in measures:
        group = groups[dimension(m)]
        converted = bool(group) and _follows(group[-1], m) and agree(group[-1], m)
        if is_duration(m) == (units == "duration") and dimension(m) not in {"age", "ordinal"} and not converted:
            group.append(m)
    return groups


def _follows(a: Measure, b: Measure) -> bool:
    """Whether `b` stands right behind `a`, as the same figure in another unit does ("150 km (93 miles)")."""
    return _article(a) == _article(b) and 0 <= b.quantity.span.start - a.quantity.span.end <= 3


def _measures(evidence: Evidence) -> Iterator[Measure]:
    for q in evidence.quantities:
        sentence = evidence.sentence(q.span)
        inside = [t for t in sentence.tokens if t.start < q.span.end and t.end > q.span.start] if sentence else []
        if sentence is None or not inside or _is_vague(q) or evidence.text(q.span).lower() == "one":
            continue
        if _only_places(inside[-1], sentence):
            continue
        head = next((t for t in inside if sentence.head(t) not in inside), inside[-1])
        claims = evidence.claims_around(q.span)
        path = _path(head, q, sentence)
        near = _near(path, q, sentence, evidence)
        yield Measure(
            quantity=q,
            figure=evidence.text(q.span),
            claim=claims[0] if claims else None,
            sentence=sentence,
            near=near,
            governor=_governor(path, q),
            subset=_subset(q, sentence),
            named=evidence.named_in(sentence.span),
        )


def _only_places(last: Token, sentence: Sentence) -> bool:
    """Whether an amount of time only tells when something was, by what came before or after it ("two days after the crash")."""
    after = sentence.tokens[last.index + 1].lower if last.index + 1 < len(sentence.tokens) else ""
    return after in words("date", "offsets")


def _path(head: Token, q: Quantity, sentence: Sentence) -> list[Token]:
    """The number's head and what is over it, up to the first verb.

    What stands before a thing counted in a list is over it in the parse alone; nor does a word tell more that stands between it and what it
    measures ("10-metre-long").
    """
    path, below = [head], head
    for t in sentence.ancestors(head):
        if q.unit or below.dep != "conj" or t.pos not in {"NOUN", "PROPN"}:
            path.append(t)
        below = t
        if t.pos in {"VERB", "AUX"}:
            break
    measured = next((i for i, t in enumerate(path) if q.measured is not None and t.end == q.measured.end), 0)
    return path[measured:]


def _near(path: list[Token], q: Quantity, sentence: Sentence, evidence: Evidence) -> dict[Key, float]:
    """The words on the path with what hangs on them, weighted by rarity and by how near they stand."""
    found: dict[Key, float] = {}

    def add(t: Token, weight: float) -> None:
        key = evidence.key(q.span.article, t)
        if key is None or evidence.in_quantity(q.span.article, t):
            return
        if key[0] == "lemma" and t.lower in words("measure", "compass"):
            key = ("lemma", "compass")
        found[key] = max(found.get(key, 0.0), weight * max(evidence.weight(key, t), 0.5))

    weight = 1.5
    for t in path:
        verbal = t.pos in {"VERB", "AUX"}
        if t.pos != "ADP":
            add(t, min(weight, 0.4) if verbal and t.lemma in EMPTY_VERBS else weight)
        for c in sentence.children(t):
            if c.dep in {"prep", "agent"} and not verbal:
                for p in sentence.children(c):
                    add(p, 0.8 * weight)
            elif c.dep in {"nsubj", "nsubjpass", "dobj", "attr"} or (
                not verbal and c.dep not in {"conj", "relcl", "appos"}
            ):
                add(c, 0.6 * weight)
        if t.pos != "ADP":
            weight *= 0.7
    return found


def _governor(path: list[Token], q: Quantity) -> str:
    """The first noun or verb over what is counted."""
    over = q.measured is None
    for t in path if q.measured else path[1:]:
        if over and t.pos in {"NOUN", "PROPN", "VERB", "AUX", "ADJ"}:
            return root(t.lemma.lower())
        over = over or (q.measured is not None and t.end == q.measured.end)
    return ""


def _subset(q: Quantity, sentence: Sentence) -> frozenset[str]:
    if q.measured is None:
        return frozenset()
    noun = next((t for t in sentence.tokens if t.end == q.measured.end), None)
    if noun is None:
        return frozenset()
    before = (c for c in sentence.children(noun) if c.dep in {"amod", "compound", "nmod"})
    return frozenset(c.lower for c in before if c.lower in words("measure", "part") or c.pos == "PROPN")


def _match(a: Measure, b: Measure) -> Match | None:
    if a.claim is not None and b.claim is not None and a.claim.id == b.claim.id:
        return None
    if _article(a) == _article(b) and a.sentence.index == b.sentence.index:
        return None
    if not _same_thing(a, b):
        return None
    shared = a.near.keys() & b.near.keys()
    if not dimension(a) and a.governor != b.governor and len(shared) < 2:
        return None
    size = min(sum(a.near.values()), sum(b.near.values()))
    score = sum(min(a.near[k], b.near[k]) for k in shared) / size if size else 0.0
    if is_duration(a) and _measured(a) and _measured(a) == _measured(b):
        score = max(score, SAME_NOUN)
    if _counts_inhabitants(a) and _counts_inhabitants(b) and a.named & b.named:
        score = max(score, SAME_NOUN)
    low, high = sorted((abs(middle(a)), abs(middle(b))))
    return Match(a, b, score, high / low if low else FURTHEST)


def _of_two_things(a: Measure, b: Measure, evidence: Evidence) -> bool:
    """Whether the figures belong to two people, places or times."""
    return (
        strangers(a.claim, b.claim, evidence)
        or of_others(a.claim, b.claim, evidence)
        or elsewhere(a.sentence, b.sentence, evidence)
        or evidence.months_in(a.sentence) != evidence.months_in(b.sentence)
        or _is_wanted(a) != _is_wanted(b)
        or _is_of_some(a) != _is_of_some(b)
        or _begins(a) != _begins(b)
    )


def _begins(m: Measure) -> bool:
    """Whether a share is what a change came to since a time that the sentence names: over another time it is another share."""
    return dimension(m) in {"percent", "share"} and any(t.lower == "since" for t in m.sentence.tokens)


def _is_wanted(m: Measure) -> bool:
    """Whether the figure is one that somebody asks for, hopes for or only supposes, not one that is stated."""
    return m.claim is not None and m.claim.modality in {"demanded", "hoped", "conditional"}


def _is_of_some(m: Measure) -> bool:
    """Whether a share is only that of a group ("8 percent among farmers")."""
    return dimension(m) in {"percent", "share"} and any(t.lower == "among" for t in m.sentence.tokens)


def _same_thing(a: Measure, b: Measure) -> bool:
    """Counts must count the same; of people, the same must have befallen them."""
    one, other = a.quantity.measured_lemma, b.quantity.measured_lemma
    if are_opposed(a.governor, b.governor):
        return False
    if dimension(a) == "[time]":
        one, other = _measured(a), _measured(b)
        if one and other:
            return one == other or are_synonyms(one, other, "n")
        return a.governor == b.governor and a.governor not in EMPTY_VERBS
    if dimension(a):
        return True
    if a.subset != b.subset:
        return False
    if _counts_inhabitants(a) or _counts_inhabitants(b):
        return _counts_inhabitants(a) and _counts_inhabitants(b)
    if _is_person(one) and _is_person(other):
        if one != other and not {one, other} & words("measure", "anyone") and not are_synonyms(one, other, "n"):
            return False
        return bool(a.governor) and (a.governor == b.governor or are_synonyms(a.governor, b.governor))
    return bool(one) and (one == other or are_synonyms(one, other, "n") or more_of_a_sort(a, b) or more_of_a_sort(b, a))


def more_of_a_sort(a: Measure, b: Measure) -> bool:
    """Whether more are counted of a sort than of its kind, where the same befell them: three speedboats were seized, two boats were."""
    sort, kind = a.quantity.measured_lemma, b.quantity.measured_lemma
    one_word = sort == kind or are_synonyms(sort, kind, "n")
    return a.governor == b.governor and not one_word and middle(a) > middle(b) and is_a(sort, kind)


def _measured(m: Measure) -> str:
    return m.quantity.measured_lemma or what_lasted(m)


def what_lasted(m: Measure) -> str:
    """ "evacuation" of "the evacuation took three hours", or ""."""
    if m.claim is None or m.governor not in words("measure", "lasting"):
        return ""
    agent = next((r.head for r in m.claim.roles if r.role == "agent"), "")
    return agent if agent.islower() and not is_function_word(agent) else ""


def _counts_inhabitants(m: Measure) -> bool:
    told = words("measure", "inhabitants")
    noun = m.quantity.measured_lemma
    if is_toll(m):
        return False
    if noun and not _is_person(noun):
        return noun in told and noun not in words("measure", "houses")
    return m.governor in told or noun in told or any(lemma in told for _, lemma in m.near)


@lru_cache(maxsize=2048)
def _is_person(noun: str) -> bool:
    return noun == "people" or is_a(noun, "person")
