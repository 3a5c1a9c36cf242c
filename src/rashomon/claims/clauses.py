"""Clauses of a parsed sentence: finite and non-finite verbs, copulas with what they say, and nouns that name an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rashomon.claims.words import table, words
from rashomon.lexicon import class_of, derived
from rashomon.records import Sentence, Token

_CLAUSE_DEPS = frozenset(
    {"ROOT", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "parataxis", "csubj", "csubjpass", "conj", "dep"}
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_EVENT_CLASSES = frozenset({"act", "event", "communication", "phenomenon", "process"})
_DERIVED_EVENT_CLASSES = frozenset({"state", "cognition", "attribute", "feeling"})
_EDGE_DEPS = frozenset({"punct", "cc", "mark"})
_HANGING = frozenset({"prep", "mark", "cc", "aux", "punct", "agent"})
_QUALIFYING = frozenset({"advmod", "neg", "aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause. `head` is the predicate's word, `top` the outermost verb that only says how it is meant, `between` all such.

    `verb` carries the inflection and the arguments: the copula where `head` is what it predicates, else `head` itself.
    `light` is the event noun that a light verb lends its person to; `own` the clause's words without its inner clauses.
    """

    sentence: Sentence
    head: Token
    verb: Token
    top: Token
    between: tuple[Token, ...]
    own: tuple[Token, ...]
    light: Token | None = None
    nominal: bool = False

    @property
    def verbs(self) -> tuple[Token, ...]:
        """The predicate's verb and those over it, innermost first."""
        return (self.verb, *self.between)


