"""All that is compared of two claims, by name: the table that `weights.json` gives weights to."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rashomon.collate.align import features as f
from rashomon.collate.align import occasion as o
from rashomon.collate.align.view import View, Words

_AT_HAND = 8
Feature = Callable[[View, View], float]


def _on_words(g: Callable[[Words, Words], float]) -> Feature:
    return lambda a, b: g(a.words, b.words)


def _on_sentences(g: Callable[[Words, Words], float]) -> Feature:
    """The same of the sentences around two claims; remembered, for the claims of two sentences follow one another."""
    once = lru_cache(maxsize=_AT_HAND)(g)
    return lambda a, b: once(a.around, b.around)


FEATURES: dict[str, Feature] = {
    "same predicate": f.same_predicate,
    "predicate within": f.predicate_within,
    "predicate class": f.predicate_class,
    "predicate opposed": f.predicate_opposed,
    "names shared": _on_words(f.names_shared),
    "names apart": _on_words(f.names_apart),
    "words shared": _on_words(f.roots_shared),
    "words contained": _on_words(f.roots_contained),
    "numbers shared": _on_words(f.numbers_shared),
    "numbers apart": _on_words(f.numbers_apart),
    "times shared": _on_words(f.times_shared),
    "times apart": _on_words(f.times_apart),
    "run of words": _on_words(f.longest_run),
    "run contained": _on_words(f.run_contained),
    "same role": f.same_role,
    "other agent": f.other_agent,
    "role fillers": f.heads_shared,
    "same voice": f.same_voice,
    "same polarity": f.same_polarity,
    "nominal": f.both_nominal,
    "brevity": f.brevity,
    "names around": _on_sentences(f.names_shared),
    "words around": _on_sentences(f.roots_shared),
    "numbers around": _on_sentences(f.numbers_shared),
    "rare words": f.rare_words_shared,
    "rare words around": f.rare_words_around,
    "rare events": f.rare_events,
    "rare sum": f.rare_sum,
    "rare predicate": f.rare_predicate,
    "events shared": _on_words(f.events_shared),
    "events around": _on_sentences(f.events_shared),
    "surface": _on_words(f.surface_shared),
    "surface around": _on_sentences(f.surface_shared),
    "times apart around": _on_sentences(f.times_apart),
    "same event": o.same_event,
    "event within": o.event_within,
    "cast shared": o.cast_shared,
    "same cast": o.same_cast,
    "cast within": o.cast_within,
    "other cast": o.other_cast,
    "same day": o.same_day,
    "event and cast": o.event_and_cast,
    "event of the same": o.event_of_same,
    "event of others": o.event_of_others,
    "event and day": o.event_and_day,
    "cast and day": o.cast_and_day,
    "words near": o.words_near,
    "shorter near": o.words_near_best,
    "predicate near": o.predicate_near,
    "rare event": o.rare_event,
    "rare event within": o.rare_events_within,
    "rare occasion": o.rare_occasion,
    "kindred": o.kindred,
    "near the top": f.near_the_top,
    "meaning": f.meaning,
    "meaning around": f.meaning_around,
}


def features(a: View, b: View) -> list[float]:
    """All features, in the order of `FEATURES`."""
    return [g(a, b) for g in FEATURES.values()]
