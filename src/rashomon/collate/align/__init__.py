"""Claims of one event and aspect put together into facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rashomon.collate.align.apart import contradict
from rashomon.collate.align.cluster import Pair, cluster
from rashomon.collate.align.facts import fact_of, shaded
from rashomon.collate.align.model import Model, fact_model
from rashomon.collate.align.view import View, Words, views_of
from rashomon.collate.blocking import Index
from rashomon.records import Claim, Event, Fact, Witness

__all__ = ["align", "shaded"]

_NEGLIGIBLE = 0.02
"""Pairs that score less are kept as 0: they cannot lift a mean, and most pairs do."""
_WORDS_ALONE = 3
"""Words in common that count without a name: fewer are shared by sentences about anything."""


def align(claims: Sequence[Claim], events: Sequence[Event], witnesses: Sequence[Witness]) -> tuple[Fact, ...]:
    """The facts of a story, origins still open; every claim belongs to one fact. In doubt claims stay apart."""
    model = fact_model()
    views = views_of(claims, witnesses)
    people = named_people(witnesses)

    event_of = {c: e for e in events for c in e.claims}

    def apart(a: str, b: str) -> bool:
        return contradict(views[a], views[b], people)

    clusters = cluster(sorted(views), _scores(views, model), apart, model.threshold, power=2)
    sigla = {w.article.id: w.siglum for w in witnesses}
    facts = [fact_of(ids, views, event_of, sigla, model) for ids in clusters]
    return tuple(sorted(facts, key=lambda f: (-len(f.witnesses), f.id)))


def named_people(witnesses: Sequence[Witness]) -> set[str]:
    """The entities known by a name to be persons."""
    return {m.entity for w in witnesses for m in w.annotation.mentions if m.kind == "name" and m.type == "PERSON"}


def _scores(views: Mapping[str, View], model: Model) -> dict[Pair, float]:
    likeness = {(a, b): model.likeness(views[a], views[b]) for a, b in _candidates(views)}
    home = {i: v.claim.span.article for i, v in views.items()}
    return {p: s for p, s in model.among(likeness, home).items() if s > _NEGLIGIBLE}


def _candidates(views: Mapping[str, View]) -> Iterator[Pair]:
    """Pairs whose sentences name someone or something in common and share a word besides, or else several words; and pairs
    that tell of one kind of event and of someone in common, whatever their words."""
    inside: dict[tuple[str, int], list[str]] = defaultdict(list)
    for c in sorted(views):
        inside[views[c].claim.span.article, views[c].claim.sentence].append(c)
    sentences = list(inside.values())
    around = [views[ids[0]].around for ids in sentences]
    for own, words in zip(sentences, around, strict=True):
        if _alike(words, words):
            yield from combinations(own, 2)
    keys = [[*w.roots, *w.numbers, *_occasions(ids, views)] for ids, w in zip(sentences, around, strict=True)]
    for i, j in Index(keys).pairs():
        alike = _alike(around[i], around[j])
        for a in sentences[i]:
            for b in sentences[j]:
                if alike or (views[a].events & views[b].events and views[a].cast & views[b].cast):
                    yield min(a, b), max(a, b)


def _occasions(ids: Sequence[str], views: Mapping[str, View]) -> set[str]:
    """What the claims of a sentence may have in common with those of another that tells of one event in other words."""
    return {f"{kind} {one}" for i in ids for kind in views[i].events for one in views[i].cast}


def _alike(x: Words, y: Words) -> bool:
    words = len(x.roots & y.roots) + len(x.numbers & y.numbers)
    return words >= _WORDS_ALONE or bool(words and (x.entities & y.entities or x.names & y.names))
