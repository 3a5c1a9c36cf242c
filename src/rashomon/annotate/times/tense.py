"""Whether what a time belongs to lies before or after the telling, by the clause that it depends on."""

from __future__ import annotations

import tomllib
from functools import cache

from rashomon.annotate.language import language_read, table
from rashomon.lexicon import class_of
from rashomon.records import Sentence, Token

_UNTIL = frozenset({"until", "till"})
_EARLIEST = frozenset({"early", "soon", "late", "later", "latest"})
"""On their way from verb to day stands no event: "as early as Friday", "no later than Friday"."""
_OBJECTS = frozenset({"dobj", "attr", "pobj"})
_KNOWN = frozenset({"the", "this", "that", "these", "those"})
_HAPPENING = frozenset({"act", "event", "phenomenon", "process"})
_THOUGHT = frozenset({"act", "attribute", "cognition", "communication", "event", "feeling", "motive", "state", "time"})
"""What an infinitive after a noun is the aim of: "a plan to leave on Friday", not "the first driver to leave on Friday"."""
_VERBAL = frozenset({"VERB", "AUX"})
_AHEAD = ("arranging", "intending", "adjectives")
_NOBODY = frozenset({"nobody", "none", "neither", "no", "nothing"})
_EARLIER = frozenset({"had", "previously", "earlier", "formerly", "once"})
"""What was hoped for or asked before what is now told of is over: "previously urged them to leave in May"."""
_CERTAIN = frozenset({"will", "'ll", "wo", "shall"})
_REFUSED = frozenset({"would", "could"})
_PRESENT = frozenset({"VBZ", "VBP"})


def _words(heading: str) -> frozenset[str]:
    return _words_of(heading, language_read())


@cache
def _words_of(heading: str, language: str) -> frozenset[str]:
    listed: dict[str, str] = tomllib.loads(table("rashomon.annotate.times", "tense.toml", language))
    return frozenset(listed[heading].split())


def tense_at(sentence: Sentence, token: Token) -> int:
    """-1 if the clause that `token` depends on looks back, 1 if it looks ahead, 0 if that is not clear.

    Only what the token hangs on by itself or by prepositions counts as ahead: in "will appeal Monday's ruling" the
    ruling is past. The present of a headline or caption ("Ferry sinks Monday") is no clear tense.
    """
    direct, below, hung_by = True, token, sentence.head(token).lower
    for above in sentence.ancestors(token):
        if above.pos in _VERBAL:
            if hung_by == "for" and _is(above, "intending"):
                return 1
            found = _of_verb(sentence, above, direct=direct)
            return found or int(hung_by == "by")
        if above.lower in _UNTIL:
            return -1 if _had_not(sentence, above) else 1
        if above.lower == "since":
            return -1
        direct = direct and _carries(sentence, above, below)
        if above.pos == "ADJ" and _is(above, "adjectives"):
            return 1
        below = above
    return _of_verb(sentence, token, direct=True) if token.pos in _VERBAL else 0


def _had_not(sentence: Sentence, until: Token) -> bool:
    """ "had not met until Friday", "did not meet until Friday": they met on a Friday that is past."""
    verb = next((t for t in sentence.ancestors(until) if t.pos in _VERBAL), None)
    if verb is None:
        return False
    children = sentence.children(verb)
    past = verb.tag == "VBD" or any(c.tag == "VBD" and c.dep in ("aux", "auxpass") for c in children)
    return past and any(c.dep == "neg" for c in children)


def _carries(sentence: Sentence, above: Token, below: Token) -> bool:
    """Whether the verb over `above` still tells the time of what hangs below it: not so for "Monday's ruling".

    What hangs on an object by a preposition is as often the verb's ("will hold a hearing on Monday"), unless the object
    is an event that is known already ("will study the attack on Monday").
    """
    if above.pos in ("ADP", "SCONJ", "ADV") or above.lower in _EARLIEST:
        return True
    if below.dep == "poss":
        return False
    if above.pos in ("PROPN", "NUM"):
        return True
    if below.pos != "ADP" or above.dep not in _OBJECTS:
        return False
    known = any(c.lower in _KNOWN or c.dep == "poss" for c in sentence.children(above))
    return not (known and class_of(above.lemma, "n") in _HAPPENING)


