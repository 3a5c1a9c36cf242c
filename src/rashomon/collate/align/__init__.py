"""Claims of one event and aspect put together into facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from rashomon.collate.align.apart import contradict
from rashomon.collate.align.cluster import Pair, cluster
from rashomon.collate.align.facts import fact_of, shaded
from rashomon.collate.align.features import same_meaning
from rashomon.collate.align.meaning import Meanings, meanings_of, nearest
from rashomon.collate.align.model import Model, fact_model
from rashomon.collate.align.occasion import kindred
from rashomon.collate.align.paraphrase import EXTRA, Encoder, is_installed, paraphrase_encoder
from rashomon.collate.align.view import View, views_of
from rashomon.collate.blocking import Index
from rashomon.lexicon import nearness
from rashomon.records import Claim, Event, Fact, Witness

__all__ = ["Encoder", "align", "is_installed", "note_on_vectors", "paraphrase_encoder", "shaded"]

_NEGLIGIBLE = 0.02
"""Pairs that score less are kept as 0: they cannot lift a mean, and most pairs do."""

_WORDS_ALONE = 3
"""Words in common that make two sentences of one matter where no name does."""
_ENOUGH = 2
"""Content words, names and numbers without which a claim says nothing by itself."""
_SAID = frozenset({"patient", "topic", "attribute"})
"""Roles of what is said, where a verb of saying has it for an object."""


def align(
    claims: Sequence[Claim], events: Sequence[Event], witnesses: Sequence[Witness], encoder: Encoder | None = None
) -> tuple[Fact, ...]:
    """The facts of a story, origins still open; every claim belongs to one fact. In doubt claims stay apart.

    Without an `encoder` what is told in wholly other words is not found to be the same.
    """
    model = fact_model(encoder is not None)
    views = views_to_align(claims, witnesses, encoder)
    people = named_people(witnesses)

    event_of = {c: e for e in events for c in e.claims}

    def apart(a: str, b: str) -> bool:
        return contradict(views[a], views[b], people)

    clusters = joined(
        _scores(views, model), {i: v.claim.span.article for i, v in views.items()}, apart, model.threshold
    )
    sigla = {w.article.id: w.siglum for w in witnesses}
    facts = [fact_of(ids, views, event_of, sigla, model) for ids in clusters]
    return tuple(sorted(facts, key=lambda f: (-len(f.witnesses), f.id)))


def note_on_vectors(witnesses: Sequence[Witness], encoder: Encoder | None) -> str | None:
    """What a reader should know of several reports that were aligned without vectors; None for any others."""
    if encoder is not None or len(witnesses) < 2:
        return None
    return f"Statements were compared by their words alone: with rashomon[{EXTRA}] more that say the same in other words are found."


def joined(
    scores: Mapping[Pair, float], home: Mapping[str, str], apart: Callable[[str, str], bool], threshold: float
) -> list[list[str]]:
    """The claims put together that state one fact. `home`: claim id to its article.

    What two reports say alike decides, but two claims of one report that have nothing in common are never one for it; what only
    one report says is put together by itself, when all else is done.
    """

    def never(a: str, b: str) -> bool:
        strangers = home[a] == home[b] and (min(a, b), max(a, b)) not in scores
        return strangers or apart(a, b)

    across = cluster(sorted(home), scores, never, threshold, power=2, home=home)
    left: dict[str, list[str]] = defaultdict(list)
    for ids in across:
        if len(ids) == 1:
            left[home[ids[0]]].append(ids[0])
    within = [ids for own in left.values() for ids in _within(own, scores, apart, threshold)]
    return sorted([*(ids for ids in across if len(ids) > 1), *within])


def _within(
    own: list[str], scores: Mapping[Pair, float], apart: Callable[[str, str], bool], threshold: float
) -> list[list[str]]:
    inside = set(own)
    return cluster(own, {p: s for p, s in scores.items() if inside.issuperset(p)}, apart, threshold, power=2)


def named_people(witnesses: Sequence[Witness]) -> set[str]:
    """The entities known by a name to be persons."""
    return {m.entity for w in witnesses for m in w.annotation.mentions if m.kind == "name" and m.type == "PERSON"}


def _scores(views: Mapping[str, View], model: Model) -> dict[Pair, float]:
    likeness = {(a, b): model.likeness(views[a], views[b]) for a, b in candidates(views)}
    home = {i: v.claim.span.article for i, v in views.items()}
    return {p: s for p, s in model.among(likeness, home).items() if s > _NEGLIGIBLE}


def views_to_align(claims: Sequence[Claim], witnesses: Sequence[Witness], encoder: Encoder | None) -> dict[str, View]:
    """The views of all claims by their ids, those that tell something with the vectors of their meaning."""
    views = views_of(claims, witnesses)
    if encoder is None:
        return views
    for w in witnesses:
        sentences = {s.index: s.span.of(w.article.text) for s in w.annotation.sentences}
        own = [v for v in views.values() if v.claim.span.article == w.article.id and _tells(v)]
        if own:
            meaning = meanings_of({v.claim.id: (v.claim.text, sentences[v.claim.sentence]) for v in own}, encoder)
            views |= {v.claim.id: replace(v, meaning=meaning) for v in own}
    return views


def candidates(views: Mapping[str, View]) -> Iterator[Pair]:
    """Pairs worth weighing, each once: those alike in words, and those nearest one another in meaning. An event that is but named
    is near all that is told of it: it needs the words."""
    alike = set(_alike(views))
    yield from sorted(alike)
    articles: dict[str, Meanings] = {v.claim.span.article: v.meaning for v in views.values() if v.meaning is not None}
    near = set(nearest([articles[a] for a in sorted(articles)])) - alike
    for i, j in sorted(near):
        a, b = views[i], views[j]
        if not a.claim.nominal and not b.claim.nominal and _of_one_matter(a, b):
            yield i, j


def _alike(views: Mapping[str, View]) -> Iterator[Pair]:
    """Pairs of which what is said in each has a word, a number, a kind of event or a predicate near in meaning in common.
    Who or what it is said of is not enough: two things that one person did are two facts, be all around them alike.

    Claims that overlap or stand in one sentence go on from one another and never state one fact. Nor does a claim of one word or
    one that only brings in what is said ("he told reporters"): it goes with anything.
    """
    ids = sorted(i for i, v in views.items() if _tells(v))
    for i, j in Index([_keys(views[c]) for c in ids]).pairs():
        a, b = views[ids[i]], views[ids[j]]
        one_sentence = a.claim.span.article == b.claim.span.article and a.claim.sentence == b.claim.sentence
        if not one_sentence and _of_one_matter(a, b) and _akin(a, b):
            yield ids[i], ids[j]


def _of_one_matter(a: View, b: View) -> bool:
    """Whether two reports speak of someone or something in common, or two sentences in several words: what two wholly different
    events have in common is a verb and a number."""
    if not a.common.cast.keys().isdisjoint(b.common.cast):
        return True
    x, y = a.around, b.around
    return len(x.roots & y.roots) + len(x.numbers & y.numbers) >= _WORDS_ALONE


def _akin(a: View, b: View) -> bool:
    """Whether what is said in each may be the same. An event that is but named says that it happened, nothing of what it is."""
    if a.claim.nominal or b.claim.nominal:
        return not a.does.isdisjoint(b.does) or nearness(a.root, frozenset({b.root})) != "none"
    return _says_alike(a, b) or bool(kindred(a, b))


def _says_alike(a: View, b: View) -> bool:
    """Whether half of what the shorter says, and more than a word, is in the other too."""
    shared = len(a.said & b.said)
    return shared > 1 and 2 * shared >= min(len(a.said), len(b.said))


def _tells(view: View) -> bool:
    """Whether a claim says enough to be held against another."""
    if len(view.words.content | view.words.numbers) < _ENOUGH:
        return False
    return view.claim.nominal or not same_meaning(view.root, "say") or any(r.role in _SAID for r in view.claim.roles)


def _keys(view: View) -> Iterator[str]:
    yield from sorted(f"word {w}" for w in view.words.roots)
    yield from sorted(f"number {n}" for n in view.words.numbers)
    yield from sorted(f"event {e}" for e in view.events)
    yield from (f"cast {a} {b}" for a, b in combinations(sorted(view.cast), 2))
