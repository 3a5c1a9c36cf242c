"""What may be an attribution: a source, a cue and a content that the syntax ties together, before it is weighed."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Span, Token

Range = tuple[int, int]
"""First and last token, both inside."""

_EDGES = " \t\n.,;:—–-…"
_OPENERS, _CLOSERS = "“\"‘'([", "”\"’')]"


@dataclass(frozen=True, slots=True)
class Candidate:
    """`frame` is the construction, `classes` the kinds of cue word; `anchor` is the cue's main word.

    `source` has the head the entity hangs on first; it is empty where nobody is named.
    """

    tree: Tree = field(repr=False)
    frame: str
    classes: tuple[str, ...]
    key: str
    anchor: Token
    cue: Range
    content: tuple[Range, ...]
    source: Token | None = None
    agentless: bool = False

    @property
    def source_ranges(self) -> tuple[Range, ...]:
        """The whole noun phrase of the source, cut where it would run into the cue; a relative pronoun's noun first."""
        if self.source is None:
            return ()
        own = self._noun_phrase(self.source)
        noun = self.tree.antecedent(self.source)
        return (own,) if noun is None else ((self.tree.left[noun.index], max(noun.index, own[0] - 1)), own)

    def _noun_phrase(self, head: Token) -> Range:
        if head.dep == "poss":
            last = self.tree.right[head.index]
            return self.tree.left[head.index], last
        first, last = self.tree.phrase(head)
        if first <= self.anchor.index <= last:
            if head.index < self.anchor.index:
                last = self.cue[0] - 1
            else:
                first = self.cue[1] + 1
        return min(first, head.index), max(last, head.index)


def span_of(tree: Tree, piece: Range) -> Span | None:
    """The characters of a range of tokens without punctuation at its edges; None if nothing is left."""
    first, last = piece
    tokens = tree.tokens
    while first <= last and not tokens[first].text.strip(_EDGES):
        first += 1
    while last >= first and not tokens[last].text.strip(_EDGES):
        last -= 1
    if first > last:
        return None
    return Span(article=tree.sentence.span.article, start=tokens[first].start, end=tokens[last].end)


def spans_of(tree: Tree, pieces: tuple[Range, ...]) -> tuple[Span, ...]:
    return tuple(s for p in pieces if (s := span_of(tree, p)) is not None)


def without(piece: Range, hole: Range) -> tuple[Range, ...]:
    """What is left of a range when another is cut out of it."""
    left, right = (piece[0], min(piece[1], hole[0] - 1)), (max(piece[0], hole[1] + 1), piece[1])
    return tuple(r for r in (left, right) if r[0] <= r[1])
