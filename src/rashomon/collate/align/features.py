"""How two claims resemble each other, as named numbers between -1 and 1. Each has a reason a person understands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import fsum

from rashomon.collate.align.meaning import nearness_of
from rashomon.collate.align.rarity import Rarity, rarity
from rashomon.collate.align.view import View, Words
from rashomon.lexicon import alike, are_opposed
from rashomon.records import Quantity, TimeInterval, Timex

_LONG_RUN = 8
"""Words. A shared run of so many is a quotation of the same words."""


def same_meaning(a: str, b: str) -> bool:
    """Whether two roots are the same verb or noun or synonyms."""
    return a == b or b in alike(a)


def _with_twins(words: frozenset[str], others: frozenset[str]) -> int:
    """How many of `words` mean the same as one of `others`."""
    return sum(not alike(w).isdisjoint(others) for w in words)


@lru_cache(maxsize=262144)
def opposed(a: str, b: str) -> bool:
    """Whether two roots exclude each other."""
    return are_opposed(a, b, "v") or are_opposed(a, b, "a") or are_opposed(a, b, "n")


def same_predicate(a: View, b: View) -> float:
    """1 for the same verb, .7 for a synonym."""
    if a.root == b.root:
        return 1.0
    return 0.7 if same_meaning(a.root, b.root) else 0.0


def predicate_within(a: View, b: View) -> float:
    """How far the predicate of each is a word of the other."""
    return (_within(a.root, b.words.roots) + _within(b.root, a.words.roots)) / 2


def _within(root: str, roots: frozenset[str]) -> float:
    return 1.0 if root in roots else 0.7 if not alike(root).isdisjoint(roots) else 0.0


def predicate_class(a: View, b: View) -> float:
    """Whether the two predicates are of one broad class ("communication", "motion")."""
    return float(a.kind is not None and a.kind == b.kind)


def predicate_opposed(a: View, b: View) -> float:
    """Whether the two predicates exclude each other."""
    return float(opposed(a.root, b.root))


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """Dice coefficient."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def contained(a: frozenset[str], b: frozenset[str]) -> float:
    """Share of the smaller set that lies in the larger."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def names_shared(a: Words, b: Words) -> float:
    """Names in common, as entities where they are known."""
    return max(contained(a.names, b.names), contained(a.entities, b.entities))


def names_apart(a: Words, b: Words) -> float:
    """Both name someone, and no one in common."""
    return float(bool(a.names and b.names) and not a.names & b.names and not a.entities & b.entities)


def roots_shared(a: Words, b: Words) -> float:
    """Content words in common, synonyms counted half."""
    if not a.roots or not b.roots:
        return 0.0
    exact = a.roots & b.roots
    near = _with_twins(a.roots - exact, b.roots - exact)
    return (2 * len(exact) + near) / (len(a.roots) + len(b.roots))


def roots_contained(a: Words, b: Words) -> float:
    """Share of the shorter one's content words that stand in the longer one."""
    return contained(a.roots, b.roots)


def numbers_shared(a: Words, b: Words) -> float:
    """Whether a number of each may be the same."""
    if a.quantities and b.quantities:
        return float(any(_agree(x, y) for x in a.quantities for y in b.quantities))
    return float(bool(a.numbers & b.numbers))


def numbers_apart(a: Words, b: Words) -> float:
    """Both give a number of the same thing, and none agree."""
    if not a.quantities or not b.quantities:
        return 0.0
    return float(not any(_agree(x, y) for x in a.quantities for y in b.quantities))


def _agree(x: Quantity, y: Quantity) -> bool:
    return x.unit == y.unit and x.interval.overlaps(y.interval)


def instants(times: Iterable[Timex]) -> list[TimeInterval]:
    """The bounded stretches that dates and times of day denote."""
    return [
        t.interval for t in times if t.type in {"DATE", "TIME"} and t.interval and t.interval.begin and t.interval.end
    ]


def times_shared(a: Words, b: Words) -> float:
    """Whether a date of each may be the same."""
    return float(any(x.overlaps(y) for x in instants(a.times) for y in instants(b.times)))


def times_apart(a: Words, b: Words) -> float:
    """Both are dated, and no dates meet."""
    x, y = instants(a.times), instants(b.times)
    return float(bool(x and y) and not any(i.overlaps(j) for i in x for j in y))


