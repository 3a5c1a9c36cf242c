"""All attributions of an article, direct and indirect, and whose words each quotation is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rashomon.annotate.quotes.candidate import Candidate, spans_of
from rashomon.annotate.quotes.cited import cited
from rashomon.annotate.quotes.direct import borrowed, find_utterances
from rashomon.annotate.quotes.found import Found, from_candidate, from_utterance, kind_of
from rashomon.annotate.quotes.lines import Line
from rashomon.annotate.quotes.marks import Quoted
from rashomon.annotate.quotes.nominal import nominal_candidates
from rashomon.annotate.quotes.places import Places
from rashomon.annotate.quotes.placing import placed
from rashomon.annotate.quotes.quoted import surface
from rashomon.annotate.quotes.relays import relayed
from rashomon.annotate.quotes.speakers import Utterance
from rashomon.annotate.quotes.tree import Tree
from rashomon.annotate.quotes.verbless import verbless_candidates
from rashomon.annotate.quotes.verbs import verb_candidates
from rashomon.annotate.quotes.weigh import probability
from rashomon.records import Article, Attribution, Mention, Quote, Sentence, Span

THRESHOLD = 0.33
"""Candidates at least this likely are attributions: F1 on PolNeAR is flat from 0.3 to 0.36."""
PLAIN = 0.15
"""The same where someone plainly says something within reported words or in a noun ("Bell's claim that …"): the annotators of PolNeAR
seldom marked those, but a chain of sources needs them."""
_GAP = 80
"""How many characters may stand between a clause and a quotation for the quotation still to be part of it."""


def find_attributions(
    article: Article,
    sentences: Sequence[Sentence],
    quotes: Sequence[Quote],
    names: Sequence[Mention],  # noqa: ARG001  the parse alone says who speaks
) -> tuple[tuple[Quote, ...], tuple[Attribution, ...]]:
    """The quotes with their speakers, cues, kinds and relays, and all attributions, direct and indirect; entities still open."""
    top = surface(quotes)
    lines = list(_lines(article, sentences, top))
    utterances = find_utterances(lines)
    found = [*_direct(utterances, article), *_weighed(lines, Places([(q.start, q.end) for q in top]), utterances)]
    found = _in_order(_with_embedded(lines, utterances, _distinct(found)))
    found.extend(cited(found, article.text))
    chained = relayed([f.attribution for f in found], [f.states for f in found], article.text)
    return placed(quotes, utterances, found, chained, article.text), tuple(chained)


def candidates(tree: Tree) -> Iterator[Candidate]:
    """All that may be an attribution in one sentence."""
    yield from verb_candidates(tree)
    yield from nominal_candidates(tree)
    yield from verbless_candidates(tree)


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
        if u.speaker is None and u.cue is None:
            continue
        yield from_utterance(u, tuple(Span(article=article.id, start=q.start, end=q.end) for q in u.quotes))


def _weighed(lines: Sequence[Line], marks: Places, utterances: Sequence[Utterance]) -> Iterator[Found]:
    """The candidates that are likely enough, those aside that direct speech has taken already."""
    cues = {(id(u.tree), u.anchor.index) for u in utterances if u.anchor is not None}
    direct = {q.start for u in utterances for q in u.quotes}
    for line in lines:
        for tree in line.trees:
            for c in candidates(tree):
                content = spans_of(tree, c.content)
                if not content or (id(tree), c.anchor.index) in cues or _of_others(c, content, marks, direct):
                    continue
                inside = marks.at(c.anchor.start) is not None
                likelihood = probability(c, any(marks.within(s) for s in content), inside)
                if likelihood >= (PLAIN if _plainly_said(c) and not inside else THRESHOLD):
                    yield from_candidate(c, _to_the_mark(content, marks, direct), likelihood)


def _to_the_mark(content: tuple[Span, ...], marks: Places, direct: set[int]) -> tuple[Span, ...]:
    """The content as far as the quotation that its last words are in: 'said that "it will hold. It always has"'."""
    last = content[-1]
    held = marks.at(last.end - 1)
    if held is None or marks.starts[held] in direct or marks.starts[held] < last.start - 1:
        return content
    return (*content[:-1], replace(last, end=max(last.end, marks.ends[held])))


def _plainly_said(c: Candidate) -> bool:
    """Whether a named source says a whole clause, however deep in the sentence."""
    nested = c.frame == "clause" and c.anchor.dep == "ccomp"
    return (nested or c.frame.endswith("noun clause")) and c.source is not None and kind_of(c) == "speech"


def _of_others(c: Candidate, content: tuple[Span, ...], marks: Places, direct: set[int]) -> bool:
    """Whether the content is direct speech and the cue stands outside it: another cue has that content."""
    held = marks.at(content[0].start)
    if held is None or marks.starts[held] not in direct:
        return False
    return marks.at(c.anchor.start) != held and marks.at(content[-1].end - 1) == held


def _distinct(found: Sequence[Found]) -> list[Found]:
    """Of several readings of the same words the likeliest; direct speech stays."""
    best: dict[tuple[int, int], Found] = {}
    for f in found:
        if f.candidate is not None:
            key = (f.attribution.content[0].start, f.attribution.content[-1].end)
            if key not in best or best[key].likelihood < f.likelihood:
                best[key] = f
    return [*(f for f in found if f.candidate is None), *best.values()]


def _with_embedded(lines: Sequence[Line], utterances: Sequence[Utterance], found: list[Found]) -> list[Found]:
    """The attributions, and those of quotations in mid sentence that none of them holds: marks often break the parse."""
    held = Places(sorted((s.start, s.end) for f in found for s in f.attribution.content))
    direct = {q.start for u in utterances for q in u.quotes}
    stated = _Stated(found)
    for line in lines:
        for i, q in enumerate(line.quotes):
            if q.start in direct or held.at(q.start) is not None or stated.reaches(q, line):
                continue
            by = borrowed(line, i)
            if by is not None and by[0].speaker is not None:
                article = by[0].speaker.article
                content = Span(article=article, start=min(by[1], q.start), end=q.end)
                found.append(from_utterance(by[0], (content,)))
    return [stated.now(f) for f in found]


class _Stated:
    """Clauses that someone states, which may go on into a quotation that the parser cut off."""

    def __init__(self, found: Sequence[Found]) -> None:
        self._of_sentence: dict[int, list[Found]] = defaultdict(list)
        self._longer: dict[int, Found] = {}
        for f in found:
            if f.candidate is not None and f.candidate.frame == "clause":
                self._of_sentence[f.candidate.tree.sentence.index].append(f)

    def reaches(self, q: Quoted, line: Line) -> bool:
        """Whether the quotation stands right after such a clause of the same sentence, which then holds it."""
        tree = line.tree_at(q.start)
        near = [
            f
            for f in self._of_sentence.get(tree.sentence.index, ())
            if 0 <= q.start - f.attribution.content[-1].end <= _GAP
        ]
        if not near:
            return False
        f = max(near, key=lambda f: len(f.attribution.content[-1]))
        last = f.attribution.content[-1]
        longer = Span(article=last.article, start=last.start, end=line.phrase_end(q))
        self._longer[id(f)] = f.holding((*f.attribution.content[:-1], longer))
        return True

    def now(self, f: Found) -> Found:
        return self._longer.get(id(f), f)


def _in_order(found: Sequence[Found]) -> list[Found]:
    return sorted(found, key=lambda f: (f.attribution.content[0].start, -f.attribution.content[-1].end))
