"""How a clause is meant: polarity, modality and tense."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from rashomon.claims.clauses import Clause, qualifiers
from rashomon.claims.words import table, words
from rashomon.records import Sentence, Token
from rashomon.records.claim import Modality, Polarity

_DENIABLE = frozenset({"dobj", "nsubj", "nsubjpass", "attr"})


def polarity_of(clause: Clause) -> Polarity:
    """Negative if an odd number of words deny it: "not", "no", "refuse to", "without", "it does not appear that"."""
    negations = [t for t in qualifiers(clause) if t.dep == "neg" or t.lemma in words("adverbs", "negated")]
    governors = [v for v in clause.between if v.lemma in words("governors", "negated")]
    governors += [
        c for v in clause.between for c in clause.sentence.children(v) if c.lemma in words("governors", "negated")
    ]
    denied = _denied_arguments(clause) + _done_without(clause) + _denied_above(clause)
    return "negative" if (len({t.index for t in (*negations, *governors)}) + denied) % 2 else "positive"


def _denied_arguments(clause: Clause) -> int:
    """1 if an argument carries "no" ("made no progress", "no one was hurt")."""
    sentence = clause.sentence
    heads = [clause.verb] if clause.nominal else [c for c in sentence.children(clause.verb) if c.dep in _DENIABLE]
    found = any(d.lower == "no" and d.dep in {"det", "neg"} for h in heads for d in sentence.children(h))
    return int(found or any(h.lower in {"nobody", "nothing", "none"} for h in heads))


def _denied_above(clause: Clause) -> int:
    """1 if the "not" stands with the verb of thinking or seeming above: "they do not believe it was" says that it was not."""
    over = clause.sentence.head(clause.top)
    raised = not clause.nominal and clause.top.dep == "ccomp" and over.lemma in words("raising", "verbs")
    return int(raised and any(c.dep == "neg" for c in clause.sentence.children(over)))


def _done_without(clause: Clause) -> int:
    """1 if the clause is what something was done without ("left without paying")."""
    top = clause.top
    return int(not clause.nominal and top.dep == "pcomp" and clause.sentence.head(top).lower == "without")


def modality_of(clause: Clause) -> Modality:
    """The outermost word that says how the clause is meant decides; asserted if none does."""
    if clause.nominal:
        return "asserted"
    leader = _leader(clause.sentence, clause.top)
    if (context := _of_context(clause.sentence, leader)) == "denied":
        return "denied"  # "denied that he had offered to go" denies the offer too
    for v in (*reversed(clause.between), clause.verb):
        found = _of_verb(clause, v)
        if found != "asserted":
            return found
    if leader != clause.top and clause.top.tag == "VB":
        for v in (leader, *(a for a in clause.sentence.ancestors(leader) if leader.dep == "xcomp")):
            found = _of_verb(replace(clause, between=(v,) if v != leader else ()), v)
            if found != "asserted":
                return found
    return context


def _leader(sentence: Sentence, top: Token) -> Token:
    """The first of the verbs that a verb without a subject of its own is joined to: what it is under, all are."""
    while top.dep == "conj" and not any(c.dep in {"nsubj", "nsubjpass", "csubj"} for c in sentence.children(top)):
        top = sentence.head(top)
    return top


def _of_verb(clause: Clause, v: Token) -> Modality:
    sentence = clause.sentence
    for c in sentence.children(v):
        heading = table("auxiliaries").get(c.lower) if c.dep == "aux" else table("adverbs").get(c.lemma)
        if heading == "future":
            return "planned" if _wills(clause) else "expected"
        if heading == "possible" and _past_ability(sentence, v, c):
            continue
        if heading is not None and heading != "negated" and c.dep in {"aux", "advmod"}:
            return cast(Modality, heading)
    if v in clause.between:
        adjective = next((c for c in sentence.children(v) if c.dep == "acomp" and c.lemma in table("governors")), None)
        heading = table("governors").get((adjective or v).lemma) or table("governors").get(v.lower)
        if heading is not None and heading not in {"asserted", "negated"}:
            return cast(Modality, heading)
    return _foreseen(sentence, v) if v == clause.verb else "asserted"


def _foreseen(sentence: Sentence, v: Token) -> Modality:
    """ "is expected in June", "is likely on Monday": the subject lies ahead, or did until it "had been expected"."""
    children = sentence.children(v)
    if any(c.dep == "aux" and c.tag == "VBD" for c in children):
        return "asserted"
    passive = v.tag == "VBN" and any(c.dep == "auxpass" for c in children)
    said = v if passive else next((c for c in children if c.dep == "acomp"), None)
    if said is None:
        return "asserted"
    return cast(Modality, table("foreseen").get(said.lemma) or table("foreseen").get(said.lower) or "asserted")


def _past_ability(sentence: Sentence, v: Token, aux: Token) -> bool:
    """ "could not open it" says that it was not done."""
    return aux.lower == "could" and any(c.dep == "neg" for c in sentence.children(v))


def _wills(clause: Clause) -> bool:
    """Whether the subject can intend: a person or people, not a thing."""
    subject = next((c for c in clause.sentence.children(clause.top) if c.dep == "nsubj"), None)
    return subject is None or (subject.pos in {"PROPN", "PRON"} and subject.lower not in {"it", "this", "that"})


def _of_context(sentence: Sentence, top: Token) -> Modality:
    """What the words around a clause say: "if …", "whether …", "denied that …", "the possibility that …"."""
    marks = {c.lower for c in sentence.children(top) if c.dep == "mark"}
    if "whether" in marks or (marks & {"if", "unless"} and top.dep == "advcl"):
        return "conditional"
    complement = top.dep == "ccomp" or (top.dep == "advcl" and marks <= {"that"})
    if complement and _is_uncertain(sentence, sentence.head(top), top):
        return "possible"
    if top.dep == "ccomp" or (top.dep == "advcl" and "that" in marks):
        over = sentence.head(top)
        heading = table("complements").get(over.lemma) or table("complements").get(over.lower)
        if heading is not None:
            return cast(Modality, heading)
    if top.dep == "acl":
        return _of_noun(sentence, sentence.head(top))
    if top.dep == "pcomp":
        over = sentence.head(sentence.head(top))
        if over.pos == "NOUN" and over.lemma in table("nouns"):
            return cast(Modality, table("nouns")[over.lemma])
        if over.lemma in words("complements", "denied"):
            return "denied"
    return "asserted"


def _is_uncertain(sentence: Sentence, over: Token, top: Token) -> bool:
    """Whether a clause is what somebody is not sure of: "it is not certain that …", "I'm not positive they were"."""
    said = next((c for c in sentence.children(over) if c.dep == "acomp" and c.index < top.index), None)
    if over.pos == "ADJ":
        said, over = over, sentence.head(over)
    if said is None or any(c.tag in {"WRB", "WP", "WDT"} for c in sentence.children(top)):
        return False
    negated = any(c.dep == "neg" for c in (*sentence.children(over), *sentence.children(said)))
    return said.lemma in words("sure", "uncertain") or (negated and said.lemma in words("sure", "certain"))


def _of_noun(sentence: Sentence, noun: Token) -> Modality:
    """What a noun over a clause says of it ("the claim that …"); of a claim that is rejected, that it is denied."""
    found = cast(Modality, table("nouns").get(noun.lemma, "asserted"))
    rejected = noun.dep == "dobj" and sentence.head(noun).lemma in words("complements", "denied")
    return "denied" if rejected and found == "reported" else found


def tense_of(clause: Clause) -> str:
    """past, present, future or "" for a clause without tense. The present of a headline is the past."""
    if clause.nominal:
        return ""
    for v in reversed(clause.verbs):
        found = _tense_of_verb(clause.sentence, v)
        if found:
            return "past" if found == "present" and clause.sentence.part == "headline" else found
    return "future" if clause.sentence.part == "headline" and clause.top.tag == "VB" else ""


def _tense_of_verb(sentence: Sentence, v: Token) -> str:
    auxiliaries = [c for c in sentence.children(v) if c.dep in {"aux", "auxpass"}]
    if any(table("auxiliaries").get(c.lower) == "future" for c in auxiliaries):
        return "future"
    for t in (*auxiliaries, v):
        if t.tag == "VBD" or (t.lemma == "have" and t.dep == "aux" and t.tag in {"VBP", "VBZ", "VBD"}):
            return "past"
        if t.tag in {"VBP", "VBZ", "MD"}:
            return "present"
    return "past" if v.tag == "VBN" and not auxiliaries else ""
