"""Headlines that capitalise every word, put as a sentence: a parser takes each of their capitals for a name.

What is a name the body tells, which capitalises it within its sentences. Letters are exchanged one for one, so offsets stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.annotate.names import gazetteer
from rashomon.lexicon import is_function_word, is_word

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WITHIN = re.compile(r"(?<=[a-z,;] )[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word after another of the same sentence: its capital, if it has one, is a name's."""
_LONG = 4
_FEWEST = 3
_SHARE = 0.8
_POSSESSIVE = re.compile(r"['’]s$")


@dataclass(frozen=True, slots=True)
class Usage:
    """How an article's sentences write their words: how often each form stands where a capital would be a name's."""

    forms: Counter[str]

    def is_common(self, word: str) -> bool:
        """Whether a capitalised word of a headline is an ordinary one."""
        low = word.lower()
        named = self.forms[word] + self.forms[word.capitalize()] * (word.isupper() and len(word) > 1)
        if named or self.forms[low]:
            return self.forms[low] > named
        return is_function_word(low) or is_word(low)


def usage_of(lines: Iterable[str]) -> Usage:
    """What the lines of a body tell."""
    return Usage(Counter(_bare(w) for line in lines if not in_title_case(line) for w in _WITHIN.findall(line)))


def in_title_case(line: str) -> bool:
    """Whether nearly every longer word of a line has a capital."""
    long = [w for w in _WORD.findall(line) if len(w) >= _LONG]
    return len(long) >= _FEWEST and sum(w[0].isupper() for w in long) >= _SHARE * len(long)


def as_sentence(line: str, usage: Usage) -> str:
    """A headline in title case with capitals on its first word and its names only; any other line as it is."""
    if not usage.forms or not in_title_case(line):
        return line
    words = list(_WORD.finditer(line))
    known = _known([_bare(m.group()) for m in words])
    letters = list(line)
    for i, m in enumerate(words):
        word = _bare(m.group())
        acronym = word.isupper() and not line.isupper()
        if word[0].isupper() and not acronym and i not in known and usage.is_common(word):
            begin = m.start() + (i == 0)
            letters[begin : m.end()] = [c.lower() if len(c.lower()) == 1 else c for c in line[begin : m.end()]]
    return "".join(letters)


def _known(words: Sequence[str]) -> set[int]:
    """The places of words that make up a name known beforehand."""
    found: set[int] = set()
    for i in range(len(words)):
        match = gazetteer().match(words, i)
        if match is not None:
            found.update(range(i, match[0]))
    return found


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)
