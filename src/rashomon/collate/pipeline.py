"""A story's collation, step by step: entities, dates, claims, events, facts, differences, origins, timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase

from rashomon.annotate import redate
from rashomon.claims import extract_claims, note_on_repeats
from rashomon.collate.align import Encoder, align, note_on_vectors, shaded
from rashomon.collate.blocking import note_on_common_words
from rashomon.collate.compare import find_differences
from rashomon.collate.dating import date_story
from rashomon.collate.entities import StoryEntities, resolve_story
from rashomon.collate.events import group_events
from rashomon.collate.judge import Judgement, judge_differences, judge_facts
from rashomon.collate.kin import notes_on_company, traits_of
from rashomon.collate.plain import Plain, worded
from rashomon.collate.story import describe_story
from rashomon.collate.timeline import timeline
from rashomon.origins import trace_origins
from rashomon.records import (
    Annotation,
    Article,
    Collation,
    Dating,
    Reject,
    Relay,
    Witness,
)  # fmt: skip


def collate(
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    rejects: Sequence[Reject] = (),
    judgements: Sequence[Judgement] = (),
    encoder: Encoder | None = None,
) -> Collation:
    """The collation of articles that are about one story, as people have judged it before. With an `encoder` statements in other
    words are found to be the same too.

    The order of the articles decides their sigla and nothing else.
    """
    names = resolve_story(articles, annotations)
    dates = date_story(articles, annotations)
    witnesses = tuple(
        _witness(siglum(i), article, annotation, dating, names)
        for i, (article, annotation, dating) in enumerate(zip(articles, annotations, dates, strict=True))
    )
    claims = tuple(c for w in witnesses for c in extract_claims(w.article, w.annotation))
    traits = [traits_of(article, annotation) for article, annotation in zip(articles, annotations, strict=True)]
    events = group_events(claims, witnesses)
    facts, unfitting = judge_facts(align(claims, events, witnesses, encoder), {c.id: c for c in claims}, judgements)
    origins = trace_origins(witnesses, names.entities, claims, facts)
    differences, more_unfitting = judge_differences(
        find_differences(claims, events, origins.facts, witnesses), judgements
    )
    plain = Plain(witnesses, names.entities)
    bounds = (
        note_on_common_words(witnesses),
        note_on_vectors(witnesses, encoder),
        *(note_on_repeats(w.annotation, w.siglum) for w in witnesses),
    )
    return Collation(
        story=describe_story(witnesses, origins.facts),
        witnesses=witnesses,
        entities=names.entities,
        claims=claims,
        events=events,
        facts=worded(shaded(origins.facts, claims, differences), claims, plain),
        differences=differences,
        stemma=origins.stemma,
        timeline=timeline(claims, origins.facts, witnesses, plain),
        rejects=tuple(rejects),
        notes=(
            *notes_on_company(traits, [w.siglum for w in witnesses]),
            *(note for note in bounds if note),
            *unfitting,
            *more_unfitting,
        ),
    )


def siglum(i: int) -> str:
    """A, B … Z, AA, AB …"""
    letters = ""
    i += 1
    while i:
        i, rest = divmod(i - 1, 26)
        letters = ascii_uppercase[rest] + letters
    return letters


def _witness(
    letter: str, article: Article, annotation: Annotation, dating: Dating | None, names: StoryEntities
) -> Witness:
    if dating is not None and dating != annotation.published:
        annotation = redate(article, annotation, dating)
    return Witness(
        siglum=letter,
        article=article,
        annotation=_with_story_entities(annotation, names.of),
        outlet=article.outlet,
        published=dating,
    )


def _with_story_entities(annotation: Annotation, of: Mapping[tuple[str, str], str]) -> Annotation:
    """The annotation with the story's entity ids in place of the article's own."""

    def known(entity: str | None) -> str | None:
        return None if entity is None else of.get((annotation.article, entity))

    def relay(links: tuple[Relay, ...]) -> tuple[Relay, ...]:
        return tuple(replace(r, entity=known(r.entity)) for r in links)

    return replace(
        annotation,
        entities=tuple(
            replace(e, id=of[annotation.article, e.id], members=tuple(known(m) or m for m in e.members))
            for e in annotation.entities
            if (annotation.article, e.id) in of
        ),
        mentions=tuple(replace(m, entity=known(m.entity) or m.entity) for m in annotation.mentions),
        quotes=tuple(replace(q, entity=known(q.entity), relay=relay(q.relay)) for q in annotation.quotes),
        attributions=tuple(replace(a, entity=known(a.entity), relay=relay(a.relay)) for a in annotation.attributions),
    )
