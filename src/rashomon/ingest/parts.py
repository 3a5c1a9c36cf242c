"""Which part of a text plays which role: headline, standfirst, caption, byline, dateline, body, credit, debris."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.ingest import marks
from rashomon.ingest.layout import Role, roles_of
from rashomon.ingest.lines import Line, lines_of
from rashomon.records import Part, PartKind, Span

Cut = tuple[int, int]
"""Start and end of characters that are no text: a mark of Markdown, a desk's query."""


def split_parts(article: str, text: str, headline: str | None = None, *, cuts: Sequence[Cut] = ()) -> tuple[Part, ...]:
    """The parts of `text` in order, covering all of it but white space.

    `headline` is the headline where it is known from outside, `cuts` are stretches known to be no text (in order).
    """
    lines = lines_of(_blanked(text, cuts))
    made: list[Part] = []
    for line, role in zip(lines, roles_of(lines, headline), strict=True):
        made.extend(_pieces(article, line, role))
    queries = [q for p in made if p.kind == "body" for q in _queries(text, p)]
    parts = _with_cuts(article, text, made, sorted([*cuts, *queries]))
    return tuple(_joined(parts))


def _blanked(text: str, cuts: Sequence[Cut]) -> str:
    pieces, at = [], 0
    for start, end in cuts:
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def _pieces(article: str, line: Line, role: Role) -> Iterator[Part]:
    """A line in its parts: a dateline off its front, a credit, a date or a site's name off its end."""

    def part(start: int, end: int, kind: PartKind, why: str, repeats: bool = False) -> Part:
        while start < end and line.text[start].isspace():
            start += 1
        while end > start and line.text[end - 1].isspace():
            end -= 1
        span = Span(article=article, start=line.start + start, end=line.start + end)
        return Part(kind=kind, span=span, repeats=repeats, wrapped=line.wrapped, why=why)

    front = role.dateline
    back, kind, why = _tail(line, role)
    if front:
        yield part(0, front, "dateline", "place and mark before the first sentence")
    if front < back:
        yield part(front, back, role.kind, role.why, role.repeats)
    if back < len(line.text):
        yield part(back, len(line.text), kind, why)


def _tail(line: Line, role: Role) -> tuple[int, PartKind, str]:
    """Where a line's tail begins that is another part, its kind and the rule."""
    if role.kind == "caption":
        return marks.picture_credit(line) or len(line.text), "credit", "a picture's credit"
    if role.kind == "headline":
        dated = marks.stamp_tail(line.text)
        if dated:
            return dated, "byline", "date after the headline"
        return marks.title_tail(line.text) or len(line.text), "credit", "the site's name in the page's title"
    if role.kind == "body":
        return marks.credit_tail(line.text) or len(line.text), "credit", "an agency's signature"
    return len(line.text), "body", ""


def _queries(text: str, part: Part) -> Iterator[Cut]:
    words = part.span.of(text)
    if not words.isupper():
        for start, end in marks.desk_queries(words):
            yield part.span.start + start, part.span.start + end


def _with_cuts(article: str, text: str, parts: Sequence[Part], cuts: Sequence[Cut]) -> list[Part]:
    """The parts with every cut taken out of the part around it, as debris of its own."""
    made: list[Part] = []
    waiting = list(reversed(cuts))
    for part in parts:
        at = part.span.start
        while waiting and waiting[-1][0] < part.span.end:
            start, end = waiting.pop()
            made += _trimmed(text, part, at, start)
            made += _debris(article, text, start, end)
            at = max(end, at)
        made += _trimmed(text, part, at, part.span.end)
    for start, end in reversed(waiting):
        made += _debris(article, text, start, end)
    return made


def _trimmed(text: str, part: Part, start: int, end: int) -> list[Part]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if (start, end) == (part.span.start, part.span.end):
        return [part]
    return [replace(part, span=replace(part.span, start=start, end=end))] if start < end else []


def _debris(article: str, text: str, start: int, end: int) -> list[Part]:
    blank = Part(kind="debris", span=Span(article=article, start=start, end=end), why="no text")
    return _trimmed(text, blank, start, end)


def _joined(parts: Sequence[Part]) -> Iterator[Part]:
    """Body lines that follow one another as one part."""
    first = last = None
    for part in parts:
        if first is not None and last is not None and _one_part(first, part):
            last = part
            continue
        if first is not None and last is not None:
            yield _covering(first, last)
        first = last = part
    if first is not None and last is not None:
        yield _covering(first, last)


def _covering(first: Part, last: Part) -> Part:
    return first if first is last else replace(first, span=first.span.cover(last.span))


def _one_part(a: Part, b: Part) -> bool:
    return a.kind == b.kind == "body" and a.repeats == b.repeats and not (a.wrapped or b.wrapped)
