"""One entity for all its mentions over a story: surnames, spellings, acronyms, metonyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.records import Annotation, Article, Entity, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntities:
    """`entities` of the story, and `of`: (article id, the article's own entity id) to story entity id."""

    entities: tuple[Entity, ...]
    of: Mapping[tuple[str, str], str]


def resolve_story(articles: Sequence[Article], annotations: Sequence[Annotation]) -> StoryEntities:
    """The entities of a story. In doubt two stay apart: a wrong merge invents agreement."""
    of: dict[tuple[str, str], str] = {}
    names: dict[str, Counter[str]] = {}
    spans: dict[str, list[Span]] = {}
    types: dict[str, str] = {}
    for article, annotation in zip(articles, annotations, strict=True):
        local = {e.id: e for e in annotation.entities}
        for m in annotation.mentions:
            e = local[m.entity]
            of[article.id, e.id] = e.name
            types.setdefault(e.name, e.type)
            spans.setdefault(e.name, []).append(m.span)
            if m.kind == "name":
                names.setdefault(e.name, Counter())[m.span.of(article.text)] += 1
    entities = tuple(
        Entity(
            id=n, type=types[n], name=n, names=tuple(sorted(names.get(n, Counter()).items())), mentions=tuple(spans[n])
        )
        for n in sorted(spans)
    )
    return StoryEntities(entities=entities, of=of)
