"""Whether two claims may tell of one occasion: the same sort of event, the same people, the same day.

Paraphrases share these where they share no word: "they spoke on Monday" and "their call".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import fsum

from rashomon.collate.align.features import instants
from rashomon.collate.align.rarity import rarity
from rashomon.collate.align.view import View, is_empty
from rashomon.lexicon import Nearness, nearness

_ENOUGH = 2
"""People and places in common that settle who it is about."""
_NEARNESS: Mapping[Nearness, float] = {"same": 1.0, "synonym": 0.8, "sort": 0.5, "sibling": 0.3, "none": 0.0}


def same_event(a: View, b: View) -> float:
    """Whether both predicates name one kind of event or what comes of it."""
    return float(not a.does.isdisjoint(b.does))


def event_within(a: View, b: View) -> float:
    """How far the kind of each predicate is a kind of event that the other speaks of."""
    return ((not a.does.isdisjoint(b.events)) + (not b.does.isdisjoint(a.events))) / 2


def cast_shared(a: View, b: View) -> float:
    """Who and what is in common, up to two, the ubiquitous counting least."""
    return min(fsum(rarity(a, b).cast[e] for e in a.cast & b.cast) / 2, _ENOUGH) / _ENOUGH


def same_cast(a: View, b: View) -> float:
    """Share of all those that either names."""
    return len(a.cast & b.cast) / len(a.cast | b.cast) if a.cast and b.cast else 0.0


def cast_within(a: View, b: View) -> float:
    """Whether two or more are in common and one names no one else."""
    both = a.cast & b.cast
    return float(len(both) >= _ENOUGH and both in (a.cast, b.cast))


def other_cast(a: View, b: View) -> float:
    """Each names someone that the other does not."""
    return float(bool(a.cast - b.cast and b.cast - a.cast))


def same_day(a: View, b: View) -> float:
    """1 if the times of both meet, -1 if they cannot."""
    x, y = instants(a.claim.times), instants(b.claim.times)
    if not x or not y:
        return 0.0
    return 1.0 if any(i.overlaps(j) for i in x for j in y) else -1.0


def event_and_cast(a: View, b: View) -> float:
    """One kind of event, by how many take part in both."""
    return same_event(a, b) * min(len(a.cast & b.cast), _ENOUGH) / _ENOUGH


def event_of_same(a: View, b: View) -> float:
    """One kind of event, and one of them names only people of the other's, two at least."""
    return same_event(a, b) * cast_within(a, b)


def event_of_others(a: View, b: View) -> float:
    """One kind of event, and each names someone that the other does not."""
    return same_event(a, b) * other_cast(a, b)


def event_and_day(a: View, b: View) -> float:
    """One kind of event, by whether the times of both meet."""
    return same_event(a, b) * same_day(a, b)


def cast_and_day(a: View, b: View) -> float:
    """Two or more in common and times that meet."""
    return float(len(a.cast & b.cast) >= _ENOUGH) * max(same_day(a, b), 0.0)


def words_near(a: View, b: View) -> float:
    """Rare words in common, each as far as the other has it, a synonym of it, or a word for a sort of it."""
    return (_covered(a, b) + _covered(b, a)) / 2


def words_near_best(a: View, b: View) -> float:
    """The same for the claim whose words are covered better."""
    return max(_covered(a, b), _covered(b, a))


@lru_cache(maxsize=2)
def _covered(a: View, b: View) -> float:
    """The part of the words of `a`, each by its rarity, that `b` has too or comes near."""
    rare = rarity(a, b).words
    total = fsum(rare[w] for w in a.words.roots)
    return fsum(rare[w] * _NEARNESS[nearness(w, b.words.roots)] for w in a.words.roots) / total if total else 0.0


def predicate_near(a: View, b: View) -> float:
    """How near the predicates are in meaning."""
    return _NEARNESS[nearness(a.root, frozenset({b.root}))]


def rare_event(a: View, b: View) -> float:
    """The same kind of event, by how rare it is in the two articles."""
    return max((rarity(a, b).events[k] for k in a.does & b.does), default=0.0) / 5


def rare_events_within(a: View, b: View) -> float:
    """The rarest kind of event that both speak of."""
    return max((rarity(a, b).events[k] for k in a.events & b.events), default=0.0) / 5


def rare_occasion(a: View, b: View) -> float:
    """The rarest kind of event that both speak of, by how far the same take part."""
    return rare_events_within(a, b) * cast_shared(a, b)


def kindred(a: View, b: View) -> float:
    """How far what is predicated of each is told by the other: the word, a synonym, one for a sort of it, or one kind of event."""
    return (_told(a, b) + _told(b, a)) / 2


def _told(a: View, b: View) -> float:
    if not a.does.isdisjoint(b.events):
        return 1.0
    if is_empty(a.root):
        return 0.0
    return _NEARNESS[nearness(a.root, b.words.roots | {b.root})]
