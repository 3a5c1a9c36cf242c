"""How a sentence relies on an agency, an outlet or a platform that it names: it reports, it was told, it carries a post."""

from __future__ import annotations

from typing import Literal

from rashomon.origins.register import Entry
from rashomon.origins.tie_words import tie_words
from rashomon.records import Sentence, Span, Token

Manner = Literal["credit", "contribution", "report", "channel", "platform", "voice", "document", "unnamed"]
"""report: the party says it itself; channel: somebody told it to the party; voice: somebody speaks; unnamed: nobody says who."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "obj", "iobj"})
_INNER = frozenset({"compound", "nmod", "poss", "amod"})


def manner_of(sentence: Sentence, named: Token | None, entry: Entry) -> tuple[Manner, Span | None] | None:
    """How a sentence relies on the one it names, and the words that say so; None if it only mentions them."""
    if named is None:
        return None
    if entry.kind == "platform":
        return _posted(sentence, named, sentence.head(named))
    if named.dep in _INNER and sentence.head(named).lemma.lower() in tie_words("reporting", "pieces"):
        return "report", sentence.span_of((named, sentence.head(named)))
    following = sentence.tokens[named.index + 1 : named.index + 2]
    if any(t.pos == "VERB" and t.tag == "VBD" and t.lemma in tie_words("reporting", "verbs") for t in following):
        # Whatever the parser made of a long sentence: "…, Reuters reported."
        return "report", sentence.span_of((named, *following))
    named = _outlet_phrase(sentence, named)
    head = sentence.head(named)
    if named.dep in _SUBJECTS and head.lemma in tie_words("reporting", "verbs") and _speaks(sentence, head):
        return "report", sentence.span_of((named, head))
    if named.dep in OBJECTS and head.lemma in tie_words("telling", "verbs"):
        return "channel", sentence.span_of((head, named))
    if named.dep in OBJECTS and head.lemma in tie_words("leading", "verbs"):
        return "report", sentence.span_of((head, named))
    if named.dep == "pobj":
        return _led(sentence, named, head)
    return None


def _outlet_phrase(sentence: Sentence, named: Token) -> Token:
    """The head of the phrase that names the outlet: "agency" of "the AFP news agency", "daily" of "the daily X"."""
    for _ in range(3):
        head = sentence.head(named)
        inner = named.dep in _INNER and head.lemma.lower() in tie_words("reporting", "outlets")
        called = named.dep in {"appos", "acl"} and head.lemma.lower() in tie_words("reporting", "outlets") | {
            "affiliate"
        }
        if not inner and not called:
            return named
        named = head
    return named


def _speaks(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb passes something on: "to be" does so only with "first" ("was first to report")."""
    return verb.lemma != "be" or any(t.lower == "first" for t in sentence.subtree(verb))


def _led(sentence: Sentence, named: Token, preposition: Token) -> tuple[Manner, Span | None] | None:
    """ "according to X", "told … in an interview with X", "obtained by X", "a report in X"."""
    over = sentence.head(preposition)
    place = sentence.span_of((over, named)) if over.index < named.index else sentence.span_of((preposition, named))
    if preposition.lower == "to" and over.lower == "according":
        return "report", place
    if preposition.lower in {"by", "from", "via"} and over.lemma in tie_words("leading", "verbs"):
        return "report", place
    if preposition.lower in {"to", "with"} and over.lemma in tie_words("telling", "verbs") | tie_words(
        "telling", "nouns"
    ):
        return "channel", place
    if preposition.lower in {"in", "by", "from", "for", "on"} and over.lemma in tie_words("telling", "nouns"):
        return "report", place
    return None


def _posted(sentence: Sentence, named: Token, head: Token) -> tuple[Manner, Span | None] | None:
    """ "on X", "in a Telegram post": the platform as the place of a statement."""
    if named.dep in _INNER and head.lemma in tie_words("posting", "nouns"):
        over = sentence.head(head)
        return "platform", sentence.span_of((over, named, head)) if over.pos == "ADP" else sentence.span_of(
            (named, head)
        )
    if named.dep == "pobj" and head.lower in {"on", "via", "to", "over"}:
        over = sentence.head(head)
        chain = [over, *sentence.ancestors(over)]
        if any(t.lemma in tie_words("posting", "verbs") | tie_words("posting", "nouns") for t in chain[:3]):
            return "platform", sentence.span_of((head, named))
    return None


def head_within(sentence: Sentence, span: Span) -> Token | None:
    """The token of a name that the rest of it hangs on."""
    inside = [t for t in sentence.tokens if span.start <= t.start and t.end <= span.end + 1]
    indexes = {t.index for t in inside}
    return next((t for t in inside if t.head not in indexes or t.head == t.index), None)
