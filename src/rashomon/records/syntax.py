"""What the parser saw: tokens and sentences, free of any parsing library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.records.article import PartKind
from rashomon.records.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `index` and `head` count within the sentence (the root's head is itself); `start`, `end` are article offsets.

    `pos`, `dep` are Universal POS and the parser's (ClearNLP) dependency labels, `tag` Penn Treebank, `morph` UD features
    "Number=Sing|Person=3", `entity` the parser's own guess of a name's type ("" outside names), `entity_begin` its first token.
    """

    index: int
    text: str
    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    morph: str
    entity: str
    entity_begin: bool

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence within one line of one part of an article. `index` counts over the article, `line` over its lines."""

    index: int
    line: int
    part: PartKind
    span: Span
    tokens: tuple[Token, ...]
    _children: tuple[tuple[int, ...], ...] = field(repr=False, compare=False)

    def children(self, token: Token) -> tuple[Token, ...]:
        """The direct dependents of `token`, left to right."""
        return tuple(self.tokens[i] for i in self._children[token.index])

    def head(self, token: Token) -> Token:
        """What `token` depends on; the root itself for a root."""
        return self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """From the head of `token` up to the root."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """`token` and everything below it, left to right."""
        found, stack = [], [token.index]
        while stack:
            i = stack.pop()
            found.append(i)
            stack.extend(self._children[i])
        return tuple(self.tokens[i] for i in sorted(found))

    @property
    def root(self) -> Token:
        return next(t for t in self.tokens if t.head == t.index)

    def span_of(self, tokens: tuple[Token, ...]) -> Span:
        """The span from the first to the last character of `tokens` (not empty)."""
        return Span(article=self.span.article, start=min(t.start for t in tokens), end=max(t.end for t in tokens))


def make_sentence(index: int, line: int, part: PartKind, article: str, tokens: tuple[Token, ...]) -> Sentence:
    """A sentence of `tokens` (not empty), its tree indexed for walking down."""
    children: list[list[int]] = [[] for _ in tokens]
    for t in tokens:
        if t.head != t.index:
            children[t.head].append(t.index)
    span = Span(article=article, start=tokens[0].start, end=tokens[-1].end)
    return Sentence(index, line, part, span, tokens, tuple(tuple(c) for c in children))
