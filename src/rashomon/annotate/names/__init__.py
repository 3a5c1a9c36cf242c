"""Names and coreference within one article: who is mentioned, and which mentions are the same one."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Article, Attribution, LocalEntity, Mention, Quote, Sentence, Span


def find_names(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The named mentions, types repaired, each with a provisional entity of its own."""
    found: list[Mention] = []
    for s in sentences:
        tokens = s.tokens
        i = 0
        while i < len(tokens):
            j = i + 1
            if tokens[i].entity in {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"}:
                while j < len(tokens) and tokens[j].entity == tokens[i].entity and not tokens[j].entity_begin:
                    j += 1
                span = Span(article=article.id, start=tokens[i].start, end=tokens[j - 1].end)
                found.append(Mention(span=span, kind="name", type=tokens[i].entity, entity=span.of(article.text)))
            i = j
    return tuple(found)


def resolve(
    article: Article,
    sentences: Sequence[Sentence],
    names: Sequence[Mention],
    quotes: Sequence[Quote],
    attributions: Sequence[Attribution],
) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]:
    """The entities of an article and all their mentions: names, nominals and pronouns, in the order of the text."""
    kinds = {m.entity: m.type for m in names}
    return tuple(LocalEntity(id=e, type=t, name=e) for e, t in kinds.items()), tuple(names)
