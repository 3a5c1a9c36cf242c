"""Whether a day that a sentence names lies behind its writer or ahead, and how firmly the verbs say so."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.records import Sentence, Token

_WILL = frozenset({"will", "shall", "'ll", "wo"})
_COULD = frozenset({"would", "could", "may", "might", "should", "can", "must"})
_ACHIEVED = frozenset(
    [
        "achieve",
        "attempt",
        "be",
        "begin",
        "bring",
        "cause",
        "cease",
        "come",
        "continue",
        "decline",
        "dare",
        "fail",
        "force",
        "get",
        "go",
        "happen",
        "have",
        "help",
        "keep",
        "lead",
        "let",
        "make",
        "manage",
        "move",
        "neglect",
        "proceed",
        "refuse",
        "resume",
        "seem",
        "start",
        "stop",
        "struggle",
        "tend",
        "try",
    ]
)
"""Verbs whose infinitive tells what was (not) done, and no plan: "failed to agree"."""
_BEHIND = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Direction:
    """`sign`: -1 behind the writer, 1 ahead, 0 not told. `firm`: told by the narrator's own finite verb."""

    sign: int
    firm: bool = False


UNTOLD = Direction(0)


def direction_of(sentence: Sentence, tokens: tuple[Token, ...]) -> Direction:
    """The direction of the day that `tokens` name, by the verb they hang on."""
    inside = {t.index for t in tokens}
    head = next((t for t in tokens if t.head not in inside or t.head == t.index), tokens[0])
    above = list(sentence.ancestors(head))
    verb = next((t for t in above if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        return UNTOLD
    found = _of_verb(sentence, verb)
    # "their July 3 call": the day is the noun's, and the verb only hints at it.
    return Direction(found.sign) if head.dep in ("compound", "nmod", "amod", "poss", "nummod") else found


def _of_verb(sentence: Sentence, verb: Token) -> Direction:
    helpers = {c.lower: c for c in sentence.children(verb) if c.dep in ("aux", "auxpass")}
    if _WILL & helpers.keys():
        return Direction(1, firm=True)
    if _COULD & helpers.keys():
        return Direction(0 if "have" in helpers else 1)
    if "to" in helpers and "have" not in helpers:
        return _of_infinitive(sentence, verb)
    tags = {verb.tag, *(h.tag for h in helpers.values())}
    if "VBD" in tags or (verb.tag == "VBN" and {"has", "have", "'ve", "'s"} & helpers.keys()):
        return Direction(-1, firm=True)
    if verb.tag == "VBN" and not helpers:
        return Direction(-1)
    above = next((t for t in sentence.ancestors(verb) if t.pos in ("VERB", "AUX")), None)
    if verb.tag == "VBG" and not helpers and above is not None:
        return Direction(_of_verb(sentence, above).sign)
    return UNTOLD


def _of_infinitive(sentence: Sentence, verb: Token) -> Direction:
    """ "is expected to meet" looks ahead; "hoped to meet" did once, and may do so no more; "failed to meet" looks back."""
    above = sentence.head(verb)
    if above.index == verb.index or above.pos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return Direction(1)
    helpers = {c.lower: c for c in sentence.children(above) if c.dep in ("aux", "auxpass", "cop")}
    behind = above.tag == "VBD" or any(h.tag in _BEHIND for h in helpers.values())
    if above.lemma in _ACHIEVED and above.pos != "NOUN":
        return Direction(-1 if behind else 0)
    return Direction(1, firm=not behind and above.pos in ("VERB", "ADJ"))
