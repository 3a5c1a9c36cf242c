"""How words relate: synonyms, opposites, derived forms, classes. From WordNet 3.0 and a short list of our own."""

from rashomon.lexicon.relations import (
    are_opposed,
    are_related,
    are_synonyms,
    class_of,
    derived,
    is_a,
    is_function_word,
    opposites,
    representative,
    siblings,
)  # fmt: skip
from rashomon.lexicon.wordnet import WordClass

__all__ = [
    "WordClass", "are_opposed", "are_related", "are_synonyms", "class_of", "derived", "is_a", "is_function_word",
    "opposites", "representative", "siblings",
]  # fmt: skip
