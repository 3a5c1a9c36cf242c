"""Copied passages between articles, and the clusters of articles that are copies of one text. Incremental and linear.

Winnowed fingerprints propose pairs; containment of shingles decides who is a copy; word alignment shows the passages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.origins.boilerplate import Boilerplate
from rashomon.origins.credits import Credit, find_credits
from rashomon.origins.direction import Deposition, Reason, Verdict, tell
from rashomon.origins.fingerprints import distinct_shingles, winnow
from rashomon.origins.passages import Passage, align
from rashomon.origins.postings import Postings, Texts
from rashomon.origins.register import load_register
from rashomon.origins.words import WordIds, word_ids, word_places
from rashomon.records import Article, Span

COPY = 0.5
"""Share of the shorter text's shingles found in the other at which the two are copies of one text (ARI 0.996 on Helsinki DEV)."""
PROPOSED = 0.12
"""Share of the shorter text's fingerprints that must be common before shingles are counted: well below what copies share."""
CERTAIN = 0.8
"""Share of fingerprints at which counting is needless: with some fifty of them it lies within 0.07 of the share of shingles."""
PASSAGE = 16
"""Words alike in a passage worth reporting; stock phrases and titles of office run to a dozen."""
PARENTS = 8
"""Texts sharing most fingerprints that a text is aligned with."""
_BATCH = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A passage that two articles share, from the side of `span`; `reason` says why the other side is its source, if it is."""

    span: Span
    other: Span
    matched: int
    reason: Reason

    @property
    def told(self) -> bool:
        return self.reason != "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """What one article owes to others: its cluster of copies, its credits, passages taken, and passages shared, direction unknown."""

    article: str
    cluster: str
    credits: tuple[Credit, ...]
    copied_from: tuple[Copied, ...]
    shared_with: tuple[Copied, ...]


class CopyIndex:
    """Articles by their fingerprints. Add batches; clusters and pairs are there after each."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.pairs: list[tuple[int, int]] = []
        self._blanks: list[tuple[tuple[int, int], ...]] = []
        self._words: list[WordIds] = []
        self._marks: list[int] = []
        self._parents: list[int] = []
        self._postings = Postings()
        self._furniture = Boilerplate()

    def add(self, articles: Sequence[Article]) -> None:
        """Index further articles and tie them to those that they share text with."""
        for start in range(0, len(articles), _BATCH):
            self._add(articles[start : start + _BATCH])

    def clusters(self) -> list[int]:
        """For each article the number of the first article of its cluster of copies."""
        return [self._root(i) for i in range(len(self.articles))]

    def words(self, i: int) -> WordIds:
        """The word numbers of article `i`, its outlet's furniture left out (places count all words)."""
        return self._words[i]

    def text(self, i: int) -> str:
        """The text of article `i` with its outlet's furniture blanked; offsets are the article's own."""
        return _blanked(self.articles[i].text, self._blanks[i])

    def _add(self, articles: Sequence[Article]) -> None:
        first = len(self.articles)
        self.articles.extend(articles)
        # What is furniture is settled when a text comes in, so that its words keep their places for good.
        blanks = self._furniture.learn(articles)
        words = [word_ids(_blanked(a.text, b)) for a, b in zip(articles, blanks, strict=True)]
        self._blanks.extend(blanks)
        self._words.extend(words)
        self._parents.extend(range(first, first + len(articles)))
        hashes, of = winnow(words)
        self._marks.extend(np.bincount(of, minlength=len(articles)).tolist())
        self._postings.add(hashes, of + first)
        later, earlier, shared = _closest(*self._postings.shared(hashes, of + first))
        for i, j, n in zip(later.tolist(), earlier.tolist(), shared.tolist(), strict=True):
            self.pairs.append((i, j))
            self._tie(i, j, n)

    def _tie(self, i: int, j: int, shared: int) -> None:
        """Put two articles in one cluster if they are copies."""
        a, b = self._root(i), self._root(j)
        share = shared / min(self._marks[i], self._marks[j])
        if a == b or share < PROPOSED:
            return
        if share >= CERTAIN or containment(self._words[i], self._words[j]) >= COPY:
            self._parents[max(a, b)] = min(a, b)

    def _root(self, i: int) -> int:
        while self._parents[i] != i:
            self._parents[i] = self._parents[self._parents[i]]
            i = self._parents[i]
        return i


