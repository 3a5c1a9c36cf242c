"""Whether two short texts report the same event, another one, or the same one in ways that exclude each other."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
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


@dataclass(frozen=True, slots=True)
class Text:
    """A short text as alignment sees it. `context` adds the words of its headline, where it has one."""

    words: Words
    context: frozenset[str]
    claims: tuple[Claim, ...]
    kinds: frozenset[str]
    negations: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score`: how probable it is that both report one event."""

    score: float
    relation: Relation


def text_of(annotation: Annotation, claims: Sequence[Claim], headline: Annotation | None = None) -> Text:
    """What alignment looks at in an annotated text."""
    words = _words(annotation)
    kinds = (kind_of(e) for e in words.events)
    return Text(
        words=words,
        context=words.content | (_words(headline).content if headline is not None else frozenset()),
        claims=tuple(claims),
        kinds=frozenset(k.name for k in kinds if not k.general),
        negations=sum(t.lemma in _NEGATIONS or t.lower in _NEGATIONS for s in annotation.sentences for t in s.tokens),
    )


def _words(annotation: Annotation) -> Words:
    tokens = [t for s in annotation.sentences for t in s.tokens]
    return words_of(tokens, annotation.mentions, annotation.quantities, annotation.times)


def compare_texts(a: Text, b: Text) -> Verdict:
    """Score and relation of two texts; the same whichever comes first."""
    model = _model()
    values = text_features(a, b)
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


def shared_events(a: Text, b: Text) -> float:
    """Event words in common, synonyms included."""
    return f.events_shared(a.words, b.words)


def any_event(a: Text, b: Text) -> float:
    """Whether any event word is in common, synonyms included."""
    return float(f.events_shared(a.words, b.words) > 0)


def shared_kinds(a: Text, b: Text) -> float:
    """Kinds of event in common."""
    return f.shared(a.kinds, b.kinds)


def shared_count(a: Text, b: Text) -> float:
    """Content words and names in common, up to ten."""
    return min(len(a.words.content & b.words.content), 10) / 10


def shared_context(a: Text, b: Text) -> float:
    """Words in common with the headlines counted in."""
    return f.shared(a.context, b.context)


def shared_names(a: Text, b: Text) -> float:
    """Names in common, up to four."""
    return min(len(a.words.names & b.words.names), 4) / 4


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
    "shared events": shared_events,
    "any event": any_event,
    "shared kinds": shared_kinds,
    "shared count": shared_count,
    "shared words": _on_words(f.roots_shared),
    "surface": _on_words(f.surface_shared),
    "run of words": _on_words(f.longest_run),
    "shared context": shared_context,
    "names contained": _on_words(f.names_shared),
    "shared names": shared_names,
    "names apart": _on_words(f.names_apart),
    "numbers shared": _on_words(f.numbers_shared),
    "numbers apart": unlike_numbers,
    "clashing numbers": clashing_numbers,
    "times shared": _on_words(f.times_shared),
    "times apart": _on_words(f.times_apart),
    "opposed words": opposed_words,
    "negated once": negated_once,
    "polarity clash": polarity_clash,
}


def text_features(a: Text, b: Text) -> dict[str, float]:
    """All features of a pair by name."""
    return {name: g(a, b) for name, g in TEXT_FEATURES.items()}
