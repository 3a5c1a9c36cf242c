"""The labels of Universal Dependencies turned into those that the rules know (ClearNLP's relations, the Penn Treebank's tags).

Universal Dependencies hang a preposition on its noun; here the noun hangs on its preposition, as the rules expect. What has no
counterpart (a copula under its predicate) stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.annotate.language import Language
from rashomon.annotate.quotes.marks import CLOSING, STRAIGHT
from rashomon.records import Token

MAPPING = "ud4"
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
_ADNOMINAL = frozenset({"nmod", "appos", "amod", "flat:name"})
_MISTAKEN = frozenset({"NOUN", "ADJ", "ADV"})
_TAGS = {"PROPN": "NNP", "DET": "DT", "ADP": "IN", "SCONJ": "IN", "ADJ": "JJ", "ADV": "RB", "NUM": "CD", "CCONJ": "CC"}
_PAST = frozenset({"Past", "Imp"})


def as_rules_expect(tokens: Sequence[Token], language: Language) -> tuple[Token, ...]:
    """The tokens of one sentence of Universal Dependencies, relabelled; their number, order and places stay."""
    tokens = [_quoting(t, tokens, language) for t in tokens]
    relations, heads = _relations(tokens, language)
    return tuple(
        replace(
            t,
            tag=_tag(t, tokens),
            dep=relations[t.index],
            head=heads[t.index],
            entity=(entity := "DATE" if t.lower in language.days else _ENTITIES.get(t.entity, t.entity)),
            entity_begin=entity == "DATE" or (t.entity_begin and entity != ""),
        )
        for t in tokens
    )


def _quoting(t: Token, tokens: Sequence[Token], language: Language) -> Token:
    """ "« … », déplore Odile": the word between a quotation and a name is a verb, whatever the pipeline takes it for; a verb
    whose lemma the pipeline does not know gets it by its ending."""
    after = tokens[t.index + 1 : t.index + 2]
    named = any(a.pos in {"PROPN", "DET", "PRON"} for a in after)
    quoting = t.pos in _MISTAKEN and named and _after_quotation(t.index, tokens)
    if not quoting and not (t.pos == "VERB" and t.lemma == t.lower):
        return t
    ending = next((e for e in language.present if t.lower.endswith(e[0])), None)
    if ending is None:
        return t
    lemma = t.lower.removesuffix(ending[0]) + ending[1]
    return replace(t, pos="VERB", lemma=lemma, morph="Tense=Pres|VerbForm=Fin") if quoting else replace(t, lemma=lemma)


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
    for t in tokens:
        if t.lower in language.days and t.dep in _ADNOMINAL and heads[t.index] == t.head:
            relations[t.index], heads[t.index] = "npadvmod", _verb_above(t, tokens).index
    for verb in tokens:
        if verb.pos == "VERB" and _after_quotation(_group_start(tokens, verb), tokens):
            _speak(tokens, verb, relations, heads)
        elif verb.pos == "VERB" and verb.index not in subjects:
            _invert(tokens, verb, relations)
    return relations, heads


def _verb_above(t: Token, tokens: Sequence[Token]) -> Token:
    """The verb that `t` stands under; its head where there is none."""
    above = tokens[t.head]
    for _ in tokens:
        if above.pos == "VERB" or above.head == above.index:
            break
        above = tokens[above.head]
    return above if above.pos == "VERB" else tokens[t.head]


def _group_start(tokens: Sequence[Token], verb: Token) -> int:
    helpers = [t.index for t in tokens if t.head == verb.index and t.dep.startswith("aux")]
    return min([*helpers, verb.index])


def _after_quotation(i: int, tokens: Sequence[Token]) -> bool:
    """Whether the closing mark of a quotation and a comma stand right before token `i`."""
    return i >= 2 and tokens[i - 1].text == "," and tokens[i - 2].text in CLOSING | STRAIGHT


def _speak(tokens: Sequence[Token], verb: Token, relations: list[str], heads: list[int]) -> None:
    """ "« … », says in a letter the mayor": who speaks stands behind the verb, never in the quotation before it."""
    if any(heads[t.index] == verb.index and relations[t.index] == "nsubj" for t in tokens[verb.index :]):
        return
    barred = {t.head for t in tokens if t.dep == "case"} | _above(verb.index, heads)
    for t in tokens[verb.index + 1 :]:
        if t.pos == "VERB" or t.text in CLOSING | STRAIGHT:
            return
        if t.pos in {"NOUN", "PROPN"} and t.index not in barred:
            for wrong in tokens[: verb.index]:
                if heads[wrong.index] == verb.index and relations[wrong.index].startswith("nsubj"):
                    relations[wrong.index] = "dep"
            relations[t.index], heads[t.index] = "nsubj", verb.index
            return


def _above(i: int, heads: Sequence[int]) -> set[int]:
    found: set[int] = set()
    while heads[i] != i:
        i = heads[i]
        found.add(i)
    return found


def _invert(tokens: Sequence[Token], verb: Token, relations: list[str]) -> None:
    """ "The dam failed, has announced the mayor": the clause before the comma is what is said, the noun behind the verb says it."""
    own = [t for t in tokens if t.head == verb.index and t.index != verb.index]
    first = _group_start(tokens, verb)
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
            return "VBG"  # it stands where English has its form in -ing ("avant de partir"), and it cues no speech
        case "Part":
            if morph.get("Tense") == "Pres":
                return "VBG"
            helpers = {c.dep for c in tokens if c.head == t.index}
            return "VBD" if "aux:tense" in helpers and "aux:pass" not in helpers else "VBN"
    return "VBD" if t.dep == "aux:tense" or morph.get("Tense") in _PAST else "VBZ"
