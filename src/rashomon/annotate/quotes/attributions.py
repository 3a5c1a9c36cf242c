"""All attributions of an article, direct and indirect, and whose words each quotation is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from rashomon.annotate.quotes.candidate import Candidate, spans_of
from rashomon.annotate.quotes.direct import Line, Utterance, borrowed, find_utterances
from rashomon.annotate.quotes.marks import Quoted
from rashomon.annotate.quotes.nominal import nominal_candidates
from rashomon.annotate.quotes.quoted import surface
from rashomon.annotate.quotes.tree import Tree
from rashomon.annotate.quotes.verbless import verbless_candidates
from rashomon.annotate.quotes.verbs import verb_candidates
from rashomon.annotate.quotes.weigh import probability
from rashomon.records import Article, Attribution, Mention, Quote, Sentence, Span
from rashomon.records.annotation import QuoteKind

THRESHOLD = 0.3
"""Candidates at least this likely are attributions: half the F1 reached on the PolNeAR training part, which is where F1 peaks."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution and what it was made from."""

    attribution: Attribution
    likelihood: float
    candidate: Candidate | None = None
    utterance: Utterance | None = None


def find_attributions(
    article: Article,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    names: Sequence[Mention],  # noqa: ARG001  the parse alone says who speaks
) -> tuple[tuple[Quote, ...], tuple[Attribution, ...]]:
    """The quotes with their speakers, cues, kinds and relays, and all attributions, direct and indirect; entities still open."""
    top = surface(tuple(quotes))
    lines = list(_lines(article, sentences, top))
    utterances = find_utterances(lines)
    marks = _Places([(q.start, q.end) for q in top])
    found = [*_direct(utterances, article), *_weighed(lines, marks, utterances)]
    found = _distinct([*found, *_borrowed(lines, utterances, found)])
    return _placed(quotes, utterances, found), tuple(f.attribution for f in found)


