"""Why: the same thing put down to two causes."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.collate.compare.evidence import Evidence
from rashomon.collate.compare.finding import Finding, side
from rashomon.collate.compare.roots import root
from rashomon.collate.compare.wording import happening
from rashomon.collate.compare.words import words
from rashomon.lexicon import is_function_word
from rashomon.records import Claim, Span, Token

ALIKE = 0.38
"""Likeness below which two claims are not known to be of one thing."""
SHARED = 0.4
"""Share of the shorter reason that makes the two one."""


def compare(evidence: Evidence) -> Iterator[Finding]:
    """Kindred claims that each give a reason, and the reasons share no word and nobody."""
    for k in evidence.kinship.alike(ALIKE):
        a, b = given(k.a, evidence), given(k.b, evidence)
        if a and b and _apart(_content(a, evidence), _content(b, evidence)):
            yield Finding(
                kind="reason",
                severity="soft",
                sides=(side(a, evidence.text(a), k.a), side(b, evidence.text(b), k.b)),
                topic=happening(k.a, evidence),
            )


def _apart(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and len(a & b) < SHARED * min(len(a), len(b))


def given(claim: Claim, evidence: Evidence) -> Span | None:
    """The words that give the reason for a claim: what hangs on its predicate by "because", "citing", "due to" and the like."""
    read = evidence.predicate(claim)
    if read is None:
        return None
    sentence, trigger = read
    heads = [trigger]
    if trigger.dep in {"nsubj", "nsubjpass"} and sentence.head(trigger).lemma in words("reason", "verbs"):
        heads.append(sentence.head(trigger))
    for head in heads:
        for c in sentence.children(head):
            if c.index > trigger.index and _gives_reason(c, sentence.children(c)):
                return sentence.span_of(sentence.subtree(c))
    return None


def _gives_reason(t: Token, below: tuple[Token, ...]) -> bool:
    """A phrase ("due to …", "citing …") or a clause ("because …", "as …") that hangs below."""
    if t.dep == "advcl":
        return t.lower in words("reason", "marks") or any(
            c.dep == "mark" and c.lower in words("reason", "marks") | {"as"} for c in below
        )
    return t.lower in words("reason", "marks") and any(c.dep in {"pobj", "pcomp", "prep", "dobj"} for c in below)


def _content(span: Span, evidence: Evidence) -> frozenset[str]:
    sentence = evidence.sentence(span)
    tokens = [t for t in sentence.tokens if span.start <= t.start < span.end] if sentence else []
    lemmas = {
        root(t.lemma.lower()) for t in tokens if t.pos in {"NOUN", "VERB", "ADJ"} and not is_function_word(t.text)
    }
    return frozenset(lemmas) | evidence.entities_in(span)
