"""The clauses, infinitives and gerunds that a verb governs: what may be said by it."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.annotate.quotes.candidate import Range, without
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.scope import said_part
from rashomon.annotate.quotes.tree import SUBJECTS, Tree
from rashomon.records import Token

_THAT_VERBS = frozenset({"say", "tell", "claim", "announce", "write", "concede", "warn", "answer"})
_OPENERS = frozenset({"that", "whether"})
_OPENING = frozenset({"mark", "dobj", "nsubj", "det", "advmod", "pobj"})
_HANGING = frozenset({"relcl", "acl", "advcl", "ccomp"})

Governed = tuple[str, tuple[Range, ...]]
"""How the verb governs it, and the words."""


def governed(tree: Tree, verb: Token, key: str) -> Iterator[Governed]:
    """What the verb governs, after it or around it; `key` is the verb's in the lexicon."""
    for c in tree.children(verb, "ccomp", "xcomp"):
        if not _verbless(tree, verb, c):
            yield from _of_clause(tree, verb, c)
    if not tree.child(verb, "ccomp", "xcomp"):
        yield from _misplaced(tree, verb, key)


def _verbless(tree: Tree, verb: Token, c: Token) -> bool:
    """ "called it a fraud", "held him responsible": a predicate without a verb, which is no clause."""
    if c.dep == "xcomp":
        return c.pos in {"ADJ", "NOUN", "PROPN"} and not tree.child(c, "cop", "aux", "mark")
    return c.pos not in {"VERB", "AUX"} and tree.own_subject(c) is not None and c.index > verb.index


def _of_clause(tree: Tree, verb: Token, c: Token) -> Iterator[Governed]:
    piece = tree.phrase(c)
    if c.index < verb.index or piece[0] < verb.index < piece[1]:
        yield "around", without(piece, _clause_of_cue(tree, verb, c))
    elif tree.infinitive(c):
        yield _infinitive(tree, verb, c)
    elif c.tag == "VBG" and c.dep == "xcomp" and tree.own_subject(c) is None:
        yield "gerund", (piece,)
    elif c.dep == "ccomp" or tree.child(c, "mark"):
        yield "clause", (said_part(tree, c, piece),)


def _misplaced(tree: Tree, verb: Token, key: str) -> Iterator[Governed]:
    """ "said in a post that the …": a clause that the parser hung on the noun or verb beside it, not on the cue."""
    if not _THAT_VERBS & set(lexicon().verbs.get(key, ())):
        return
    for t in tree.tokens[verb.index + 1 : tree.right[verb.index] + 1]:
        if t.lower not in _OPENERS or t.dep not in _OPENING:
            continue
        clause = tree.head(t)
        if clause.dep in _HANGING and tree.left[clause.index] == t.index and not _of_another(tree.head(clause), verb):
            yield "clause", (said_part(tree, clause, tree.phrase(clause)),)
            return


def _of_another(host: Token, verb: Token) -> bool:
    """Whether the clause hangs on another verb or noun of saying: "said that", "the claim that"."""
    if host.pos == "VERB":
        return host.index != verb.index and host.lemma in lexicon().verbs
    return host.pos == "NOUN" and host.lemma in lexicon().nouns and host.lemma not in lexicon().channels


def _infinitive(tree: Tree, verb: Token, c: Token) -> Governed:
    obj = tree.child(verb, "dobj", "dative")
    first, last = tree.phrase(c)
    if tree.own_subject(c) is not None:
        return "object to", ((first, last),)
    if obj is not None and verb.index < obj.index < c.index:
        return "object to", ((tree.left[obj.index], last),)
    told = tree.child(verb, "nsubjpass")
    return "to", ((tree.phrase(told), (first, last)) if told is not None else ((first, last),))


def _clause_of_cue(tree: Tree, verb: Token, content: Token) -> Range:
    """The verb with all of its own dependents but the content."""
    first = last = verb.index
    for c in tree.sentence.children(verb):
        if c.index != content.index and (
            c.dep in SUBJECTS or c.index > verb.index or c.dep in {"aux", "neg", "advmod"}
        ):
            first, last = min(first, tree.left[c.index]), max(last, tree.right[c.index])
    return first, last
