"""The named mentions of an article, in its prose and around it (dateline, byline, credit)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rashomon.annotate.names.gazetteer import gazetteer
from rashomon.annotate.names.kinds import decide, key_of
from rashomon.annotate.names.people import is_person_name, surname
from rashomon.annotate.names.small import opens, written_small
from rashomon.annotate.names.spans import Candidate, candidates
from rashomon.records import Article, Mention, Part, Sentence, Span

_OUTSIDE = frozenset({"dateline", "byline", "credit"})
_PIECE = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+(?:['’](?!s\b)[^\W_]+)*\.?|['’]s|[^\w\s]")
_AUTHORS = {
    "byline": re.compile(r"\A\s*(?:(?:written |reporting )?by|from)\s+", re.I),
    "credit": re.compile(r"/\s*|\bby\s+", re.I),
}
"""What stands before authors in a byline and before the owner of a picture in a credit."""
_DATE_WORD = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|updated|published|posted)[a-z]*\b|and\b|for\b|in\b"
_AUTHOR = re.compile(
    rf"((?!{_DATE_WORD})[^\W\d_][\w'’.-]*(?:[ \t](?!{_DATE_WORD})[^\W\d_][\w'’-]*\.?){{0,4}})(?=[ \t,;|)\r\n]|$)", re.I
)
_AND = re.compile(r",?[ \t]+and[ \t]+|,[ \t]+", re.I)


def find_names(article: Article, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """The named mentions, types repaired, each with a provisional entity of its own (its key within the article)."""
    found = _without_opening_words([c for s in sentences for c in candidates(s)], sentences)
    sure = [c for c in found if c.sure]
    kinds = decide(sure or found)
    named = _Known(kinds)
    mentions = [
        m for c in found for m in (_mention(article, c, kinds) if c.sure or not sure else named.inside(article, c))
    ]
    mentions += _overlooked(article, sentences, kinds, mentions)
    mentions += [m for p in article.parts if p.kind in _OUTSIDE for m in _around(article, p)]
    return tuple(sorted(mentions, key=lambda m: m.span))


def _without_opening_words(found: Sequence[Candidate], sentences: Sequence[Sentence]) -> list[Candidate]:
    """Without common nouns that only the beginning of a sentence gives a capital: the article writes them small elsewhere."""
    small = written_small(sentences)
    inside = {c.tokens[0].text for c in found if c.sure and not opens(c.sentence, c.first)}

    def is_word(c: Candidate) -> bool:
        t = c.tokens[0]
        alone = c.first == c.last and c.entry is None and not c.titles and opens(c.sentence, c.first)
        return alone and t.lower in small and t.text not in inside

    return [c for c in found if not is_word(c)]


def _mention(article: Article, c: Candidate, kinds: dict[str, str]) -> Iterator[Mention]:
    key = key_of(c)
    kind = kinds[key]
    if kind == "MISC" and not _worth_keeping(c):
        return
    yield _named(article, c.start, c.end, kind, key)


def _overlooked(
    article: Article, sentences: Sequence[Sentence], kinds: dict[str, str], found: Sequence[Mention]
) -> list[Mention]:
    """Surnames of the article's persons where the parser saw a title or a common noun: Judge Price's "Price", King's "King"."""
    surnames = {surname(key) for key, kind in kinds.items() if kind == "PERSON" and " " in key}
    spans = sorted((m.span.start, m.span.end) for m in found)

    def taken(start: int) -> bool:
        i = bisect_right(spans, (start, len(article.text))) - 1
        return i >= 0 and spans[i][1] > start

    return [
        _named(article, t.start, t.end, "PERSON", t.text)
        for s in sentences
        for t in s.tokens
        if t.text in surnames
        and t.text[0].isupper()
        and t.dep not in ("compound", "amod")
        and (t.index > 0 or t.tag in ("NNP", "NNPS", "NNS"))
        and not taken(t.start)
    ]


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
    """Names in a dateline, byline or credit: known ones, and who stands where an author or a picture's owner stands."""
    text = part.span.of(article.text)
    found = list(_known_in(text))
    if part.kind != "dateline":
        owners = _AUTHORS[part.kind].finditer(text)
        for m in owners:
            for start, end in _phrases(text, m.end()):
                if not any(a < end and start < b for a, b, _ in found):
                    kind = "PERSON" if is_person_name(text[start:end].split()) else "ORG"
                    found.append((start, end, kind))
    for start, end, kind in sorted(found):
        yield _named(article, part.span.start + start, part.span.start + end, kind, text[start:end])


def _known_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Names of the gazetteer in a text without a parse."""
    pieces = [(m.start(), m.group()) for m in _PIECE.finditer(text)]
    shown = [_word(w.replace("’", "'")) for _, w in pieces]
    i = 0
    while i < len(pieces):
        found = gazetteer().match(shown, i) if shown[i][0].isupper() else None
        if found is None:
            i += 1
            continue
        last = found[0] - 1
        yield pieces[i][0], pieces[last][0] + len(shown[last]), found[1].type
        i = found[0]


def _word(piece: str) -> str:
    """A word without the full stop behind it, unless it is written so ("Mich.")."""
    return piece if len(piece) == 1 or gazetteer().begins(piece) else piece.rstrip(".")


def _phrases(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """The names that a list of authors begins with: up to a date, a digit or the end of the line."""
    at = begin
    while (m := _AUTHOR.match(text, at)) is not None:
        yield m.start(1), m.end(1)
        joined = _AND.match(text, m.end())
        if joined is None:
            return
        at = joined.end()
