"""The named mentions of an article, in its prose and around it (dateline, byline, credit)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.annotate.names.gazetteer import gazetteer
from rashomon.annotate.names.kinds import decide, key_of
from rashomon.annotate.names.people import is_person_name, surname
from rashomon.annotate.names.spans import Candidate, candidates
from rashomon.annotate.names.words import words
from rashomon.records import Article, Mention, Part, Sentence, Span

_OUTSIDE = frozenset({"dateline", "byline", "credit"})
_PIECE = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W_]+)*\.?|['’]s|[^\w\s]")
_CAPITALS = re.compile(r"[^\W\d_a-z][\w'’.-]*(?:[ \t]+[^\W\d_a-z][\w'’.-]*)*")
_BYLINE_START = re.compile(r"\s*(?:by|from|written by|reporting by)\s+", re.IGNORECASE)


def find_names(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The named mentions, types repaired, each with a provisional entity of its own (its key within the article)."""
    found = [c for s in sentences for c in candidates(s)]
    sure = [c for c in found if c.sure]
    kinds = decide(sure or found)
    named = _Known(kinds)
    mentions = [
        m for c in found for m in (_mention(article, c, kinds) if c.sure or not sure else named.inside(article, c))
    ]
    mentions += [m for p in article.parts if p.kind in _OUTSIDE for m in _around(article, p)]
    return tuple(sorted(mentions, key=lambda m: m.span))


def _mention(article: Article, c: Candidate, kinds: dict[str, str]) -> Iterator[Mention]:
    key = key_of(c)
    kind = kinds[key]
    if kind == "MISC" and not _worth_keeping(c):
        return
    yield _named(article, c.start, c.end, kind, key)


def _worth_keeping(c: Candidate) -> bool:
    """A capitalised word of unknown kind is kept where more than its place at a sentence's start makes it a name."""
    tokens = c.tokens
    return len(tokens) > 1 or (c.first > 0 and tokens[0].tag in ("NNP", "NNPS") and tokens[0].text.isalpha())


class _Known:
    """What the rest of the article shows to be names: for headlines whose capitals tell nothing."""

    def __init__(self, kinds: dict[str, str]) -> None:
        self._kinds = {k.lower(): (k, kind) for k, kind in kinds.items() if kind != "MISC"}
        for key, kind in sorted(kinds.items()):
            if kind == "PERSON" and " " in key:
                self._kinds.setdefault(surname(key).lower(), (surname(key), kind))

    def inside(self, article: Article, c: Candidate) -> Iterator[Mention]:
        """The known names among the words of `c`, the longest first."""
        tokens = c.tokens
        i = 0
        while i < len(tokens):
            for end in range(len(tokens), i, -1):
                key, kind = self._look_up(" ".join(t.text for t in tokens[i:end]))
                if kind:
                    yield _named(article, tokens[i].start, tokens[end - 1].end, kind, key)
                    i = end
                    break
            else:
                i += 1

    def _look_up(self, text: str) -> tuple[str, str]:
        known = self._kinds.get(text.lower())
        if known is not None:
            return known
        entry = gazetteer().entry(text)
        return (text, entry.type) if entry is not None else ("", "")


def _named(article: Article, start: int, end: int, kind: str, key: str) -> Mention:
    return Mention(span=Span(article=article.id, start=start, end=end), kind="name", type=kind, entity=key)


def _around(article: Article, part: Part) -> Iterator[Mention]:
    """Names in a dateline, byline or credit: known ones, and what stands where a place or an author stands."""
    text = part.span.of(article.text)
    taken: list[tuple[int, int]] = []
    for start, end, kind in _known_in(text):
        taken.append((start, end))
        yield _named(article, part.span.start + start, part.span.start + end, kind, text[start:end])
    if part.kind == "byline":
        begin = m.end() if (m := _BYLINE_START.match(text)) else 0
        for start, end, kind in _authors(text, begin):
            if not any(a < end and start < b for a, b in taken):
                yield _named(article, part.span.start + start, part.span.start + end, kind, text[start:end])


def _known_in(text: str) -> Iterator[tuple[int, int, str]]:
    pieces = list(_PIECE.finditer(text))
    shown = [p.group().replace("’", "'") for p in pieces]
    i = 0
    while i < len(pieces):
        found = gazetteer().match(shown, i)
        if found is None or not shown[i][0].isupper():
            i += 1
            continue
        yield pieces[i].start(), pieces[found[0] - 1].end(), found[1].type
        i = found[0]


def _authors(text: str, begin: int) -> Iterable[tuple[int, int, str]]:
    for m in _CAPITALS.finditer(text, begin):
        parts = m.group().rstrip(".").split()
        if is_person_name(parts):
            yield m.start(), m.start() + len(m.group().rstrip(".")), "PERSON"
        elif parts[-1].lower() in words().suffixes:
            yield m.start(), m.start() + len(m.group().rstrip(".")), "ORG"
