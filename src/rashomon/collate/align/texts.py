"""Whether two short texts report the same event, another one, or the same one in ways that exclude each other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import fsum, log, sqrt
from typing import Literal

from rashomon.collate.align import features as f
from rashomon.collate.align.model import logistic
from rashomon.collate.align.view import Words, words_of
from rashomon.collate.kinds import kind_of
from rashomon.lexicon import are_opposed
from rashomon.records import Annotation, Claim, Quantity

Relation = Literal["same", "different", "conflict"]
_NEGATIONS = frozenset(
    {"not", "n't", "no", "never", "without", "nor", "neither", "none", "nobody", "nothing", "deny", "refuse"}
)
_UNSEEN = 500
"""Texts reckoned with that have none of the words: among the first few of a list, what two share is not common yet."""


@dataclass(frozen=True, slots=True)
class Text:
    """A short text as alignment sees it. `context` and `told` add the words and event words of its headline, where it has one."""

    words: Words
    context: frozenset[str]
    told: frozenset[str]
    claims: tuple[Claim, ...]
    kinds: frozenset[str]
    negations: int


class Commonness:
    """In how many texts each word stands. What all of them name tells no two apart."""

    def __init__(self) -> None:
        self._texts = 0
        self._counts: Counter[str] = Counter()

    def note(self, text: Text) -> None:
        """Count the words of a text and its headline."""
        self._texts += 1
        self._counts.update(text.context)

    def rarity(self, word: str) -> float:
        """Logarithm of how many texts there are to one with this word."""
        return log((self._texts + _UNSEEN) / (self._counts[word] + 0.5))


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score`: how probable it is that both report one event."""

    score: float
    relation: Relation


def text_of(annotation: Annotation, claims: Sequence[Claim], headline: Annotation | None = None) -> Text:
    """What alignment looks at in an annotated text."""
    words = _words(annotation)
    above = _words(headline) if headline is not None else None
    kinds = (kind_of(e) for e in words.events)
    return Text(
        words=words,
        context=words.content | above.content if above is not None else words.content,
        told=words.events | above.events if above is not None else words.events,
        claims=tuple(claims),
        kinds=frozenset(k.name for k in kinds if not k.general),
        negations=sum(t.lemma in _NEGATIONS or t.lower in _NEGATIONS for s in annotation.sentences for t in s.tokens),
    )


def _words(annotation: Annotation) -> Words:
    tokens = [t for s in annotation.sentences for t in s.tokens]
    return words_of(tokens, annotation.mentions, annotation.quantities, annotation.times)


def compare_texts(a: Text, b: Text, common: Commonness) -> Verdict:
    """Score and relation of two texts; the same whichever comes first. `common`: the texts they are among."""
    model = _model()
    values = text_features(a, b, common)
    score = logistic(model.same.of(values))
    if logistic(model.conflict.of(values)) >= model.conflict_threshold:
        return Verdict(score, "conflict")
    return Verdict(score, "same" if score >= model.threshold else "different")


@dataclass(frozen=True, slots=True)
class _Weights:
    weights: dict[str, float]
    bias: float

    def of(self, values: dict[str, float]) -> float:
        return self.bias + sum(w * values[name] for name, w in self.weights.items())


@dataclass(frozen=True, slots=True)
class _Texts:
    same: _Weights
    conflict: _Weights
    threshold: float
    conflict_threshold: float


@lru_cache(maxsize=1)
def _model() -> _Texts:
    data = json.loads((files("rashomon.collate.align") / "weights.json").read_text("utf-8"))["texts"]
    same, conflict = data["same"], data["conflict"]
    return _Texts(
        same=_Weights(same["weights"], same["bias"]),
        conflict=_Weights(conflict["weights"], conflict["bias"]),
        threshold=same["threshold"],
        conflict_threshold=conflict["threshold"],
    )


def any_event(a: Text, b: Text) -> float:
    """Whether any event word is in common, synonyms included."""
    return float(f.events_shared(a.words, b.words) > 0)


