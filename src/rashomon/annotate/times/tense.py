"""Whether the verb that a word belongs to looks back or ahead."""

from __future__ import annotations

from rashomon.records import Sentence, Token

_AHEAD = frozenset({"will", "shall", "'ll", "would", "may", "might", "could", "can", "should", "must"})


def tense_at(sentence: Sentence, token: Token) -> int:
    """-1 if the nearest verb above `token` looks back, 1 if it looks ahead, 0 if that is not clear."""
    verb = next((t for t in (token, *sentence.ancestors(token)) if t.pos in ("VERB", "AUX")), None)
    if verb is None:
        return 0
    helpers = [c for c in sentence.children(verb) if c.dep in ("aux", "auxpass")]
    if any(h.tag == "MD" and h.lower in _AHEAD for h in helpers) or (verb.tag == "MD" and verb.lower in _AHEAD):
        return 1
    if verb.tag == "VBD" or any(h.tag == "VBD" or h.lower in ("has", "have", "had", "been") for h in helpers):
        return -1
    if any(h.lower == "to" for h in helpers):
        return 1
    if verb.tag in ("VBZ", "VBP", "VBG") or any(h.tag in ("VBZ", "VBP") for h in helpers):
        return 1 if verb.tag in ("VBZ", "VBP") or helpers else 0
    return 0
