"""The articles' own entities as the story's resolution sees them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.annotate.names import PersonName, Role, bare, parse_person
from rashomon.records import Annotation, Article, LocalEntity, Span

Key = tuple[str, str]
"""Article id and the article's own entity id."""


@dataclass(slots=True)
class Node:
    """One entity of one article with what is known of it there."""

    key: Key
    local: LocalEntity
    forms: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    person: PersonName | None = None

    @property
    def named(self) -> bool:
        return bool(self.forms)

    @property
    def roles(self) -> tuple[Role, ...]:
        return tuple(Role(noun, frozenset(of)) for noun, of in self.local.roles)


def nodes_of(articles: Sequence[Article], annotations: Sequence[Annotation]) -> list[Node]:
    """All entities of all articles, in an order that does not depend on the order of the articles."""
    nodes: dict[Key, Node] = {}
    for article, annotation in zip(articles, annotations, strict=True):
        for e in annotation.entities:
            nodes[article.id, e.id] = Node((article.id, e.id), e)
        for m in annotation.mentions:
            node = nodes[article.id, m.entity]
            node.spans.append(m.span)
            if m.kind == "name":
                node.forms[" ".join(m.span.of(article.text).split())] += 1
    for node in nodes.values():
        if node.local.type == "PERSON" and node.named:
            node.person = parse_person(bare(node.local.name))
    return [nodes[k] for k in sorted(nodes)]
