"""Every stretch inside quotation marks, before anyone is found who said it."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.annotate.quotes.marks import DOUBLED, Quoted, quoted_in
from rashomon.annotate.sentences import prose_lines
from rashomon.records import Article, Quote, Span


def find_quoted(article: Article) -> tuple[Quote, ...]:
    """Every stretch inside quotation marks, speaker still open; a quotation that goes on in the next paragraph shares its utterance."""
    lines = list(prose_lines(article))
    headlines = [(o, o + len(text)) for o, text, part in lines if part.kind == "headline"]
    found, utterance = [], -1
    for q in quoted_in([(offset, text) for offset, text, _ in lines]):
        if not q.continues:
            utterance += 1
        in_headline = any(a <= q.start < b for a, b in headlines)
        found.append(
            Quote(
                span=Span(article=article.id, start=q.start, end=q.end),
                kind="headline" if in_headline else "full",
                utterance=max(utterance, 0),
                apostrophes=article.text[max(q.start - 2, 0) : q.start] in DOUBLED,
            )
        )
    return tuple(found)


def surface(quotes: Sequence[Quote]) -> list[Quoted]:
    """The quotations that lie in no other, as the readers of speech need them."""
    found: list[Quoted] = []
    seen: set[int] = set()
    for q in quotes:
        if not found or q.span.start >= found[-1].end:
            found.append(Quoted(q.span.start, q.span.end, continues=q.utterance in seen))
        seen.add(q.utterance)
    return found
