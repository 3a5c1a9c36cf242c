"""Attributions that hang on a noun or adjective: "a claim that", "her plan to", "expressed concern about", "is confident that"."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.annotate.quotes.candidate import Candidate, Range
from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.annotate.quotes.tree import Tree
from rashomon.records import Token

_LINKING = frozenset({"be", "feel", "remain", "seem", "become", "appear", "get", "sound", "look", "stay", "grow"})
_OF_CONTENT = frozenset(
    {"of", "for", "about", "on", "over", "against", "with", "in", "toward", "towards", "to", "at", "as", "regarding"}
)
_OF_SOURCE = frozenset({"by", "from", "of", "among"})
_LIGHT_CLASSES = frozenset({"express", "announce"})

Found = tuple[str, tuple[Range, ...], Token]
"""Construction, content, and the content's head."""


def nominal_candidates(tree: Tree) -> Iterator[Candidate]:
    """Every noun and adjective of the lexicon with every content it may have."""
    words = lexicon()
    for t in tree.tokens:
        lemma = t.lemma.lower()
        if t.pos == "NOUN" and lemma in words.nouns:
            yield from _of_noun(tree, t, lemma)
        elif t.pos in {"ADJ", "VERB"} and t.lower in words.adjectives:
            yield from _of_adjective(tree, t)


def _of_noun(tree: Tree, noun: Token, lemma: str) -> Iterator[Candidate]:
    for frame, content, head in _noun_contents(tree, noun):
        source, how, first = _source_of_noun(tree, noun, head)
        yield Candidate(
            tree=tree,
            frame=f"{how} noun {frame}",
            classes=tuple(f"n-{c}" for c in lexicon().nouns[lemma]),
            key=lemma,
            anchor=noun,
            cue=(first, noun.index),
            content=content,
            source=source,
            agentless=source is None,
        )


def _noun_contents(tree: Tree, noun: Token) -> Iterator[Found]:
    for c in tree.sentence.children(noun):
        if c.index < noun.index:
            continue
        if c.dep in {"acl", "ccomp", "relcl", "appos"} and c.pos in {"VERB", "AUX"}:
            if tree.infinitive(c):
                yield "to", (tree.phrase(c),), c
            elif tree.child(c, "mark") is not None:
                yield "clause", (tree.phrase(c),), c
        elif c.dep == "prep" and c.lower in _OF_CONTENT:
            inside = tree.child(c, "pobj", "pcomp")
            if inside is not None:
                yield "of", (tree.phrase(inside),), inside
    verb = tree.head(noun)
    if noun.dep == "nsubj" and verb.lemma == "be":
        clause = tree.child(verb, "ccomp", "xcomp")
        if clause is not None and clause.index > verb.index:
            yield "is", (tree.phrase(clause),), clause


def _source_of_noun(tree: Tree, noun: Token, content: Token) -> tuple[Token | None, str, int]:
    """Who holds it, by which tie, and where the cue begins."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return owner, "own", min(owner.index + (2 if owner.pos != "PRON" else 1), noun.index)
    verb = tree.head(noun)
    if noun.dep == "dobj" and (
        verb.lemma in lexicon().light or _LIGHT_CLASSES & set(lexicon().verbs.get(verb.lemma, ()))
    ):
        source = tree.subject(verb)
        if source is not None and not tree.passive(verb):
            return source, "light", tree.group(verb)[0]
    for p in tree.children(noun, "prep", "acl", "agent"):
        if p.lower in _OF_SOURCE or p.dep == "acl":
            by = p if p.lower in _OF_SOURCE else tree.child(p, "agent")
            inside = tree.child(by, "pobj") if by is not None else None
            if inside is not None and inside.index != content.index:
                return inside, "by", noun.index
    return None, "bare", noun.index


def _of_adjective(tree: Tree, adjective: Token) -> Iterator[Candidate]:
    verb = tree.head(adjective) if adjective.dep in {"acomp", "oprd", "attr", "conj"} else adjective
    if adjective.pos == "VERB" and tree.child(adjective, "auxpass", "nsubjpass", "aux") is None:
        return
    if adjective.pos == "ADJ" and verb.lemma not in _LINKING and adjective.dep != "amod":
        return
    source = tree.head(adjective) if adjective.dep == "amod" else tree.subject(verb)
    if adjective.dep == "amod" and tree.head(adjective).index > adjective.index:
        return
    first = min(tree.group(verb)[0], adjective.index)
    for c in tree.sentence.children(adjective):
        if c.index < adjective.index:
            continue
        if c.dep in {"ccomp", "xcomp", "advcl"} and c.pos in {"VERB", "AUX", "ADJ", "NOUN"}:
            frame, inside = ("adj to" if tree.infinitive(c) else "adj clause"), c
        elif c.dep in {"prep", "agent"}:
            found = tree.child(c, "pobj", "pcomp")
            if found is None:
                continue
            frame, inside = "adj of", found
        else:
            continue
        yield Candidate(
            tree=tree,
            frame=frame,
            classes=tuple(f"a-{k}" for k in lexicon().adjectives[adjective.lower]),
            key=adjective.lower,
            anchor=adjective,
            cue=(first, adjective.index),
            content=(tree.phrase(inside),),
            source=source,
        )