def clauses_of(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in the order of their predicates."""
    heads = {t.index for t in sentence.tokens if _is_clausal(sentence, t)}
    governed = {inner.index: t.index for t in sentence.tokens if t.index in heads for inner in _governed(sentence, t)}
    found = [
        _verbal(sentence, t, heads, governed)
        for t in sentence.tokens
        if t.index in heads and t.index not in governed.values()
    ]
    light = {c.light.index for c in found if c.light is not None}
    found.extend(
        _nominal(sentence, t, heads) for t in sentence.tokens if t.index not in light and _names_event(sentence, t)
    )
    if not found:
        found.extend(_fragment(sentence))
    return sorted(found, key=lambda c: (c.head.index, c.nominal))


@lru_cache(maxsize=65536)
def is_event_noun(lemma: str) -> bool:
    """Whether a noun names something that happens or is done or said."""
    kind = class_of(lemma, "n")
    if kind in _EVENT_CLASSES:
        return True
    made = kind in _DERIVED_EVENT_CLASSES or (kind == "group" and lemma.endswith("ing"))
    return made and bool(derived(lemma, "n", "v"))


@lru_cache(maxsize=65536)
def verb_of(noun: str) -> str:
    """The verb that a noun of action is made from, the noun itself if there is none ("conversation": "converse")."""
    verbs = derived(noun, "n", "v")
    return min(verbs, key=lambda v: (-_common_prefix(v, noun), len(v), v)) if verbs else noun


def _common_prefix(a: str, b: str) -> int:
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def _is_clausal(sentence: Sentence, t: Token) -> bool:
    if t.pos not in {"VERB", "AUX"} or t.dep not in _CLAUSE_DEPS:
        return False
    if t.dep == "conj":
        head = sentence.head(t)
        return head.pos in {"VERB", "AUX"} or any(c.dep in _SUBJECTS for c in sentence.children(t))
    return True


def _governed(sentence: Sentence, t: Token) -> Iterator[Token]:
    """The inner verb that `t` only says how it is meant ("hoped to speak", "is likely to hold"); itself not a predicate."""
    governors = table("governors")
    for c in sentence.children(t):
        if c.dep == "xcomp" and c.pos in {"VERB", "AUX"} and _word(t) in governors and not _object(sentence, t):
            yield c
        elif c.dep == "acomp" and c.lemma in governors:
            yield from (x for x in sentence.children(c) if x.dep == "xcomp" and x.pos in {"VERB", "AUX"})


def _word(t: Token) -> str:
    """The lemma, or the form itself where only that stands in a table."""
    return t.lower if t.lower in table("governors") else t.lemma


def _object(sentence: Sentence, t: Token) -> Token | None:
    return next((c for c in sentence.children(t) if c.dep in {"dobj", "obj"}), None)


def _verbal(sentence: Sentence, t: Token, heads: set[int], governed: dict[int, int]) -> Clause:
    between: list[Token] = []
    top = t
    while top.index in governed:
        top = sentence.tokens[governed[top.index]]
        between.append(top)
    head, light = _predicate(sentence, t)
    merged = {t.index, *(b.index for b in between)}
    own = _own(sentence, top, heads - merged)
    return Clause(sentence, head, t, top, tuple(between), own, light)


def _predicate(sentence: Sentence, t: Token) -> tuple[Token, Token | None]:
    """The word that carries the meaning: what a copula says, the noun of a light verb, else the verb."""
    children = sentence.children(t)
    if t.lemma in {"be", "'s", "become", "remain", "seem", "appear", "look", "feel"}:
        said = next(
            (c for c in children if c.dep in {"acomp", "attr", "oprd"} and c.pos in {"ADJ", "NOUN", "VERB"}), None
        )
        if said is not None:
            return said, None
    if t.lemma in words("light", "verbs"):
        noun = _object(sentence, t) or next(
            (
                p
                for c in children
                if c.dep == "prep"
                for p in sentence.children(c)
                if p.dep == "pobj" and t.lemma == "enter"
            ),
            None,
        )
        noun = _relativized(sentence, t, noun)
        if noun is not None and noun.pos == "NOUN" and is_event_noun(noun.lemma):
            return noun, noun
    return t, None


def _relativized(sentence: Sentence, t: Token, said: Token | None) -> Token | None:
    """The object of a verb, or what its relative clause hangs on where that is the object ("the talk that she had")."""
    if t.dep != "relcl" or (said is not None and said.tag not in {"WDT", "WP"}):
        return said
    return (
        sentence.head(t) if any(c.dep == "nsubj" and c.tag not in {"WDT", "WP"} for c in sentence.children(t)) else said
    )


def _own(sentence: Sentence, top: Token, inner: set[int]) -> tuple[Token, ...]:
    """The words under `top` that stand in no clause below it."""
    found, stack = [], [top]
    while stack:
        t = stack.pop()
        found.append(t)
        stack.extend(c for c in sentence.children(t) if c.index not in inner or c.dep in {"csubj", "csubjpass"})
    return trimmed(tuple(sorted(found, key=lambda t: t.index)))


def trimmed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words without punctuation, conjunctions and prepositions left hanging at either edge."""
    start, end = 0, len(tokens)
    while start < end - 1 and (tokens[start].dep in _EDGE_DEPS or tokens[start].pos == "PUNCT"):
        start += 1
    while end - 1 > start and (tokens[end - 1].dep in _HANGING or tokens[end - 1].pos == "PUNCT"):
        end -= 1
    return tokens[start:end]


def _names_event(sentence: Sentence, t: Token) -> bool:
    """Whether `t` is a noun that names an event and says something of it: whose, which, when, with whom."""
    if t.pos != "NOUN" or t.dep in {"compound", "nmod", "npadvmod"} or not is_event_noun(t.lemma):
        return False
    return any(_informs(sentence, c) for c in sentence.children(t))


def _informs(sentence: Sentence, modifier: Token) -> bool:
    """Whether a modifier of a noun tells one event from another: a name, a number, an owner, a phrase about something."""
    if modifier.dep == "prep":
        return any(c.dep == "pobj" for c in sentence.children(modifier))
    if modifier.dep == "poss":
        return modifier.pos in {"PROPN", "NOUN"} or modifier.lower in {"their", "our"}
    if modifier.dep in {"nmod", "compound", "amod", "nummod", "npadvmod"}:
        return any(t.pos in {"PROPN", "NUM"} for t in sentence.subtree(modifier))
    return False


def _nominal(sentence: Sentence, t: Token, heads: set[int]) -> Clause:
    own = _own(sentence, t, heads)
    return Clause(sentence, t, t, t, (), own, None, True)


def _fragment(sentence: Sentence) -> Iterator[Clause]:
    """What a headline without a verb says: "Two dead in harbour fire"."""
    root = sentence.root
    if sentence.part not in {"headline", "standfirst", "caption"} or len(sentence.tokens) < 3:
        return
    own = trimmed(sentence.tokens)
    said = next((c for c in sentence.children(root) if c.dep in {"amod", "acl"}), root) if root.pos == "NUM" else root
    yield Clause(sentence, said, root, root, (), own, None, True)


def qualifiers(clause: Clause) -> list[Token]:
    """Auxiliaries, negations and adverbs that hang on the verbs of a clause."""
    return [c for v in clause.verbs for c in clause.sentence.children(v) if c.dep in _QUALIFYING]
