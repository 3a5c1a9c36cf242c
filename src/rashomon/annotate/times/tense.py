"""Whether the verb that a word belongs to looks back or ahead."""

from __future__ import annotations

from rashomon.records import Sentence, Token

_AHEAD = frozenset({"will", "shall", "'ll", "wo", "would", "may", "might", "could", "can", "should", "must"})
_PLANS = frozenset({"schedule", "plan", "postpone", "slate", "expect", "await", "set", "delay", "extend", "invite"})
"""What was planned lies ahead of the planning: "has scheduled a meeting Thursday"."""

_UNTIL = frozenset({"until", "till"})


def tense_at(sentence: Sentence, token: Token) -> int:
    """-1 if the nearest verb above `token` looks back, 1 if it looks ahead, 0 if that is not clear.

    Only what the token hangs on by itself or by a preposition counts as ahead: in "will appeal Monday's ruling" the
    ruling is past. The present of a headline or caption ("Ferry sinks Monday") is no clear tense.
    """
    steps = 0
    for above in sentence.ancestors(token):
        if above.pos in ("VERB", "AUX"):
            return _of_verb(sentence, above, direct=steps == 0)
        if above.lower in _UNTIL:
            return 1
        steps += above.pos not in ("ADP", "PROPN", "NUM") or above.dep == "poss"
    return _of_verb(sentence, token, direct=True) if token.pos in ("VERB", "AUX") else 0


def _of_verb(sentence: Sentence, verb: Token, *, direct: bool) -> int:
    if verb.lemma in _PLANS:
        return 1
    helpers = [c for c in sentence.children(verb) if c.dep in ("aux", "auxpass")]
    if any(h.tag == "MD" and h.lower in _AHEAD for h in helpers):
        return 1 if direct else 0
    if verb.tag == "VBN" and not helpers:
        return -1
    if verb.tag == "VBD" or any(h.tag == "VBD" or h.lower in ("has", "have", "had", "been") for h in helpers):
        return -1
    if any(h.lower == "to" for h in helpers):
        return 1 if direct and sentence.head(verb).tag not in ("VBD", "VBN") else 0
    if (
        direct
        and sentence.part == "body"
        and (verb.tag in ("VBZ", "VBP") or any(h.tag in ("VBZ", "VBP") for h in helpers))
    ):
        return 1
    return 0