class _Places:
    """Stretches of the text, found by place."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        """`stretches` in the order of their starts; where they overlap the longest reaches on."""
        self.starts = [start for start, _ in stretches]
        self.ends = list(accumulate((end for _, end in stretches), max))

    def at(self, place: int) -> int | None:
        i = bisect_right(self.starts, place) - 1
        return i if i >= 0 and place < self.ends[i] else None

    def inside(self, span: Span) -> bool:
        """Whether some stretch lies within `span`."""
        i = bisect_right(self.starts, span.start - 1)
        return i < len(self.starts) and self.ends[i] <= span.end + 1


def _lines(article: Article, sentences: Sequence[Sentence], top: Sequence[Quoted]) -> Iterator[Line]:
    at = 0
    for _, group in groupby(sentences, key=lambda s: s.line):
        of_line = list(group)
        start, end = of_line[0].span.start, of_line[-1].span.end
        quotes = []
        while at < len(top) and top[at].start < end:
            quotes.append(top[at])
            at += 1
        yield Line(start, article.text[start:end], [Tree(s) for s in of_line], quotes)


def _direct(utterances: Sequence[Utterance], article: Article) -> Iterator[Found]:
    for u in utterances:
        content = tuple(Span(article=article.id, start=q.start, end=q.end) for q in u.quotes)
        made = Attribution(
            source=(u.speaker,) if u.speaker else (), cue=(u.cue,) if u.cue else (), content=content,
            negated=u.tree is not None and u.anchor is not None and u.tree.negated(u.anchor),
            modal=u.tree is not None and u.anchor is not None and u.tree.modal(u.anchor),
        )  # fmt: skip
        yield Found(made, 1.0, utterance=u)


def _weighed(lines: Sequence[Line], marks: _Places, utterances: Sequence[Utterance]) -> Iterator[Found]:
    cues = {(id(u.tree), u.anchor.index) for u in utterances if u.anchor is not None}
    direct = {q.start for u in utterances for q in u.quotes}
    for line in lines:
        for tree in line.trees:
            for c in candidates(tree):
                if (id(tree), c.anchor.index) in cues:
                    continue
                content = spans_of(tree, c.content)
                if not content:
                    continue
                inside = marks.at(c.anchor.start)
                held = marks.at(content[0].start)
                if (
                    held is not None
                    and inside != held
                    and marks.starts[held] in direct
                    and marks.at(content[-1].end - 1) == held
                ):
                    continue
                likelihood = probability(c, any(marks.inside(s) for s in content), inside is not None)
                if likelihood >= THRESHOLD:
                    yield Found(_attribution(c, content), likelihood, candidate=c)


def _borrowed(lines: Sequence[Line], utterances: Sequence[Utterance], found: Sequence[Found]) -> Iterator[Found]:
    """Attributions of embedded quotations that none found so far holds."""
    held = _Places(sorted((s.start, s.end) for f in found for s in f.attribution.content))
    direct = {q.start for u in utterances for q in u.quotes}
    for line in lines:
        for i, q in enumerate(line.quotes):
            if q.start in direct or held.at(q.start) is not None:
                continue
            by = borrowed(line, i)
            if by is None:
                continue
            u, start = by
            if u.speaker is not None:
                content = Span(article=u.speaker.article, start=min(start, q.start), end=q.end)
                made = Attribution(source=(u.speaker,), cue=(u.cue,) if u.cue else (), content=(content,))
                yield Found(made, 1.0, utterance=u)


def candidates(tree: Tree) -> Iterator[Candidate]:
    """All that may be an attribution in one sentence."""
    yield from verb_candidates(tree)
    yield from nominal_candidates(tree)
    yield from verbless_candidates(tree)


def _attribution(c: Candidate, content: tuple[Span, ...]) -> Attribution:
    return Attribution(
        source=spans_of(c.tree, c.source_ranges),
        cue=spans_of(c.tree, (c.cue,)),
        content=content,
        negated=c.tree.negated(c.anchor),
        modal=c.tree.modal(c.anchor),
    )


def _distinct(found: Sequence[Found]) -> list[Found]:
    """Of several readings of the same words by the same source the likeliest, in the order of the text."""
    kept: dict[tuple[int, int], Found] = {}
    rest = []
    for f in found:
        if f.candidate is None:
            rest.append(f)
            continue
        key = (f.attribution.content[0].start, f.attribution.content[-1].end)
        if key not in kept or kept[key].likelihood < f.likelihood:
            kept[key] = f
    return sorted(
        [*rest, *kept.values()], key=lambda f: (f.attribution.content[0].start, f.attribution.content[-1].end)
    )


def _placed(quotes: Sequence[Quote], utterances: Sequence[Utterance], found: Sequence[Found]) -> tuple[Quote, ...]:
    """The quotes with whoever says them."""
    by_start = {q.start: (n, u) for n, u in enumerate(utterances) for q in u.quotes}
    placed = []
    for n, q in enumerate(quotes):
        said = by_start.get(q.span.start)
        if said is not None:
            number, u = said
            kind: QuoteKind = "headline" if q.kind == "headline" else "split" if len(u.quotes) > 1 else "full"
            placed.append(replace(q, kind=kind, utterance=number, speaker=u.speaker, cue=u.cue))
        else:
            placed.append(_partial(replace(q, utterance=len(utterances) + n), found))
    return tuple(placed)


def _partial(q: Quote, found: Sequence[Found]) -> Quote:
    """A quotation within a sentence belongs to the smallest attribution around it."""
    around = [
        f.attribution
        for f in found
        if f.attribution.source
        and any(s.start <= q.span.start + 1 and q.span.end - 1 <= s.end for s in f.attribution.content)
    ]
    if not around:
        return replace(q, kind="headline" if q.kind == "headline" else "label")
    best = min(around, key=lambda a: sum(len(s) for s in a.content))
    kind: QuoteKind = "headline" if q.kind == "headline" else "partial"
    return replace(q, kind=kind, speaker=best.source[0], cue=best.cue[0] if best.cue else None)
