"""Where things stand in the witnesses' texts, and the words around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, cast

from rashomon.records import Span, Witness

_PLAIN = frozenset({"str", "int", "bool"})
"""Types of fields, as they are written, in which no place stands."""
_LONGEST_EXCERPT = 320
"""Characters of a sentence shown around the words in question before it is cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Characters of one witness's text, known by its siglum."""

    siglum: str
    start: int
    end: int
    words: str

    @property
    def key(self) -> str:
        """Names the place in links: "A-120-140"."""
        return f"{self.siglum}-{self.start}-{self.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The words at a place inside their sentence; `source` is who says them, "" for the witness itself or one whom they name."""

    place: Place
    before: str
    after: str
    source: str = ""


class Texts:
    """The witnesses by article id, with their sentences ready to be looked up."""

    def __init__(self, witnesses: Sequence[Witness]) -> None:
        self._witnesses = {w.article.id: w for w in witnesses}
        self._sentences = {w.article.id: tuple(s.span for s in w.annotation.sentences) for w in witnesses}
        self._starts = {article: [s.start for s in spans] for article, spans in self._sentences.items()}
        self._order = {w.article.id: i for i, w in enumerate(witnesses)}

    def witness(self, article: str) -> Witness:
        """The witness of an article id."""
        return self._witnesses[article]

    def witnesses(self, articles: Iterable[str]) -> tuple[Witness, ...]:
        """The witnesses of these article ids, each once, in the order of their sigla."""
        return tuple(self._witnesses[a] for a in sorted(set(articles), key=self._order.__getitem__))

    def sigla(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The sigla of these article ids, in order."""
        return tuple(w.siglum for w in self.witnesses(articles))

    def order(self, span: Span) -> tuple[int, int, int]:
        """Sorts spans by witness and by where they stand."""
        return self._order[span.article], span.start, span.end

    def place(self, span: Span) -> Place:
        """The place of a span."""
        w = self._witnesses[span.article]
        return Place(siglum=w.siglum, start=span.start, end=span.end, words=span.of(w.article.text))

    def places(self, spans: Iterable[Span]) -> tuple[Place, ...]:
        """The places of spans, each once, in the order of the sigla."""
        return tuple(self.place(s) for s in sorted(set(spans), key=self.order))

    def sentence(self, span: Span) -> Span:
        """The sentence that a span begins in, widened to hold all of it; its line where no sentence covers it."""
        found = self._sentences[span.article]
        i = bisect_right(self._starts[span.article], span.start) - 1
        if i >= 0 and found[i].overlaps(span):
            return found[i].cover(span)
        return self._line(span)

    def excerpt(self, span: Span, source: str = "") -> Excerpt:
        """The span within its sentence, cut at words where that is long."""
        text = self._witnesses[span.article].article.text
        sentence = self.sentence(span)
        spare = max(0, _LONGEST_EXCERPT - len(span)) // 2
        before = _cut_left(text[sentence.start : span.start], spare)
        after = _cut_right(text[span.end : sentence.end], spare)
        named = source.rpartition(" ")[2].casefold() in f"{before} {span.of(text)} {after}".casefold()
        return Excerpt(place=self.place(span), before=before, after=after, source="" if named else source)

    def _line(self, span: Span) -> Span:
        text = self._witnesses[span.article].article.text
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        return Span(article=span.article, start=start, end=len(text) if end < 0 else end)


def _cut_left(text: str, spare: int) -> str:
    if len(text) <= spare:
        return text.lstrip()
    kept = text[len(text) - spare :]
    return "… " + kept[kept.find(" ") + 1 :]


def _cut_right(text: str, spare: int) -> str:
    if len(text) <= spare:
        return text.rstrip()
    kept = text[:spare]
    return kept[: kept.rfind(" ")] + " …" if " " in kept else kept + "…"


def places_in(value: object) -> Iterator[Place]:
    """Every place within records and tuples of them."""
    if isinstance(value, Place):
        yield value
    elif isinstance(value, tuple):
        for v in value:
            yield from places_in(v)
    else:
        for name in _fields(cast(Any, type(value))):
            yield from places_in(getattr(value, name))


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """The fields of a record in which places may stand: none of a value that is no record."""
    return tuple(f.name for f in fields(kind) if f.type not in _PLAIN) if is_dataclass(kind) else ()
