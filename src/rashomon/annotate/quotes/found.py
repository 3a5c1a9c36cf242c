"""An attribution on its way: what it says and what it was made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args

from rashomon.annotate.quotes.candidate import Candidate, Range, span_of, spans_of
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.occasions import occasion_of
from rashomon.annotate.quotes.speakers import Utterance
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Attribution, Span, Token
from rashomon.records.annotation import AttributionKind

_STATING = frozenset({"clause", "around", "as said", "according to", "in view", "colon", "adverb"})


@dataclass(frozen=True, slots=True)
class Found:
    """`candidate` or `utterance` is what the attribution was read from; `likelihood` is 1 for direct speech."""

    attribution: Attribution
    likelihood: float = 1.0
    candidate: Candidate | None = None
    utterance: Utterance | None = None

    @property
    def states(self) -> bool:
        """Whether the content is a statement of the source's, not a thing it talks about."""
        return self.candidate is None or self.candidate.frame.removeprefix("passive ") in _STATING

    def holding(self, content: tuple[Span, ...]) -> Found:
        """The same with another content."""
        return replace(self, attribution=replace(self.attribution, content=content))


def from_candidate(c: Candidate, content: tuple[Span, ...], likelihood: float) -> Found:
    """The attribution that a candidate is."""
    made = Attribution(
        source=spans_of(c.tree, c.source_ranges),
        cue=spans_of(c.tree, (c.cue,)),
        content=content,
        negated=c.tree.negated(c.anchor),
        modal=c.tree.modal(c.anchor),
        occasion=_occasion(c.tree, c.anchor, c.content),
        kind=kind_of(c),
    )
    return Found(made, likelihood, candidate=c)


def from_utterance(u: Utterance, content: tuple[Span, ...]) -> Found:
    """The attribution of direct speech."""
    made = Attribution(source=(u.speaker,) if u.speaker else (), cue=(u.cue,) if u.cue else (), content=content)
    if u.tree is not None and u.anchor is not None:
        made = replace(
            made,
            negated=u.tree.negated(u.anchor),
            modal=u.tree.modal(u.anchor),
            occasion=_occasion(u.tree, u.anchor, ()),
        )
    return Found(made, utterance=u)


def _occasion(tree: Tree, anchor: Token, content: tuple[Range, ...]) -> Span | None:
    piece = occasion_of(tree, anchor, content)
    return span_of(tree, piece) if piece is not None else None


def kind_of(c: Candidate) -> AttributionKind:
    """The kind of the cue's first class; a verb that can state something does so when it has a clause."""
    kinds = [lexicon().kinds[name] for name in c.classes or ("other",)]
    stating = c.frame.removeprefix("passive ") in _STATING
    if stating and "speech" in kinds:
        return "speech"
    return next(k for k in get_args(AttributionKind) if k == kinds[0])
