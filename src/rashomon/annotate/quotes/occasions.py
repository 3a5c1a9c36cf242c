"""Where, when and by which channel something was said: "in a post", "at a rally in Ohio", "before boarding the train"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.annotate.quotes.candidate import Range
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Token

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_DOING = frozenset({"before", "after", "upon", "while", "on", "during"})


def occasion_of(tree: Tree, cue: Token, content: tuple[Range, ...]) -> Range | None:
    """The phrase beside the verb of saying that tells the occasion or channel, where the content leaves it out."""
    for p in _phrases(tree, cue):
        piece = tree.phrase(p)
        if p.index > cue.index and _is_occasion(tree, p, beside_cue=True) and not _overlap(piece, content):
            return piece
    return None


def without_occasion(tree: Tree, piece: Range) -> Range:
    """An object without the channel at its end: "the visit in a post" is "the visit"."""
    first, last = piece
    for t in tree.tokens[first + 1 : last + 1]:
        if t.dep == "prep" and tree.right[t.index] == last and _is_occasion(tree, t, beside_cue=False):
            return first, t.index - 1
    return piece


def _phrases(tree: Tree, cue: Token) -> Iterator[Token]:
    """The prepositions beside the verb, and those of its hearer ("told reporters in Oslo")."""
    for c in tree.sentence.children(cue):
        if c.dep in {"prep", "advcl"}:
            yield c
        elif c.dep in {"dobj", "dative"}:
            yield from tree.children(c, "prep")


def _is_occasion(tree: Tree, p: Token, *, beside_cue: bool) -> bool:
    words = lexicon()
    if p.dep == "advcl":
        return beside_cue and p.tag == "VBG" and tree.tokens[tree.left[p.index]].lower in _DOING
    if p.lower not in words.occasion_prepositions:
        return False
    noun = tree.child(p, "pobj", "pcomp")
    if noun is None:
        return False
    if noun.dep == "pcomp":
        return beside_cue and p.lower in _DOING and noun.tag == "VBG"
    if noun.lemma.lower() in words.occasions and p.lower not in {"to", "by", "over"}:
        return beside_cue or (p.lower in {"in", "on", "at", "via", "during"} and noun.lemma.lower() in words.channels)
    name = " ".join(t.lower for t in tree.tokens[tree.left[noun.index] : noun.index + 1])
    if p.lower in {"on", "via", "in"} and (name in words.platforms or noun.lower in words.platforms):
        return True
    return beside_cue and p.lower in {"in", "at", "from"} and noun.entity in _PLACES


def _overlap(piece: Range, content: tuple[Range, ...]) -> bool:
    return any(a <= piece[1] and piece[0] <= b for a, b in content)