def longest_run(a: Words, b: Words) -> float:
    """The longest run of words in common, up to eight, as a share of eight."""
    best = 0
    nothing = [0] * (len(b.run) + 1)
    previous = nothing
    for x in a.run:
        if x not in b.surface:
            previous = nothing
            continue
        current = nothing.copy()
        for j, y in enumerate(b.run):
            if x == y:
                current[j + 1] = previous[j] + 1
        best = max(best, *current)
        previous = current
    return min(best, _LONG_RUN) / _LONG_RUN


def run_contained(a: Words, b: Words) -> float:
    """Whether the shorter one's words stand in the longer one, all and any, as a share."""
    return contained(a.surface, b.surface)


def same_role(a: View, b: View) -> float:
    """Share of the roles both fill with known entities that share one."""
    both = [r for r in a.roles if r in b.roles]
    return sum(bool(a.roles[r] & b.roles[r]) for r in both) / len(both) if both else 0.0


def other_agent(a: View, b: View) -> float:
    """Both have a known agent, and not the same one."""
    x, y = a.roles.get("agent"), b.roles.get("agent")
    return float(bool(x and y) and not (x or frozenset()) & (y or frozenset()))


def heads_shared(a: View, b: View) -> float:
    """Role fillers in common."""
    return contained(a.heads, b.heads)


def same_voice(a: View, b: View) -> float:
    """1 if one known source says both, -1 if two known ones do."""
    x, y = a.claim.voice.entity, b.claim.voice.entity
    return 0.0 if x is None or y is None else 1.0 if x == y else -1.0


def same_polarity(a: View, b: View) -> float:
    """Whether both affirm or both deny."""
    return float(a.claim.polarity == b.claim.polarity)


def both_nominal(a: View, b: View) -> float:
    """How many of the two are noun phrases."""
    return (a.claim.nominal + b.claim.nominal) / 2


def brevity(a: View, b: View) -> float:
    """1 for a claim of one word, towards 0 for long ones: short ones match by chance."""
    return 1 / max(1, min(len(a.words.content), len(b.words.content)))


@lru_cache(maxsize=8)
def _rare_shared(x: Words, y: Words, rare: Rarity) -> float:
    ours, theirs = x.content | x.numbers, y.content | y.numbers
    both = fsum(rare.words[w] for w in ours & theirs)
    return 2 * both / (fsum(rare.words[w] for w in ours) + fsum(rare.words[w] for w in theirs)) if both else 0.0


def rare_words_shared(a: View, b: View) -> float:
    """Words and names in common, each weighed by how rare it is in the two articles."""
    return _rare_shared(a.words, b.words, rarity(a, b))


def rare_words_around(a: View, b: View) -> float:
    """The same over the sentences around the claims."""
    return _rare_shared(a.around, b.around, rarity(a, b))


def rare_events(a: View, b: View) -> float:
    """The rarest event word in common, in tens."""
    rare = rarity(a, b).words
    return max((rare[w] for w in a.words.events & b.words.events), default=0.0) / 5


def rare_sum(a: View, b: View) -> float:
    """All that is in common, by rarity, up to four rare words."""
    rare = rarity(a, b).words
    return min(fsum(rare[w] for w in a.words.content & b.words.content), 16.0) / 16


def rare_predicate(a: View, b: View) -> float:
    """The same predicate, by its rarity."""
    return rarity(a, b).words[a.root] / 5 if a.root == b.root else 0.0


def events_shared(a: Words, b: Words) -> float:
    """Event words in common, synonyms included, up to three."""
    exact = a.events & b.events
    near = _with_twins(a.events - exact, b.events - exact)
    return min(len(exact) + 0.7 * near, 3) / 3


def surface_shared(a: Words, b: Words) -> float:
    """Word forms in common."""
    return shared(a.surface, b.surface)


def near_the_top(a: View, b: View) -> float:
    """How far up both stand, headline and first sentences first: there reports tell the same."""
    return 1 / (1 + max(a.claim.sentence, b.claim.sentence))


def meaning(a: View, b: View) -> float:
    """How near the two are by vectors; 0 without any."""
    return _meanings(a, b)[0]


def meaning_around(a: View, b: View) -> float:
    """The same of their sentences."""
    return _meanings(a, b)[1]


def _meanings(a: View, b: View) -> tuple[float, float]:
    if a.meaning is None or b.meaning is None:
        return 0.0, 0.0
    return nearness_of(a.claim.id, b.claim.id, a.meaning, b.meaning)