def _of_verb(sentence: Sentence, verb: Token, *, direct: bool) -> int:
    verb = _telling(sentence, verb)
    helpers = _helpers(sentence, verb)
    if any(h.lower == "had" for h in helpers):
        return -1
    if _arranged(sentence, verb):
        return 1
    modal = next((h for h in helpers if h.tag == "MD" and h.lower in _words("auxiliaries")), None)
    if modal is not None:
        return _of_modal(sentence, verb, modal, helpers) if direct else 0
    if verb.tag == "VBN" and not helpers:
        return -1
    if verb.tag == "VBD" or any(h.tag == "VBD" or h.lower in ("has", "have", "had", "been") for h in helpers):
        return -1
    if any(h.lower == "to" for h in helpers):
        return _of_infinitive(sentence, verb) if direct else 0
    if direct and sentence.part == "body" and any(t.tag in _PRESENT for t in (verb, *helpers)):
        return 1
    return 0


def _helpers(sentence: Sentence, verb: Token) -> list[Token]:
    return [c for c in sentence.children(verb) if c.dep in ("aux", "auxpass")]


def _telling(sentence: Sentence, verb: Token) -> Token:
    """The verb whose tense a coordinated or governed one shares: "will meet and sign", "was able to leave"."""
    while True:
        over, helpers = sentence.head(verb), _helpers(sentence, verb)
        governed = any(h.lower == "to" for h in helpers) and _is(over, "implicative")
        if governed and over.pos not in _VERBAL:
            over = sentence.head(over)
        shared = verb.tag == "VB" and verb.dep == "conj" and not helpers
        if not (governed or shared) or over.pos not in _VERBAL or over.index == verb.index:
            return verb
        verb = over


def _arranged(sentence: Sentence, verb: Token) -> bool:
    """What was planned lies ahead of the planning: "has scheduled a meeting Thursday", "was proposed for Thursday"."""
    if _is(verb, "arranging"):
        return True
    children = sentence.children(verb)
    if verb.tag == "VBN" and _is(verb, "intending"):
        return any(c.lower == "for" for c in children)
    return any(c.dep == "acomp" and _is(c, "adjectives") for c in children)


def _is(token: Token, heading: str) -> bool:
    return token.lemma in _words(heading) or token.lower in _words(heading)


def _of_modal(sentence: Sentence, verb: Token, modal: Token, helpers: list[Token]) -> int:
    """ "may have left on Friday" and "would not say on Friday" look back, other modals ahead."""
    if any(h.lower == "have" for h in helpers) and modal.lower not in _CERTAIN:
        return -1
    refused = modal.lower in _REFUSED and _denied(sentence, verb)
    return -1 if refused and verb.dep == "ROOT" else 1


def _denied(sentence: Sentence, verb: Token) -> bool:
    """By "not", or by a subject like "nobody", "no driver"."""
    children = sentence.children(verb)
    subjects = [c for c in children if c.dep in ("nsubj", "nsubjpass")]
    words = [*subjects, *(d for s in subjects for d in sentence.children(s))]
    return any(c.dep == "neg" for c in children) or any(w.lower in _NOBODY for w in words)


def _of_infinitive(sentence: Sentence, verb: Token) -> int:
    """What is hoped, due or asked to be done lies ahead."""
    over = sentence.head(verb)
    above = over if over.pos in _VERBAL else sentence.head(over)
    if any(c.lower in _EARLIER for c in sentence.children(above)):
        return -1
    if over.index == verb.index:
        return 1
    if over.pos == "NOUN" and class_of(over.lemma, "n") in _THOUGHT:
        return 1
    if over.lemma == "be" or any(_is(over, h) for h in _AHEAD):
        return 1
    return 0 if over.tag in ("VBD", "VBN") or over.pos not in _VERBAL else 1
