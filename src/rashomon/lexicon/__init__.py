"""How words relate: synonyms, opposites, derived forms, classes. From WordNet 3.0 and a short list of our own."""

from rashomon.lexicon.actions import root_of
from rashomon.lexicon.forms import is_word
from rashomon.lexicon.near import Nearness, alike, nearness
from rashomon.lexicon.relations import (
    are_opposed,
    are_related,
    are_synonyms,
    derived,
    is_function_word,
    opposites,
    representative,
)  # fmt: skip
from rashomon.lexicon.taxonomy import class_of, is_a, siblings
from rashomon.lexicon.wordnet import WordClass

__all__ = [
    "Nearness", "WordClass", "alike", "are_opposed", "are_related", "are_synonyms", "class_of", "derived", "is_a", "is_function_word", "is_word",
    "nearness", "opposites", "representative", "root_of", "siblings",
]  # fmt: skip