def shared_kinds(a: Text, b: Text) -> float:
    """Kinds of event in common."""
    return f.shared(a.kinds, b.kinds)


def shared_count(a: Text, b: Text) -> float:
    """Content words and names in common, up to ten."""
    return min(len(a.words.content & b.words.content), 10) / 10


def shared_told(a: Text, b: Text) -> float:
    """Event words in common with the headlines counted in."""
    return f.shared(a.told, b.told)


def told_at_least(a: Text, b: Text) -> float:
    """How many event words each has, up to five: of two rich sentences one is likelier to be matched."""
    return min(len(a.words.events), len(b.words.events), 5) / 5


def rare_words(a: Text, b: Text, common: Commonness) -> float:
    """Words and names in common, each weighed by its rarity, up to some six rare ones."""
    return min(fsum(common.rarity(w) for w in a.words.content & b.words.content), 40.0) / 40


def rare_context(a: Text, b: Text, common: Commonness) -> float:
    """Cosine of the words weighed by rarity, with the headlines counted in."""
    both = _square(a.context & b.context, common)
    return both / sqrt(_square(a.context, common) * _square(b.context, common)) if both else 0.0


def _square(words: frozenset[str], common: Commonness) -> float:
    return fsum(common.rarity(w) ** 2 for w in words)


def opposed_words(a: Text, b: Text) -> float:
    """A word of each excludes one of the other, up to two."""
    x, y = a.words.roots | a.words.others, b.words.roots | b.words.others
    return min(sum(_opposed(p, q) for p in x - y for q in y - x), 2) / 2


@lru_cache(maxsize=262144)
def _opposed(a: str, b: str) -> bool:
    return are_opposed(a, b, "v") or are_opposed(a, b, "a") or are_opposed(a, b, "n")


def negated_once(a: Text, b: Text) -> float:
    """Whether one denies more than the other."""
    return float((a.negations > 0) != (b.negations > 0))


def polarity_clash(a: Text, b: Text) -> float:
    """The same predicate is affirmed in one and denied in the other."""
    return float(
        any(f.same_meaning(x.predicate, y.predicate) and x.polarity != y.polarity for x in a.claims for y in b.claims)
    )


def clashing_numbers(a: Text, b: Text) -> float:
    """Numbers of the same thing that cannot both be right."""
    return float(any(_clash(x, y) for x in a.words.quantities for y in b.words.quantities))


def _clash(x: Quantity, y: Quantity) -> bool:
    return x.unit == y.unit and x.measured_lemma == y.measured_lemma and not x.interval.overlaps(y.interval)


def unlike_numbers(a: Text, b: Text) -> float:
    """Both give numbers and none agree."""
    return f.numbers_apart(a.words, b.words)


def _on_words(g: Callable[[Words, Words], float]) -> Callable[[Text, Text], float]:
    return lambda a, b: g(a.words, b.words)


TEXT_FEATURES: dict[str, Callable[[Text, Text], float]] = {
    "any event": any_event,
    "shared kinds": shared_kinds,
    "shared count": shared_count,
    "surface": _on_words(f.surface_shared),
    "shared told": shared_told,
    "told at least": told_at_least,
    "names apart": _on_words(f.names_apart),
    "numbers shared": _on_words(f.numbers_shared),
    "numbers apart": unlike_numbers,
    "clashing numbers": clashing_numbers,
    "times shared": _on_words(f.times_shared),
    "opposed words": opposed_words,
    "negated once": negated_once,
    "polarity clash": polarity_clash,
}


RARE_FEATURES: dict[str, Callable[[Text, Text, Commonness], float]] = {
    "rare words": rare_words,
    "rare context": rare_context,
}


def text_features(a: Text, b: Text, common: Commonness) -> dict[str, float]:
    """All features of a pair by name. `common`: the texts they are among."""
    values = {name: g(a, b) for name, g in TEXT_FEATURES.items()}
    return values | {name: g(a, b, common) for name, g in RARE_FEATURES.items()}
