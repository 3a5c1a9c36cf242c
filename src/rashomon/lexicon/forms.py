"""Whether a form found in running text is one of a common word."""

from __future__ import annotations

from functools import lru_cache

from rashomon.lexicon.taxonomy import class_of
from rashomon.lexicon.wordnet import WordClass

_CLASSES: tuple[WordClass, ...] = ("n", "v", "a")
_ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
)
"""What a regular form ends in and what its lemma has in place of that."""


@lru_cache(maxsize=65536)
def is_word(form: str) -> bool:
    """Whether WordNet has a form in lower case, or a lemma of which it is a regular form."""
    return any(
        class_of(lemma, c) is not None
        for ending, instead in _ENDINGS
        if form.endswith(ending)
        for lemma in _undoubled(form.removesuffix(ending) + instead, doubled=bool(ending) and not instead)
        for c in _CLASSES
    )


@lru_cache(maxsize=65536)
def participle_of(adjective: str) -> frozenset[str]:
    """The verbs that an adjective may be the regular past participle of ("damaged": "damage"); none for any other word."""
    found = (
        lemma
        for ending, instead in _ENDINGS
        if ending.endswith("ed") and adjective.endswith(ending)
        for lemma in _undoubled(adjective.removesuffix(ending) + instead, doubled=not instead)
    )
    return frozenset(lemma for lemma in found if class_of(lemma, "v") is not None)


def _undoubled(lemma: str, *, doubled: bool) -> tuple[str, ...]:
    """The lemma and, for "stopp" of "stopped", that with one consonant."""
    return (lemma, lemma[:-1]) if doubled and lemma[-1:] == lemma[-2:-1] else (lemma,)
