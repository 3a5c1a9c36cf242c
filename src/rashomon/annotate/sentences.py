"""Sentences of an article: each line parsed by itself, so that a headline never runs into a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from rashomon.annotate.headlines import as_sentence, usage_of
from rashomon.annotate.language import ENGLISH, code_of, installed
from rashomon.annotate.parser import ParsedLine, Parser
from rashomon.records import Article, Part, PartKind, Sentence, Token, make_sentence

PROSE: frozenset[PartKind] = frozenset({"headline", "standfirst", "caption", "body"})
"""The kinds of part that hold sentences; the others are read by rules of their own."""

_LINE = re.compile(r"[^\r\n\f\v\u0085\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\f\v\u0085\u2028\u2029]")


def prose_lines(article: Article) -> Iterator[tuple[int, str, Part]]:
    """Start offset, text and part of every line of prose, in the order of the text.

    Debris in mid line (a desk's query, a mark of Markdown) is blanked out, so that the sentence around it stays one.
    """
    if not installed(code_of(article.language)):
        return
    for pieces in _runs(article):
        first, last = pieces[0].span.start, pieces[-1].span.end
        text = "".join(_padded(article.text, piece, following) for piece, following in pairwise(pieces))
        text += article.text[pieces[-1].span.start : last]
        if pieces[0].wrapped:
            text = _BREAK.sub(lambda m: " " * len(m.group()), text)
        for m in _LINE.finditer(text):
            stripped = m.group().strip()
            if stripped:
                yield first + m.start() + m.group().index(stripped[0]), stripped, pieces[0]


def reads_as_english(language: str | None) -> bool:
    """Whether a text of that language (None: not known) is parsed as English."""
    return code_of(language) == ENGLISH


def _runs(article: Article) -> Iterator[list[Part]]:
    """Parts of prose, those together that debris alone parts within a line."""
    run: list[Part] = []
    for part in article.parts:
        if part.kind in PROSE:
            if run and not (part.kind == run[-1].kind and _same_line(article.text, run[-1], part)):
                yield run
                run = []
            run.append(part)
        elif part.kind != "debris" and run:
            yield run
            run = []
    if run:
        yield run


def _same_line(text: str, before: Part, after: Part) -> bool:
    between = text[before.span.end : after.span.start]
    breaks = len(_BREAK.findall(between))
    return before.wrapped == after.wrapped and breaks <= (before.wrapped and not between.isspace())


def _padded(text: str, part: Part, following: Part) -> str:
    return text[part.span.start : part.span.end] + " " * (following.span.start - part.span.end)


def sentences_of(
    articles: Sequence[Article], parser: Parser, others: Callable[[str], Parser] | None = None
) -> list[tuple[Sentence, ...]]:
    """The sentences of each article; all lines of a language go to its parser together.

    `parser` is that of English, `others` gives those of other languages by their codes; without it English alone is parsed.
    """
    of_language: dict[str, list[int]] = defaultdict(list)
    for i, a in enumerate(articles):
        of_language[code_of(a.language)].append(i)
    found: list[tuple[Sentence, ...]] = [()] * len(articles)
    for code, places in of_language.items():
        its = parser if code == ENGLISH else others(code) if others is not None and installed(code) else None
        if its is None:
            continue
        lines = [list(prose_lines(articles[i])) for i in places]
        parsed = iter(its.parse([line for of_article in lines for line in _to_parse(of_article)]))
        for i, of_article in zip(places, lines, strict=True):
            found[i] = tuple(_placed(articles[i], of_article, parsed))
    return found


def _to_parse(lines: Sequence[tuple[int, str, Part]]) -> Iterator[str]:
    """The lines as the parser is given them: a headline with a capital on every word as a sentence."""
    usage = usage_of(text for _, text, part in lines if part.kind == "body")
    for _, text, part in lines:
        yield as_sentence(text, usage) if part.kind == "headline" else text


def _placed(article: Article, lines: list[tuple[int, str, Part]], parsed: Iterator[ParsedLine]) -> Iterator[Sentence]:
    index = 0
    for number, (offset, text, part) in enumerate(lines):
        for tokens in next(parsed):
            moved = tuple(_moved(t, offset, text) for t in tokens)
            yield make_sentence(index, number, part.kind, article.id, moved)
            index += 1


def _moved(t: Token, by: int, line: str) -> Token:
    """A token of a line where the article has it, with the letters that stand there."""
    # Written out: dataclasses.replace costs four times as much, and this runs once a token.
    return Token(t.index, line[t.start : t.end], t.start + by, t.end + by, t.lemma, t.pos, t.tag, t.dep, t.head, t.morph, t.entity, t.entity_begin)  # fmt: skip
