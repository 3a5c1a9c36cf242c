"""Firms by their names: which names are those of firms, and how they are shortened."""

from __future__ import annotations

from rashomon.annotate.names.gazetteer import gazetteer
from rashomon.annotate.names.words import words

_SHORTEST = 4
"""Letters of the first word of a firm's name that may stand for all of it."""


def is_firm(name: str) -> bool:
    """Whether a body's name is a firm's: known as one, or ending as theirs do or as no other body's does."""
    entry = gazetteer().entry(name)
    last = name.split()[-1].lower()
    return (
        entry.sort == "company" if entry is not None else last not in words().suffixes or last in words().firm_endings
    )


def first_word(name: str) -> str:
    """What a firm is called for short: "Calder" for Calder Ferries; "" where that is a place or too little."""
    parts = name.split()
    if len(parts) < 2 or len(parts[0]) < _SHORTEST or not parts[0][0].isupper() or not is_firm(name):
        return ""
    return "" if gazetteer().entry(parts[0]) is not None else parts[0]
