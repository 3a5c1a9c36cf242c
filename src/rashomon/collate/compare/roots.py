"""One word for the words of one root and for words that news uses for one another."""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.lexicon import class_of, derived, representative

_DIGITS = re.compile(r"-[\d.,]+\Z")
"""What the tokenizer leaves on a word: "magnitude-5" is about magnitude."""


@lru_cache(maxsize=8192)
def root(lemma: str) -> str:
    """One word for the forms of a root: the verb behind a noun of action ("arrival" to "arrive"), else the lemma."""
    lemma = _DIGITS.sub("", lemma) or lemma
    if lemma.endswith("ed") and class_of(lemma, "a"):
        lemma = next((stem for stem in (lemma[:-2], lemma[:-1], lemma[:-3]) if class_of(stem, "v")), lemma)
    verbs = derived(lemma, "n", "v") if class_of(lemma, "n") in {"act", "event", "communication"} else frozenset()
    return representative(min((v for v in verbs if v[:3] == lemma[:3]), key=lambda v: (len(v), v), default=lemma))
