"""Every rule of rules.txt reads its own example as a whole."""

from __future__ import annotations

import pytest

from rashomon.annotate.atoms import Atoms, atoms_of
from rashomon.annotate.language import languages, reading
from rashomon.annotate.times.chunks import first_chunks, grouped, numbered
from rashomon.annotate.times.grammar import Grammar, grammar
from rashomon.annotate.times.guards import GUARDS, Place
from rashomon.records import Sentence, Token, make_sentence


def sentence_atoms(text: str) -> tuple[Sentence, Atoms]:
    """A text that needs no parser as a sentence of one token, and its atoms."""
    token = Token(0, text, 0, len(text), text, "X", "X", "ROOT", 0, "", "", False)
    sentence = make_sentence(0, 0, "body", "a", (token,))
    return sentence, atoms_of(text, sentence)


WORDS_ONLY = {
    "past_unit",
    "smaller_unit",
    "not_ordinal_unit",
    "no_measure",
    "hedged",
    "ended",
    "ends_clause",
    "glued_to_two_digits",
}
"""Guards that look at words, not at the parse: the examples are to satisfy these."""


def labels_of(text: str, start: int) -> set[str]:
    """All that any stage makes of `text` from atom `start` to its end, whatever the guards on its surroundings say."""
    sentence, atoms = sentence_atoms(text)
    place, rules, found = Place(sentence, atoms), grammar(), set()

    def allowed(guard, chunk, meaning):
        return guard not in WORDS_ONLY or place.allows(guard, chunk, meaning)

    for run in first_chunks(atoms, rules):
        run = numbered(atoms, run)
        for _, stage in rules.stages:
            run = grouped(run, stage, atoms, allowed)
            found.update(s for c in run if c.start == start and c.end == len(atoms) for s in c.symbols)
    return found


def grammar_of(code: str) -> Grammar:
    with reading(code):
        return grammar()


LANGUAGES = ("en", *sorted(languages()))
EXAMPLES = [(code, rule) for code in LANGUAGES for rule in grammar_of(code).rules if rule.example]


@pytest.mark.parametrize(("code", "rule"), EXAMPLES, ids=[f"{c}:{r.makes}:{r.example}" for c, r in EXAMPLES])
def test_a_rule_reads_its_example(code, rule):
    with reading(code):
        assert rule.makes in labels_of(rule.example, int(rule.patterns[0][0].outside))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_guard_that_a_rule_names_exists(code):
    assert {r.guard for r in grammar_of(code).rules if r.guard} <= set(GUARDS)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_label_that_a_rule_asks_for_is_made_somewhere(code):
    rules = grammar_of(code)
    made = {r.makes for r in rules.rules} | {label for word in rules.words.values() for label in word}
    made |= {"NUM", "ORD", "YEAR4", "YEARN", "HHMM", "DOT", "DAY_MONTH", "STAMP", "WORDS"}
    asked = {e.symbol for r in rules.rules for p in r.patterns for e in p if e.symbol.isupper()}
    assert asked <= made
