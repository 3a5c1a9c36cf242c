"""Whether two reports can be about one event: they name the same people and places and use the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.records import Annotation, Article

_SHARED_NAMES = 3
_SHARED_NAMES_PART = 0.15
_SHARED_WORDS_PART = 0.15
"""What two reports must share, as parts of the poorer one. On BASIL 98 % of the pairs on one event share as much."""
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


@dataclass(frozen=True, slots=True)
class Traits:
    """The last words of an article's names ("Jane Doe" and "Doe" are one) and the lemmas of its content words."""

    names: frozenset[str]
    words: frozenset[str]


def traits_of(article: Article, annotation: Annotation) -> Traits:
    """What an article can be known by."""
    return Traits(
        names=frozenset(
            words[-1]
            for m in annotation.mentions
            if m.kind == "name" and (words := m.span.of(article.text).lower().split())
        ),
        words=frozenset(t.lemma.lower() for s in annotation.sentences for t in s.tokens if t.pos in _CONTENT),
    )


def are_kin(a: Traits, b: Traits) -> bool:
    """Whether the two can be about one event."""
    names, words = len(a.names & b.names), len(a.words & b.words)
    return (
        names >= _SHARED_NAMES
        and names >= _SHARED_NAMES_PART * min(len(a.names), len(b.names))
        and words >= _SHARED_WORDS_PART * min(len(a.words), len(b.words))
    )


def notes_on_company(traits: Sequence[Traits], sigla: Sequence[str]) -> tuple[str, ...]:
    """What a reader should know of the articles as a set: that there is but one, or that they are not about one event."""
    if len(traits) == 1:
        return ("One report alone: there is no other to compare it with.",)
    # An article that names next to nobody may be about anything.
    telling = [i for i, t in enumerate(traits) if len(t.names) > _SHARED_NAMES]
    groups = _groups([traits[i] for i in telling])
    if len(groups) < 2:
        return ()
    listed = "; ".join(", ".join(sigla[telling[i]] for i in g) for g in groups)
    return (f"These reports seem to be about different events: {listed}.",)


def _groups(traits: Sequence[Traits]) -> list[list[int]]:
    """The articles in groups that no chain of kin ties together, each in the order given."""
    leader = list(range(len(traits)))
    for j, b in enumerate(traits):
        for i in range(j):
            if leader[i] != leader[j] and are_kin(traits[i], b):
                kept, gone = sorted((leader[i], leader[j]))
                leader = [kept if x == gone else x for x in leader]
    return [[i for i, x in enumerate(leader) if x == first] for first in sorted(set(leader))]
