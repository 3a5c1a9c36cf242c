"""Where what was said ends: the narrator's own words that the parser hangs on the end of it are cut off."""

from __future__ import annotations

from rashomon.annotate.quotes.candidate import Range
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Token

_AFTER = frozenset({"after", "before"})
_FUTURE = frozenset({"would", "could", "should", "might"})


def said_part(tree: Tree, clause: Token, piece: Range) -> Range:
    """The range without a closing "…, who …", "…, adding …" or "a day after …" that belongs to the narrator."""
    for _ in range(3):
        cut = _narrated(tree, clause, piece)
        if cut is None or cut <= clause.index:
            return piece
        piece = piece[0], cut - 1
    return piece


def _narrated(tree: Tree, clause: Token, piece: Range) -> int | None:
    """The first token of a closing piece that is the narrator's, if there is one."""
    first, last = piece
    t = tree.tokens[last]
    while t.index > first and t.pos == "PUNCT":
        t = tree.tokens[t.index - 1]
    end = t.index
    chain = [t]
    while t.index != clause.index and t.head != t.index and len(chain) < 40:
        t = tree.head(t)
        chain.append(t)
    for t in reversed(chain):
        start = tree.left[t.index]
        if start <= first or tree.right[t.index] < end:
            continue
        after_comma = tree.tokens[start - 1].text in {",", "—", "–"}
        if t.dep == "relcl" and after_comma:
            return start - 1
        if t.dep == "advcl" and t.tag == "VBG" and after_comma and tree.own_subject(t) is None:
            return start - 1
        if _dates_the_telling(tree, clause, t):
            return start
    return None


def _dates_the_telling(tree: Tree, clause: Token, t: Token) -> bool:
    """ "… would meet, a day after talks broke off": a past event cannot date what is yet to come, so it dates the telling."""
    if not any(c.lower in _FUTURE for c in tree.children(clause, "aux")):
        return False
    if t.dep not in {"advcl", "prep"} or tree.child(t, "npadvmod") is None:
        return False
    mark = t if t.dep == "prep" else tree.child(t, "mark", "advmod")
    verb = tree.child(t, "pcomp") if t.dep == "prep" else t
    return mark is not None and mark.lower in _AFTER and verb is not None and verb.tag == "VBD"
