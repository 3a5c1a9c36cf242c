"""Attributions without a verb of saying: "according to", "in the words of", "reportedly", "Name: …"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.annotate.quotes.candidate import Candidate, Range, without
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Token

_LABEL_WORDS = 7
"""What stands before a colon as the name of a speaker or report is no longer than this."""


def verbless_candidates(tree: Tree) -> Iterator[Candidate]:
    """Prepositions, adverbs and colons that attribute the clause they stand in."""
    for i, t in enumerate(tree.tokens):
        if t.lower in lexicon().adverbs:
            yield from _adverb(tree, t)
        for words in lexicon().prepositions:
            if t.lower == words[0] and tuple(w.lower for w in tree.tokens[i : i + len(words)]) == words:
                yield from _preposition(tree, t, tree.tokens[i + len(words) - 1], words)
                break
        else:
            if t.lower == "in":
                yield from _in_view(tree, t)
    yield from _colon(tree)


def _preposition(tree: Tree, first: Token, last: Token, words: tuple[str, ...]) -> Iterator[Candidate]:
    source = tree.child(last, "pobj", "pcomp")
    if source is None:
        source = tree.child(first, "pobj", "pcomp")
    if source is None or source.index <= last.index or (words == ("per",) and source.pos != "PROPN"):
        return
    own = (first.index, tree.right[source.index])
    yield _made(tree, "according to", first, (first.index, last.index), source, _clause_without(tree, first, own))


def _in_view(tree: Tree, preposition: Token) -> Iterator[Candidate]:
    noun = tree.child(preposition, "pobj")
    owner = tree.child(noun, "poss") if noun is not None and noun.lemma in lexicon().views else None
    if noun is not None and owner is not None:
        own = (preposition.index, tree.right[noun.index])
        yield _made(tree, "in view", noun, own, owner, _clause_without(tree, preposition, own))


def _adverb(tree: Tree, adverb: Token) -> Iterator[Candidate]:
    verb = _clause_head(tree, adverb)
    if verb is not None:
        yield _made(tree, "adverb", adverb, (adverb.index, adverb.index), None, (tree.phrase(verb),))


def _colon(tree: Tree) -> Iterator[Candidate]:
    """ "Report: …", "Smith: …" at the head of a line."""
    for i, t in enumerate(tree.tokens[: _LABEL_WORDS + 1]):
        if t.text == ":" and 0 < i < len(tree.tokens) - 2:
            before = tree.tokens[:i]
            if all(b.pos in {"PROPN", "NOUN", "ADJ", "ADP", "DET", "PART", "NUM"} for b in before):
                head = next((b for b in reversed(before) if b.pos in {"PROPN", "NOUN"}), None)
                if head is not None:
                    yield Candidate(
                        tree=tree, frame="colon", classes=("colon",), key=":", anchor=t, cue=(i, i),
                        content=((i + 1, len(tree.tokens) - 1),), source=head,
                    )  # fmt: skip
            return


def _made(
    tree: Tree, kind: str, anchor: Token, cue: Range, source: Token | None, content: tuple[Range, ...]
) -> Candidate:
    return Candidate(
        tree=tree, frame=kind, classes=(kind,), key=kind, anchor=anchor, cue=cue, content=content, source=source,
        agentless=source is None,
    )  # fmt: skip


def _clause_head(tree: Tree, t: Token) -> Token | None:
    """The verb of the clause that `t` stands in; the root where there is none."""
    last = None
    for a in tree.sentence.ancestors(t):
        last = a
        if a.pos in {"VERB", "AUX"} and (tree.own_subject(a) is not None or a.head == a.index):
            return a
    return last


def _clause_without(tree: Tree, t: Token, own: Range) -> tuple[Range, ...]:
    head = _clause_head(tree, t)
    return without(tree.phrase(head), own) if head is not None else ()
