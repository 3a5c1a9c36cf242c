"""Noun phrases that mean somebody without a name: "the Russian leader", "a White House official", "police"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.annotate.names.small import opens
from rashomon.annotate.names.words import words
from rashomon.records import Sentence, Token

Definiteness = Literal["definite", "indefinite", "bare", "possessed"]
_TITLE_DEPS = frozenset({"compound", "nmod", "amod"})
_TAKEN_IN = frozenset({"of", "for", "from", "at", "with", "in", "to", "on", "close", "inside", "within"})
_MODIFIERS = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod", "quantmod", "predet"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "any", "one", "several", "many", "few", "no", "each", "every", "other", "two", "three", "four", "five", "six", "more"})  # fmt: skip
_LONGEST_TAIL = 12
"""Tokens of a phrase after its head: "a person familiar with the matter" is taken in whole, a relative clause is not."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """Tokens [first, last] around `head`; what the phrase says of whom it means."""

    sentence: Sentence
    first: int
    last: int
    head: Token
    type: str
    gender: str
    plural: bool
    definiteness: Definiteness
    modifiers: frozenset[str]
    title: bool = False

    @property
    def start(self) -> int:
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        return self.sentence.tokens[self.last].end


def nominals(sentence: Sentence, named: Sequence[bool], small: Container[str] = ()) -> Iterator[Nominal]:
    """The nominals of a sentence, left to right.

    `named` tells for each token whether it is part of a name; `small` are the words that the article writes small.
    """
    for t in sentence.tokens:
        if named[t.index] or t.tag not in ("NN", "NNS", "NNP"):
            continue
        kind = _kind(t) or ("ORG" if _speaks_as_body(sentence, t) else "")
        if not kind:
            continue
        title = _is_title_of_name(sentence, t, named)
        if t.dep in ("compound", "nmod", "amod") and not title:
            continue
        common = t.lower in small and opens(sentence, t.index)
        if t.tag == "NNP" and (title or not (t.lower in words().leaders or common)):
            continue
        phrase = _phrase(sentence, t, kind, title)
        if not _generic(sentence, phrase) and (_kind(t) or phrase.definiteness != "indefinite"):
            yield phrase


def _kind(t: Token) -> str:
    w = words()
    lemma = t.lemma.lower()
    if lemma in w.persons:
        return "GROUP" if t.tag == "NNS" else "PERSON"
    if lemma in w.groups or t.lower in w.groups:
        return "ORG" if lemma in w.bodies else "GPE" if lemma in w.places else "GROUP"
    return ""


def _speaks_as_body(s: Sentence, t: Token) -> bool:
    """Whether the noun is a body for the reason that it says something ("the railway said"), and no paper, which shows it."""
    if t.tag == "NNS" or t.lemma.lower() in words().papers or not t.text.isalpha():
        return False
    above = s.head(t)
    says = t.dep == "nsubj" and above.lemma in words().utter
    return says or (t.dep == "pobj" and above.lower == "to" and s.head(above).lower == "according")


def _generic(s: Sentence, n: Nominal) -> bool:
    """Whether the phrase names nobody in particular: "entered office", "off guard", "our country"."""
    if any(c.dep == "poss" and c.lower in ("my", "our", "your") for c in s.children(n.head)):
        return n.type in ("ORG", "GPE", "GROUP")
    if any(c.lower == "of" and any(x.entity in ("TIME", "DATE") for x in s.subtree(c)) for c in s.children(n.head)):
        return n.head.lemma == "couple"
    if n.definiteness != "bare" or n.plural or n.title or n.head.dep == "appos":
        return False
    return n.type != "GROUP" and not n.modifiers and not (s.part == "headline" or n.head.dep in ("nsubj", "nsubjpass"))


def _is_title_of_name(s: Sentence, t: Token, named: Sequence[bool]) -> bool:
    head = s.head(t)
    return t.dep in _TITLE_DEPS and named[head.index] and head.index > t.index and head.entity not in ("ORG",) and t.index + 1 < len(named) and named[t.index + 1]  # fmt: skip


def _phrase(s: Sentence, t: Token, kind: str, title: bool) -> Nominal:
    above = s.head(t) if title else t
    before = [c for c in s.children(above) if c.index < t.index and c.dep in _MODIFIERS]
    if title:
        before += [c for c in s.children(t) if c.index < t.index]
    first = min((_leftmost(s, c) for c in before), default=t.index)
    last = t.index if title else _tail(s, t)
    w = words()
    gender = w.persons.get(t.lemma.lower(), "") if kind == "PERSON" else ""
    modifiers = frozenset(
        c.lemma.lower()
        for b in before
        if b.dep != "poss"
        for c in s.subtree(b)
        if c.pos in ("NOUN", "PROPN", "ADJ") and c.index != t.index
    )
    plural = t.tag in ("NNS", "NNPS") or (kind == "GROUP" and t.lower in ("police", "people", "military"))
    return Nominal(s, first, last, t, kind, gender, plural, _definiteness(before), modifiers, title)


def _definiteness(before: Sequence[Token]) -> Definiteness:
    for c in before:
        if c.dep == "poss":
            return "possessed"
        if c.dep in ("det", "predet") and c.lower in _DEFINITE:
            return "definite"
    for c in before:
        if c.lower in _INDEFINITE or c.dep == "nummod":
            return "indefinite"
    return "bare"


def _leftmost(s: Sentence, t: Token) -> int:
    return min(x.index for x in s.subtree(t))


def _tail(s: Sentence, t: Token) -> int:
    """The last token of the phrase: its prepositional phrases and "familiar with …", no clause and no apposition."""
    last = t.index
    for c in s.children(t):
        if c.index <= t.index:
            continue
        keeps = (c.dep == "prep" and c.lower in _TAKEN_IN) or (c.dep == "amod" and c.lemma in ("familiar", "close"))
        if not keeps or c.index != last + 1:
            break
        below = s.subtree(c)
        if below[-1].index - t.index > _LONGEST_TAIL or any(_ends_phrase(x) for x in below):
            break
        last = below[-1].index
    return last


def _ends_phrase(t: Token) -> bool:
    return t.dep in ("relcl", "advcl", "acl", "appos") or t.entity in ("DATE", "TIME")
