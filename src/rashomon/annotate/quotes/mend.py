"""Mistakes of the parser that cost attributions, put right before a sentence is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rashomon.annotate.quotes.lexicon import lexicon
from rashomon.records import Sentence, make_sentence

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mended(sentence: Sentence) -> Sentence:
    """The sentence with verbs of saying that were put into someone's speech given back to the speaker."""
    moved = dict(_given_back(sentence))
    if not moved:
        return sentence
    tokens = tuple(replace(t, head=moved[t.index]) if t.index in moved else t for t in sentence.tokens)
    return make_sentence(sentence.index, sentence.line, sentence.part, sentence.span.article, tokens)


def _given_back(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """ "said that it failed, and blamed the rain": token by token, the new heads of what belongs beside "said"."""
    for t in sentence.tokens:
        if t.dep != "conj" or t.tag not in _FINITE or t.lemma not in lexicon().verbs:
            continue
        said = sentence.head(t)
        cue = sentence.head(said)
        if said.dep != "ccomp" or cue.lemma not in lexicon().verbs or cue.index > said.index or cue.tag != t.tag:
            continue
        if any(c.dep in _SUBJECTS for c in sentence.children(t)):
            continue
        cc = next((c for c in sentence.children(said) if c.dep == "cc" and said.index < c.index < t.index), None)
        if cc is not None and (cc.lower == "but" or sentence.tokens[cc.index - 1].text == ","):
            yield cc.index, cue.index
            yield t.index, cue.index
