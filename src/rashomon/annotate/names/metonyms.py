"""Whether a capital's name stands for its government ("Kyiv rejected the plan") or for the town ("a Kyiv suburb")."""

from __future__ import annotations

from rashomon.annotate.names.text import Place
from rashomon.annotate.names.words import words
from rashomon.records import Sentence, Token

_TOWN_PREPOSITIONS = frozenset({"in", "at", "near", "outside", "around", "across", "through", "inside", "into", "within", "of", "over", "throughout", "via"})  # fmt: skip
_STATE_NOUNS = frozenset(["aid", "ally", "allies", "weapon", "weapons", "arm", "arms", "supply", "supplies", "delivery", "deliveries", "support", "assistance", "pressure", "sanction", "sanctions", "relation", "relations", "tie", "ties", "policy", "pledge", "deal", "talk", "talks", "negotiation", "negotiations", "agreement", "message", "demand", "demands", "threat", "war", "alliance", "stance", "position", "decision", "government", "effort", "efforts", "response", "interest", "interests", "proposal", "plan", "claim", "warning", "concession", "call", "bid", "ambition", "goal", "shipment", "shipments", "loan"])  # fmt: skip
_MOTION = frozenset(["go", "come", "travel", "fly", "return", "arrive", "drive", "move", "head", "visit", "leave", "rush", "march", "depart", "walk", "ride", "back", "flight", "trip", "visit", "journey", "train", "road", "way"])  # fmt: skip
_PARTNERS = frozenset({"between", "with", "against", "from", "by", "to", "for", "on"})


def stands_for_government(place: Place) -> bool:
    """True only where the sentence treats the name as someone who acts, is dealt with or owns what only a state has."""
    s, head = place.sentence, place.head
    above = s.head(head)
    if head.dep in ("nsubj", "nsubjpass"):
        return _acts(s, above, head)
    if head.dep == "conj":
        return stands_for_government(Place(s, above.index, above.index, above)) if above.index != head.index else False
    if head.dep == "poss":
        return above.lemma in _STATE_NOUNS
    if head.dep in ("dobj", "dative"):
        return above.lemma not in _MOTION and above.lemma not in ("reach", "hit", "enter", "tour", "attack", "bomb", "strike", "seize", "capture", "shake", "rock", "call", "love", "see")  # fmt: skip
    if head.dep == "pobj":
        return _dealt_with(s, above)
    return head.dep == "nmod" and above.lemma in ("talk", "relation", "tie", "summit")


def _acts(s: Sentence, verb: Token, head: Token) -> bool:
    if head.dep == "nsubjpass":
        return verb.lemma in ("accuse", "ask", "urge", "tell", "force", "expect", "blame", "catch", "warn", "press")
    if verb.lemma == "be":
        return any(t.dep == "acomp" and t.lemma in ("ready", "willing", "unwilling", "reluctant", "keen", "eager") for t in s.children(verb))  # fmt: skip
    return verb.pos == "VERB" and (verb.lemma in words().speech or any(t.dep in ("dobj", "xcomp", "ccomp") for t in s.children(verb)))  # fmt: skip


def _dealt_with(s: Sentence, preposition: Token) -> bool:
    low = preposition.lower
    if low in _TOWN_PREPOSITIONS or low not in _PARTNERS:
        return False
    governor = s.head(preposition)
    if low == "between":
        return True
    if low in ("with", "against", "by"):
        return governor.lemma not in _MOTION
    if low == "to":
        return governor.lemma in _STATE_NOUNS or (governor.lemma in ("send", "supply", "deliver", "provide", "give", "offer", "sell") )  # fmt: skip
    return governor.lemma in _STATE_NOUNS
