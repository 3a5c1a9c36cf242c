"""What a number counts or measures: the noun that it, or its unit, stands with."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from rashomon.annotate.quantities.words import amount_words
from rashomon.records import Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Measured:
    """The words for what is measured, and their head's lemma."""

    span: Span
    lemma: str


def measured_by(sentence: Sentence, amount: Span, unit: str) -> Measured | None:
    """What the amount at that span is an amount of; None if the sentence does not say it beside the number.

    "155 mm artillery shells": the shells; "a fifth of the harvest": the harvest; "forty villages": the villages.
    """
    tokens = sentence.tokens
    first = bisect_left(tokens, amount.start, key=lambda t: t.end - 1)
    last = bisect_left(tokens, amount.end, key=lambda t: t.start) - 1
    if not 0 <= first <= last:
        return None
    noun = _of_phrase(sentence, last) or _modified(sentence, first, last) or (None if unit else _said_of(tokens, last))
    return _phrase(sentence, noun, last) if noun is not None else None


def _of_phrase(sentence: Sentence, last: int) -> Token | None:
    after = sentence.tokens[last + 1] if last + 1 < len(sentence.tokens) else None
    if after is None or after.lower not in amount_words().of:
        return None
    return next((c for c in sentence.children(after) if c.dep == "pobj"), None)


def _modified(sentence: Sentence, first: int, last: int) -> Token | None:
    """The noun to the right that some word of the amount modifies."""
    for i in range(last, first - 1, -1):
        token = sentence.tokens[i]
        head = sentence.head(token)
        if head.index > last and head.pos == "ADJ" and head.dep == "amod" and head.lower != "old":
            return sentence.head(head)  # "10-metre-long"
        if head.index > last and head.pos in ("NOUN", "PROPN") and token.dep in ("nummod", "compound", "amod", "nmod", "quantmod", "poss"):  # fmt: skip
            return head
    return None


def _said_of(tokens: tuple[Token, ...], last: int) -> Token | None:
    """The noun right after a bare number that the parser hung elsewhere."""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return after if after is not None and after.tag in ("NNS", "NNPS") else None


def _phrase(sentence: Sentence, noun: Token, last: int) -> Measured:
    """The noun with the words before it that belong to it, back to the number."""
    first = noun.index
    while first - 1 > last and sentence.tokens[first - 1].head in range(first, noun.index + 1):
        first -= 1
    span = sentence.span_of(sentence.tokens[first : noun.index + 1])
    return Measured(span, noun.lemma)