def containment(one: WordIds, two: WordIds) -> float:
    """The share of the shorter text's distinct shingles that the longer one has too."""
    a, b = distinct_shingles(one), distinct_shingles(two)
    least = min(len(a), len(b))
    if least == 0:
        return 0.0
    both = np.concatenate((a, b))
    both.sort()
    return np.count_nonzero(both[1:] == both[:-1]) / least


def find_reuse(articles: Sequence[Article]) -> Iterator[Reuse]:
    """Credits, copies and copied passages of each article, in the order given."""
    index = CopyIndex()
    index.add(articles)
    cluster = _names_of(index)
    shared = shared_passages(index)
    for i, article in enumerate(articles):
        mine = shared.get(i, ())
        yield Reuse(
            article=article.id,
            cluster=cluster[i],
            credits=find_credits(article),
            copied_from=_least_needed([c for c in mine if c.told]),
            shared_with=_least_needed([c for c in mine if not c.told]),
        )


def shared_passages(index: CopyIndex, least: int = PASSAGE) -> dict[int, tuple[Copied, ...]]:
    """Article number to the passages it took, or shares without it being known who took them."""
    depositions: dict[int, Deposition] = {}
    register = load_register().with_outlets(a.outlet for a in index.articles if a.outlet)

    def deposition(i: int) -> Deposition:
        if i not in depositions:
            article = index.articles[i]
            depositions[i] = Deposition.of(article, register, word_places(index.text(i)))
        return depositions[i]

    found: dict[int, list[Copied]] = defaultdict(list)
    for i, j in index.pairs:
        passages = align(index.words(i), index.words(j), least)
        if passages:
            one, two = deposition(i), deposition(j)
            verdict = tell(one, two, passages)
            if verdict.copy is not False:
                found[i].extend(_copied(one, two, passages, verdict))
            if verdict.copy is not True:
                found[j].extend(_copied(two, one, [p.turned() for p in passages], verdict))
    return {i: tuple(sorted(c, key=lambda c: (c.span, c.other))) for i, c in found.items()}


def _closest(later: Texts, earlier: Texts, shared: Texts) -> tuple[Texts, Texts, Texts]:
    """Of each later text's pairs those with the PARENTS earlier texts that share most."""
    order = np.lexsort((earlier, -shared, later))
    later, earlier, shared = later[order], earlier[order], shared[order]
    first = np.searchsorted(later, later, "left")
    near = np.arange(len(later)) - first < PARENTS
    return later[near], earlier[near], shared[near]


def _copied(one: Deposition, two: Deposition, passages: Sequence[Passage], verdict: Verdict) -> Iterator[Copied]:
    for p in passages:
        yield Copied(
            span=Span(article=one.article.id, start=one.words[p.start][0], end=one.words[p.end - 1][1]),
            other=Span(article=two.article.id, start=two.words[p.other_start][0], end=two.words[p.other_end - 1][1]),
            matched=p.matched,
            reason=verdict.reason,
        )


def _least_needed(passages: Sequence[Copied]) -> tuple[Copied, ...]:
    """The passages that explain an article's words once: of several sources of the same words, the one that has most of them."""
    total: dict[str, int] = defaultdict(int)
    for p in passages:
        total[p.other.article] += p.matched
    kept: list[Copied] = []
    for p in sorted(passages, key=lambda p: (-total[p.other.article], p.other.article, p.span)):
        covered = sum(max(0, min(p.span.end, k.span.end) - max(p.span.start, k.span.start)) for k in kept)
        if 2 * covered < len(p.span):
            kept.append(p)
    return tuple(sorted(kept, key=lambda p: p.span))


def _names_of(index: CopyIndex) -> list[str]:
    """Each article's cluster, named after the least id in it, so that the order of the articles does not show."""
    roots = index.clusters()
    least: dict[int, str] = {}
    for root, article in zip(roots, index.articles, strict=True):
        least[root] = min(article.id, least.get(root, article.id))
    return [least[root] for root in roots]


def _blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
