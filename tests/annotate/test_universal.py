"""Universal Dependencies in the labels that the rules know."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.language import Language
from rashomon.annotate.universal import as_rules_expect
from rashomon.records import Token

FRENCH = Language("French", "", "", frozenset({"par"}), (), frozenset({"-il"}), frozenset({"mardi"}), (("e", "er"),))
Row = tuple[str, str, str, int, str]


def tokens(*rows: Row, entity: str = "") -> list[Token]:
    """Tokens of (text, part of speech, relation, head, morphology)."""
    return [
        Token(i, text, 10 * i, 10 * i + len(text), text, pos, "", dep, head, morph, entity, bool(entity))
        for i, (text, pos, dep, head, morph) in enumerate(rows)
    ]


def shown(*rows: Row) -> list[tuple[str, str, int]]:
    return [(t.text, t.dep, t.head) for t in as_rules_expect(tokens(*rows), FRENCH)]


def test_a_noun_hangs_on_its_preposition_and_an_agent_on_its_own() -> None:
    found = shown(
        ("Trois", "NUM", "nsubj:pass", 2, ""),
        ("furent", "AUX", "aux:pass", 2, ""),
        ("vus", "VERB", "ROOT", 2, "Tense=Past|VerbForm=Part"),
        ("par", "ADP", "case", 4, ""),
        ("Odile", "PROPN", "obl:mod", 2, ""),
        ("à", "ADP", "case", 6, ""),
        ("Lormont", "PROPN", "nmod", 4, ""),
    )
    assert found[0][1:] == ("nsubjpass", 2)
    assert found[1][1:] == ("auxpass", 2)
    assert found[3:] == [("par", "agent", 2), ("Odile", "pobj", 3), ("à", "prep", 4), ("Lormont", "pobj", 5)]


def test_a_compound_past_is_tagged_as_one() -> None:
    rows = (
        ("Odile", "PROPN", "nsubj", 2, ""),
        ("a", "AUX", "aux:tense", 2, "Tense=Pres|VerbForm=Fin"),
        ("dit", "VERB", "ROOT", 2, "Tense=Past|VerbForm=Part"),
    )
    assert [t.tag for t in as_rules_expect(tokens(*rows), FRENCH)] == ["NNP", "VBD", "VBD"]


def test_a_clitic_behind_the_verb_is_its_subject() -> None:
    rows = (("dit", "VERB", "ROOT", 0, ""), ("-il", "PRON", "expl:subj", 0, ""))
    assert shown(*rows)[1] == ("-il", "nsubj", 0)


def test_who_stands_behind_the_verb_after_a_comma_says_what_stands_before_it() -> None:
    found = shown(
        ("Tout", "PRON", "nsubj", 1, ""),
        ("tombe", "VERB", "advcl", 3, ""),
        (",", "PUNCT", "punct", 3, ""),
        ("annonce", "VERB", "ROOT", 3, ""),
        ("Odile", "PROPN", "obj", 3, ""),
    )
    assert (found[1][1], found[4][1]) == ("ccomp", "nsubj")


def test_the_word_between_a_quotation_and_a_name_is_a_verb() -> None:
    rows = (
        ("Rien", "PRON", "ROOT", 0, ""),
        ("»", "PUNCT", "punct", 0, ""),
        (",", "PUNCT", "punct", 0, ""),
        ("déplore", "NOUN", "appos", 0, ""),
        ("Odile", "PROPN", "appos", 3, ""),
    )
    verb = as_rules_expect(tokens(*rows), FRENCH)[3]
    assert (verb.pos, verb.tag, verb.lemma) == ("VERB", "VBZ", "déplorer")


def test_a_day_is_no_part_of_a_name() -> None:
    rows = (
        ("conclut", "VERB", "ROOT", 0, "VerbForm=Fin"),
        ("Odile", "PROPN", "nsubj", 0, ""),
        ("mardi", "NOUN", "nmod", 1, ""),
    )
    assert shown(*rows)[2] == ("mardi", "npadvmod", 0)


def test_entities_get_the_names_that_the_rules_use() -> None:
    (person,) = as_rules_expect(tokens(("Odile", "PROPN", "ROOT", 0, ""), entity="PER"), FRENCH)
    (thing,) = as_rules_expect(tokens(("Odile", "PROPN", "ROOT", 0, ""), entity="MISC"), FRENCH)
    assert (person.entity, person.entity_begin) == ("PERSON", True)
    assert (thing.entity, thing.entity_begin) == ("", False)


_RELATIONS = st.sampled_from(["case", "obl:mod", "nmod", "obj", "nsubj", "aux:tense", "expl:subj", "advcl"])


_WORDS = st.sampled_from(["»", ",", "par", "mardi", "dit"])
_ROWS = st.tuples(_RELATIONS, st.integers(0, 30), st.sampled_from(["ADP", "NOUN", "VERB"]), _WORDS)


@given(st.integers(0, 11), st.lists(_ROWS, min_size=1, max_size=12))
def test_no_tree_gets_a_circle(top: int, drawn: list[tuple[str, int, str, str]]) -> None:
    order = sorted(range(len(drawn)), key=lambda i: (i != top % len(drawn), drawn[i][1]))
    above = {i: order[drawn[i][1] % n] if n else i for n, i in enumerate(order)}
    rows = [(word, pos, "ROOT" if above[i] == i else dep, above[i], "") for i, (dep, _, pos, word) in enumerate(drawn)]
    found = as_rules_expect(tokens(*rows), FRENCH)
    for t in found:
        at = t.index
        for _ in found:
            at = found[at].head
        assert found[at].head == at
