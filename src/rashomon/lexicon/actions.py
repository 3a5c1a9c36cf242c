"""The verb behind a noun or adjective of action: "shooting", "shoot" and "shot" are one."""

from __future__ import annotations

from functools import lru_cache

from rashomon.lexicon.forms import participle_of
from rashomon.lexicon.relations import derived
from rashomon.lexicon.taxonomy import class_of

_THINGS = frozenset({"artifact", "object", "substance", "body", "animal", "plant", "food", "location"})


@lru_cache(maxsize=65536)
def root_of(lemma: str, pos: str) -> str:
    """The verb behind a noun or adjective of action, else the lemma: "shooting", "shoot" and "shot" meet there.

    A thing is no action, whatever verb is made from its name ("weapon", "weaponize").
    """
    if pos == "NOUN":
        verbs = frozenset[str]() if class_of(lemma, "n") in _THINGS else derived(lemma, "n", "v")
    elif pos == "ADJ":
        verbs = derived(lemma, "a", "v") or participle_of(lemma)
    else:
        return lemma
    return min(verbs, key=lambda v: (-_shared(v, lemma), len(v), v)) if verbs else lemma


def _shared(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
