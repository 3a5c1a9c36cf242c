"""Words that an article writes small: a capital at the beginning of a sentence does not make a name of them."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.records import Sentence

_BEGIN = frozenset({":", "–", "—", "|", "“", '"', "‘"})
"""After these a headline or sentence begins anew."""


def written_small(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The common nouns of an article that stand in small letters somewhere in it."""
    return frozenset(t.text for s in sentences for t in s.tokens if t.tag in ("NN", "NNS", "JJ") and t.text.islower())


def opens(sentence: Sentence, index: int) -> bool:
    """Whether the capital of the word there tells nothing: it begins the sentence, or stands after a colon, dash or mark."""
    return index == 0 or sentence.tokens[index - 1].text in _BEGIN
