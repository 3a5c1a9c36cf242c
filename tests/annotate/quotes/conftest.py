"""An article of invented prose, read as far as attributions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from rashomon.annotate.parser import Parser
from rashomon.annotate.quotes import find_attributions, find_quoted
from rashomon.annotate.sentences import sentences_of
from rashomon.records import Article, Attribution, Part, Quote, Relay, Span


@dataclass(frozen=True)
class Read:
    """What was found in a text, as words."""

    text: str
    quotes: tuple[Quote, ...]
    attributions: tuple[Attribution, ...]

    def said(self) -> list[tuple[str, str, str]]:
        """Source, cue, content of each attribution."""
        return [(self.words(a.source), self.words(a.cue), self.words(a.content)) for a in self.attributions]

    def speakers(self) -> list[tuple[str, str | None]]:
        """Each quotation with its speaker."""
        return [(q.span.of(self.text), q.speaker.of(self.text) if q.speaker else None) for q in self.quotes]

    def by_cue(self, cue: str) -> Attribution:
        return next(a for a in self.attributions if cue in self.words(a.cue))

    def words(self, spans: tuple[Span, ...]) -> str:
        return " | ".join(s.of(self.text) for s in spans)

    def relays(self, a: Attribution | Quote) -> list[str]:
        relay: tuple[Relay, ...] = a.relay
        return [r.name for r in relay]


@pytest.fixture(scope="session")
def read(parser: Parser) -> Callable[[str], Read]:
    def reading(text: str, kind: str = "body") -> Read:
        span = Span(article="t", start=0, end=len(text))
        article = Article(id="t", text=text, parts=(Part(kind=kind, span=span),) if text.strip() else ())  # type: ignore[arg-type]
        (sentences,) = sentences_of([article], parser)
        quotes, attributions = find_attributions(article, sentences, find_quoted(article), ())
        return Read(text, quotes, attributions)

    return reading
