"""The labels of Universal Dependencies turned into those that the rules know (ClearNLP's relations, the Penn Treebank's tags).

Universal Dependencies hang a preposition on its noun; here the noun hangs on its preposition, as the rules expect. What has no
counterpart (a copula under its predicate) stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.annotate.language import Language
from rashomon.records import Token

MAPPING = "ud2"
"""The version of this mapping: part of a parser's name, so that lines kept from an earlier one are parsed again."""

_RELATIONS = {
    "obj": "dobj",
    "iobj": "dative",
    "nsubj:pass": "nsubjpass",
    "csubj:pass": "csubjpass",
    "aux:pass": "auxpass",
    "aux:tense": "aux",
    "aux:caus": "aux",
    "acl:relcl": "relcl",
    "advcl:cleft": "advcl",
    "flat:name": "flat",
    "flat:foreign": "flat",
    "parataxis:insert": "parataxis",
    "expl:subj": "expl",
    "expl:comp": "expl",
    "expl:pass": "expl",
}
_OBLIQUE = frozenset({"obl", "nmod"})
_ENTITIES = {"PER": "PERSON", "MISC": ""}
"""What a pipeline cannot place (MISC) is left to the rules."""
_SAID = frozenset({"advcl", "ccomp", "parataxis", "conj"})
_TAGS = {"PROPN": "NNP", "DET": "DT", "ADP": "IN", "SCONJ": "IN", "ADJ": "JJ", "ADV": "RB", "NUM": "CD", "CCONJ": "CC"}
_PAST = frozenset({"Past", "Imp"})


def as_rules_expect(tokens: Sequence[Token], language: Language) -> tuple[Token, ...]:
    """The tokens of one sentence of Universal Dependencies, relabelled; their number, order and places stay."""
    relations, heads = _relations(tokens, language)
    return tuple(
        replace(
            t,
            tag=_tag(t, tokens),
            dep=relations[t.index],
            head=heads[t.index],
            entity=_ENTITIES.get(t.entity, t.entity),
            entity_begin=t.entity_begin and _ENTITIES.get(t.entity, t.entity) != "",
        )
        for t in tokens
    )


def _relations(tokens: Sequence[Token], language: Language) -> tuple[list[str], list[int]]:
    relations = [_relation(t) for t in tokens]
    heads = [t.head for t in tokens]
    passive = {t.head for t in tokens if t.dep == "aux:pass"}
    subjects = {t.head for t in tokens if t.dep.startswith("nsubj")}
    for t in tokens:
        if t.dep == "expl:subj" and t.lower in language.clitics and t.head not in subjects:
            relations[t.index] = "nsubj"
        if (
            t.dep != "case"
            or tokens[t.head].dep.partition(":")[0] not in _OBLIQUE
            or heads[t.head] != tokens[t.head].head
        ):
            continue
        noun = tokens[t.head]
        agent = t.lower in language.agents and (noun.dep == "obl:agent" or noun.head in passive)
        relations[t.index], heads[t.index] = "agent" if agent else "prep", noun.head
        relations[noun.index], heads[noun.index] = "pobj", t.index
    for verb in tokens:
        if verb.pos == "VERB" and verb.index not in subjects:
            _invert(tokens, verb, relations)
    return relations, heads


def _invert(tokens: Sequence[Token], verb: Token, relations: list[str]) -> None:
    """ "The dam failed, has announced the mayor": the clause before the comma is what is said, the noun behind the verb says it."""
    own = [t for t in tokens if t.head == verb.index and t.index != verb.index]
    first = min((t.index for t in own if t.dep.startswith("aux")), default=verb.index)
    said = next((t for t in own if t.index < first and t.dep in _SAID and t.pos == "VERB"), None)
    by = next((t for t in own if t.index > verb.index and t.dep == "obj"), None)
    if said is None or by is None or first == 0 or tokens[first - 1].text != ",":
        return
    if all(t.dep == "det" for t in tokens[verb.index + 1 : by.index]):
        relations[said.index], relations[by.index] = "ccomp", "nsubj"


def _relation(t: Token) -> str:
    if t.dep == "advmod" and "Polarity=Neg" in t.morph:
        return "neg"
    if t.dep.startswith("obl"):
        return "npadvmod"
    return _RELATIONS.get(t.dep, t.dep)


def _tag(t: Token, tokens: Sequence[Token]) -> str:
    match t.pos:
        case "VERB" | "AUX":
            return _verb_tag(t, tokens)
        case "NOUN":
            return "NNS" if "Number=Plur" in t.morph else "NN"
        case "PRON":
            return "WP" if "PronType=Rel" in t.morph else "PRP"
        case "PUNCT":
            return "." if t.text in ".!?" else ","
    return _TAGS.get(t.pos, "XX")


def _verb_tag(t: Token, tokens: Sequence[Token]) -> str:
    """A compound past ("a déclaré") is one past tense: its auxiliary and its participle are tagged so."""
    morph = dict(part.split("=", 1) for part in t.morph.split("|") if "=" in part)
    match morph.get("VerbForm"):
        case "Inf":
            return "VB"
        case "Part":
            if morph.get("Tense") == "Pres":
                return "VBG"
            helpers = {c.dep for c in tokens if c.head == t.index}
            return "VBD" if "aux:tense" in helpers and "aux:pass" not in helpers else "VBN"
    return "VBD" if t.dep == "aux:tense" or morph.get("Tense") in _PAST else "VBZ"
