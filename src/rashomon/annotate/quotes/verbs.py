"""Attributions that hang on a verb: what stands as its clause, infinitive, object or complement is what is said or held."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rashomon.annotate.quotes.candidate import Candidate, Range, without
from rashomon.annotate.quotes.governed import governed
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.occasions import without_occasion
from rashomon.annotate.quotes.scope import said_part
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Token

_NO_CUE = frozenset({"amod", "compound", "aux", "auxpass", "prep", "mark", "case"})
_EXPLETIVE = frozenset({"it", "there"})
_TIMES = frozenset({"DATE", "TIME"})
_ADDRESSING = frozenset({"tell", "inform", "notify", "assure", "reassure", "remind", "brief", "convince", "persuade"})
"""Verbs whose object is the hearer, not what is said."""

_MOST = 12
"""Contents weighed for one verb: more hang on it only where the text is no prose and the parse a star."""

Found = tuple[str, str, tuple[Range, ...]]
"""Construction, key in the lexicon, and content."""


def verb_candidates(tree: Tree) -> Iterator[Candidate]:
    """Every verb of a sentence with every content it may have."""
    for verb in tree.tokens:
        if verb.pos not in {"VERB", "AUX"} or verb.dep in _NO_CUE:
            continue
        for frame, key, content in islice(_frames(tree, verb), _MOST):
            yield _candidate(tree, verb, frame, key, content)


def _candidate(tree: Tree, verb: Token, frame: str, key: str, content: tuple[Range, ...]) -> Candidate:
    passive = _passive(tree, verb)
    source = _agent(tree, verb) if passive else tree.subject(verb)
    if source is not None and (
        (source.lower in _EXPLETIVE and source.dep != "nsubj") or source.dep in {"expl", "csubj"}
    ):
        source = None
    if source is not None and any(a <= source.index <= b for a, b in content):
        source = None
    cue = _cue(tree, verb, key)
    return Candidate(
        tree=tree,
        frame=f"passive {frame}" if passive else frame,
        classes=lexicon().verbs.get(key, ()),
        key=key,
        anchor=verb,
        cue=cue,
        content=content,
        source=source,
        agentless=passive and source is None,
    )


def _passive(tree: Tree, verb: Token) -> bool:
    if tree.passive(verb):
        # "He's said that" is no passive, whatever the parser makes of the "'s".
        has = tree.child(verb, "auxpass")
        return not (
            has is not None and has.lower in {"'s", "’s", "'ve", "’ve"} and tree.child(verb, "ccomp") is not None
        )
    if verb.tag != "VBN" or tree.own_subject(verb) is not None or tree.child(verb, "aux"):
        return False
    if verb.dep == "conj":
        return tree.head(verb).tag == "VBN" and tree.passive(tree.head(verb))
    return verb.dep in {"acl", "relcl", "advcl"}


def _agent(tree: Tree, verb: Token) -> Token | None:
    by = tree.child(verb, "agent")
    if by is None:
        by = next((p for p in tree.children(verb, "prep") if p.lower == "by"), None)
    return tree.child(by, "pobj") if by is not None else None


def _cue(tree: Tree, verb: Token, key: str) -> Range:
    first, last = tree.group(verb)
    wanted = key.split()[1:]
    if wanted:
        tail = next((c for c in tree.sentence.children(verb) if c.lower == wanted[-1] and c.index > verb.index), None)
        if tail is not None and tail.index - last <= 2:
            last = max(last, tail.index)
    return first, last


def _keys(tree: Tree, verb: Token) -> tuple[str, str]:
    """The verb's lemma alone and with its particle."""
    lemma = verb.lemma.lower()
    particle = tree.child(verb, "prt")
    if particle is not None:
        return lemma, f"{lemma} {particle.lower}"
    return lemma, lemma


def _frames(tree: Tree, verb: Token) -> Iterator[Found]:
    lemma, full = _keys(tree, verb)
    known = lexicon().verbs
    key = full if full in known else lemma
    clause = [(frame, key, content) for frame, content in governed(tree, verb, key)]
    yield from clause
    if key in known:
        predicative = list(_predicative(tree, verb, key))
        yield from predicative
        if not clause and not predicative and lemma not in _ADDRESSING:
            yield from _object(tree, verb, key)
    for prep in tree.children(verb, "prep", "agent", "dative"):
        with_prep = f"{full} {prep.lower}"
        content = tree.child(prep, "pobj", "pcomp", "ccomp")
        if with_prep in known and content is not None and content.index > prep.index and content.entity not in _TIMES:
            yield "prep", with_prep, (tree.phrase(content),)
    if not clause and key in known:
        yield from _hanging(tree, verb, key)


def _predicative(tree: Tree, verb: Token, key: str) -> Iterator[Found]:
    """ "called X a Y", "described X as Y", "was seen as Y": the thing and what it is held to be."""
    thing = tree.child(verb, "dobj", "nsubjpass")
    for c in tree.children(verb, "oprd", "xcomp", "ccomp", "prep"):
        if c.dep == "prep" and c.lower != "as":
            continue
        if c.dep in {"xcomp", "ccomp"} and (c.pos in {"VERB", "AUX"} or tree.infinitive(c)):
            continue
        if c.index < verb.index:
            continue
        first, last = tree.phrase(c)
        if thing is None:
            yield "as", key, ((first, last),)
        elif verb.index < thing.index < c.index:
            yield "as", key, ((tree.left[thing.index], last),)
        else:
            yield "as", key, (tree.phrase(thing), (first, last))
        return


def _object(tree: Tree, verb: Token, key: str) -> Iterator[Found]:
    thing = tree.child(verb, "dobj", "nsubjpass")
    if thing is None:
        return
    if thing.dep == "nsubjpass" or thing.index < verb.index:
        yield "object", key, (tree.phrase(thing),)
        return
    first, last = tree.phrase(thing)
    for c in tree.children(verb, "prep", "advcl"):
        if (
            c.index > last
            and tree.left[c.index] == last + 1
            and c.lower in {"for", "on", "of", "from", "as", "with", "against", "to"}
        ):
            last = tree.right[c.index]
    yield "object", key, (said_part(tree, thing, without_occasion(tree, (first, last))),)


def _hanging(tree: Tree, verb: Token, key: str) -> Iterator[Found]:
    """ "…, she said" where the parser hung the cue under the content; "as she said"."""
    head = tree.head(verb)
    if head.index == verb.index:
        return
    as_clause = verb.dep == "advcl" and tree.tokens[tree.left[verb.index]].lower == "as"
    if not as_clause and (verb.dep not in {"parataxis", "ccomp", "dep"} or tree.own_subject(verb) is None):
        return
    if verb.dep == "ccomp" and (tree.infinitive(verb) or head.index < verb.index):
        return
    around = tree.phrase(head)
    content = without(around, tree.phrase(verb))
    if as_clause:
        yield "as said", key, content
    elif tree.child(verb, "dobj", "xcomp") is None:
        yield "around", key, content
