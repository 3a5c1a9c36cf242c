"""Sentences of an article: each line parsed by itself, so that a headline never runs into a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.annotate.parser import ParsedLine, Parser
from rashomon.records import Article, Part, PartKind, Sentence, Token, make_sentence

PROSE: frozenset[PartKind] = frozenset({"headline", "standfirst", "caption", "body"})
"""The kinds of part that hold sentences; the others are read by rules of their own."""


def prose_lines(article: Article) -> Iterator[tuple[int, str, Part]]:
    """Start offset, text and part of every line of prose, in the order of the text."""
    for part in article.parts:
        if part.kind not in PROSE:
            continue
        text = part.span.of(article.text)
        for m in re.finditer(r"[^\r\n\u2028\u2029]+", text):
            stripped = m.group().strip()
            if stripped:
                yield part.span.start + m.start() + m.group().index(stripped[0]), stripped, part


def sentences_of(articles: Sequence[Article], parser: Parser) -> list[tuple[Sentence, ...]]:
    """The sentences of each article; all lines of all articles go to the parser together."""
    lines = [list(prose_lines(a)) for a in articles]
    parsed = iter(parser.parse([text for of_article in lines for _, text, _ in of_article]))
    return [tuple(_placed(a, of_article, parsed)) for a, of_article in zip(articles, lines, strict=True)]


def _placed(article: Article, lines: list[tuple[int, str, Part]], parsed: Iterator[ParsedLine]) -> Iterator[Sentence]:
    index = 0
    for number, (offset, _, part) in enumerate(lines):
        for tokens in next(parsed):
            moved = tuple(_moved(t, offset) for t in tokens)
            yield make_sentence(index, number, part.kind, article.id, moved)
            index += 1


def _moved(t: Token, by: int) -> Token:
    # Written out: dataclasses.replace costs four times as much, and this runs once a token.
    return Token(t.index, t.text, t.start + by, t.end + by, t.lemma, t.pos, t.tag, t.dep, t.head, t.morph, t.entity, t.entity_begin)  # fmt: skip
