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
from rashomon.collate.align.stances import charge_and_plea, contrast, other_voices, own_words, told_by_voices
from rashomon.collate.align.view import Words, words_of
from rashomon.collate.kinds import kind_of
from rashomon.records import Annotation, Claim

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
    likeness = model.same.of(values)
    score = logistic(likeness)
    if model.conflict.of(values) >= model.conflict.threshold:
        return Verdict(score, "conflict")
    different = model.different.of({**values, LIKENESS: likeness})
    return Verdict(score, "different" if different >= model.different.threshold else "same")


LIKENESS = "likeness"
"""What the model of one event makes of a pair, before it becomes a probability: a feature of the model of different ones."""


@dataclass(frozen=True, slots=True)
class _Weights:
    """A logistic model by the names of its features, and from where on it decides, as the sum that gives that probability."""

    weights: dict[str, float]
    bias: float
    threshold: float = 0.0

    def of(self, values: dict[str, float]) -> float:
        return self.bias + sum(w * values[name] for name, w in self.weights.items())


@dataclass(frozen=True, slots=True)
class _Texts:
    same: _Weights
    conflict: _Weights
    different: _Weights


@lru_cache(maxsize=1)
def _model() -> _Texts:
    data = json.loads((files("rashomon.collate.align") / "weights.json").read_text("utf-8"))["texts"]
    same, conflict, different = data["same"], data["conflict"], data["different"]
    return _Texts(
        same=_Weights(same["weights"], same["bias"]),
        conflict=_Weights(conflict["weights"], conflict["bias"], _logit(conflict["threshold"])),
        different=_Weights(different["weights"], different["bias"], _logit(different["threshold"])),
    )


def _logit(probability: float) -> float:
    return log(probability / (1 - probability))


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


def rare_content(a: Text, b: Text, common: Commonness) -> float:
    """The same without the headlines."""
    both = _square(a.words.content & b.words.content, common)
    return both / sqrt(_square(a.words.content, common) * _square(b.words.content, common)) if both else 0.0


def rare_above(a: Text, b: Text, common: Commonness) -> float:
    """Words of each that stand in the other or its headline, weighed by rarity, of the two sums the smaller, up to some six rare ones."""
    sums = (
        fsum(common.rarity(w) for w in x & y) for x, y in ((a.context, b.words.content), (b.context, a.words.content))
    )
    return min(*sums, 40.0) / 40


def _square(words: frozenset[str], common: Commonness) -> float:
    return fsum(common.rarity(w) ** 2 for w in words)


def shorter(a: Text, b: Text) -> float:
    """The length of the shorter, up to sixty words."""
    return min(len(a.words.run), len(b.words.run), 60) / 60


def negated_once(a: Text, b: Text) -> float:
    """Whether one denies more than the other."""
    return float((a.negations > 0) != (b.negations > 0))


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
    "times shared": _on_words(f.times_shared),
    "negated once": negated_once,
    "shorter": shorter,
    "other voices": lambda a, b: other_voices(a.claims, b.claims),
    "told by voices": lambda a, b: told_by_voices(a.claims, b.claims),
    "own words": lambda a, b: own_words(a.claims, b.claims),
    "charge and plea": _on_words(charge_and_plea),
    "contrast": _on_words(contrast),
}


RARE_FEATURES: dict[str, Callable[[Text, Text, Commonness], float]] = {
    "rare words": rare_words,
    "rare context": rare_context,
    "rare content": rare_content,
    "rare above": rare_above,
}


def text_features(a: Text, b: Text, common: Commonness) -> dict[str, float]:
    """All features of a pair by name. `common`: the texts they are among."""
    values = {name: g(a, b) for name, g in TEXT_FEATURES.items()}
    return values | {name: g(a, b, common) for name, g in RARE_FEATURES.items()}
